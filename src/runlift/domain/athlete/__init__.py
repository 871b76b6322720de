"""The runner: profile, experience, kit at each place, free week, races, preferences."""
