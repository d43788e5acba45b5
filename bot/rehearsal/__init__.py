"""A whole meeting in a simulated Discord, with robot people."""
