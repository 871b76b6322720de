"""Workouts as FIT files for watches."""

from runlift.formats.workout_fit.exercise_name import FitName, Match, fit_names
from runlift.formats.workout_fit.limits import beyond_format
from runlift.formats.workout_fit.write import dump_workout

__all__ = ["FitName", "Match", "beyond_format", "dump_workout", "fit_names"]
