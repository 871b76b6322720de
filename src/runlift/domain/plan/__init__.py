"""The finished plan as values: what the planner makes, the checker reads and the formats write."""
