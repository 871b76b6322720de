"""The independent checker: every finished plan passes through it, and it shares no code with the planner."""
