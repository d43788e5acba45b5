"""`kring demo`: a page in the browser on which people join the robots of a rehearsal."""
