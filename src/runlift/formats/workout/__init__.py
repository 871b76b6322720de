"""Sessions and runs as steps that a watch leads through, whatever the file they are written to."""

from runlift.formats.workout.folding import Fold, folded_workout
from runlift.formats.workout.run_workout import run_workout
from runlift.formats.workout.step import Effort, Lasts, Repeat, Sport, Step, Until, Workout

__all__ = [
    "Effort",
    "Fold",
    "Lasts",
    "Repeat",
    "Sport",
    "Step",
    "Until",
    "Workout",
    "folded_workout",
    "run_workout",
]
