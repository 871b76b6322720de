"""The catalogue of exercises: families, progressions, kit, muscles, cues."""
