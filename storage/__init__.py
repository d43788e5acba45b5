"""What is kept: sessions, contributions and what is still to be said."""
