"""Running: runs, the running plan, what its words mean, and a plan for those who have none."""
