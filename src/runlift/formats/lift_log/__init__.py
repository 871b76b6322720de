"""Training logs that Hevy, Strong and FitNotes export as CSV."""

from runlift.formats.lift_log.read import LiftLogRead, read_lift_log

__all__ = ["LiftLogRead", "read_lift_log"]
