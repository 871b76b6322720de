"""Short routines on days: what is given beside the sessions, at the hour it suits the runs."""
