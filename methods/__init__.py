"""What intervision is: the methods, and the engine that runs them."""
