"""The one file that joins adapters to ports."""
