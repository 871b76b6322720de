"""Questions before training: what an answer changes, and when somebody has to be asked first."""
