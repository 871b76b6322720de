"""Running-plan files, read into entries on their dates; one file a format."""
