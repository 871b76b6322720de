"""Exports of the big services: archives, tables and summaries, looked into without trusting what they say."""
