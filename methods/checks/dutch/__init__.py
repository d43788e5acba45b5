"""How Dutch asks, advises and judges."""
