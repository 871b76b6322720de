"""The season: phases to the race, and how many sessions of which kind each week asks for."""
