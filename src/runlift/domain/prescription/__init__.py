"""Prescription: what exactly is done in a placed session: exercises, sets, loads, effort, rest, minutes."""
