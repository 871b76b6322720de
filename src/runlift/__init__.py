"""Runlift plans strength training for runners around a real running plan."""
