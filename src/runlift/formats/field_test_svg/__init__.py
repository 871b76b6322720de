"""Drawings of the field tests: a stick figure at the start and at the end of each."""
