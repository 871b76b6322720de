"""Words for people: reasons, findings and names as plain sentences."""
