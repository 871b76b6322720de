"""Logs of made-up lifters whose true strength is known, to measure estimates by."""
