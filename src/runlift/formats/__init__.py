"""Bytes to values and back, one file a format; no input or output beyond the bytes."""
