"""Activities as watches and apps write them, from bytes to values; one file a format."""
