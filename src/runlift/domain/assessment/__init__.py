"""Field tests that a runner does alone, and what may follow from them: emphasis, never a forecast."""
