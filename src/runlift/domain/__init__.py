"""The domain: values in, values out; no files, clock, network or randomness of its own."""
