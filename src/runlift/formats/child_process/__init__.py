"""Reading what strangers wrote in a process of its own, within bounds of time and memory."""
