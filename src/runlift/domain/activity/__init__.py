"""What a watch or an app recorded: one activity as values, and what can be read out of its record."""
