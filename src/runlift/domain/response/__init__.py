"""What the trials let a runner expect of strength work, and how sure that is."""
