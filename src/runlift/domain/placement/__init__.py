"""Placement: every demanded session on the day and at the hour where it disturbs the running least."""
