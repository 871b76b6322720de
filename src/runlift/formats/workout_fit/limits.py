"""What the FIT format can hold, checked before writing: beyond it, values wrap or are taken for missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity
from runlift.formats.workout.step import Repeat, Until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.workout.step import Part, Step, Workout

WEIGHT_SCALE = 100  # hundredths of a kilogram
MOST_KG = 655.34  # an unsigned 16-bit number; the highest means that nothing is told
MOST_REPS = 10_000
MOST_SECONDS = 24 * 3600.0
MOST_METRES = 500_000.0
MOST_TIMES = 1000
MOST_STEPS = 65_534
NAME_BYTES = 60
TITLE_BYTES = 60
NOTES_BYTES = 250  # a field holds at most 255 bytes
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029\ud800-\udfff]+")
MOST = {Until.REPS: MOST_REPS, Until.TIME: MOST_SECONDS, Until.DISTANCE: MOST_METRES}


def beyond_format(workout: Workout, most_steps: int = MOST_STEPS) -> tuple[Finding, ...]:
    """Return what of a workout does not fit into the format."""
    told = [each for part in workout.parts for each in _part_problems(part)]
    if workout.size > most_steps:
        told.append(f"it has {workout.size} steps, and at most {most_steps} are wanted")
    return tuple(_finding(workout, each) for each in told)


def short_text(words: str, most_bytes: int) -> str:
    """Return a text without control characters, cut at a character so that it takes at most so many bytes."""
    clean = " ".join(CONTROL.sub(" ", words).split())
    if len(clean.encode()) <= most_bytes:
        return clean
    kept = clean.encode()[: most_bytes - len(ELLIPSIS.encode())].decode(errors="ignore")
    return kept.rstrip(" ,;") + ELLIPSIS


def _part_problems(part: Part) -> Iterator[str]:
    if isinstance(part, Repeat):
        if not 1 <= part.times <= MOST_TIMES:
            yield f"a repeat of {part.times} times"
        for step in part.steps:
            yield from _step_problems(step)
    else:
        yield from _step_problems(part)


def _step_problems(step: Step) -> Iterator[str]:
    lasts = step.lasts
    if lasts.until in MOST and not 0 < lasts.amount <= MOST[lasts.until]:
        yield f"{step.title}: {lasts.amount:g} {lasts.until}"
    if lasts.until is Until.REPS and lasts.amount != round(lasts.amount):
        yield f"{step.title}: {lasts.amount:g} repetitions"
    if step.load_kg is not None and not 1 / WEIGHT_SCALE <= step.load_kg <= MOST_KG:
        yield f"{step.title}: {step.load_kg:g} kg"


def _finding(workout: Workout, told: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="beyond_workout_format",
        message=f"A workout file cannot hold this: {told}.",
        place=workout.name,
        remedy="Change the plan, or allow more steps.",
    )
