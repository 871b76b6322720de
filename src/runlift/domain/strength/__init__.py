"""Estimated strength of each lift from what was done, with how sure it is."""
