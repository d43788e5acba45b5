"""Robot people: they see what a person sees, press what a person can press, and know nothing else."""
