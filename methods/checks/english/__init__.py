"""How English asks, advises and judges."""
