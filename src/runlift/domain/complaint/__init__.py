"""Complaints: what a place that hurts leaves out, limits and asks for; never a diagnosis."""
