"""Safety: one choke point every plan passes; shares no code with the planner."""
