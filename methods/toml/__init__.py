"""Methods in files of their own: reading, writing, and what is wrong with one."""
