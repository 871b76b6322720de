"""What follows from the diary: where each exercise stands, what is eased, moved, missed, and why."""
