"""The Discord shell: the only package that knows Discord."""
