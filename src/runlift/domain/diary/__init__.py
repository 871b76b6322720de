"""What the runner really did and felt, as told: entries that are only ever added to."""
