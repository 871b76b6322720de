"""Prescription: what exactly is done in a placed session."""
