"""Short routines in words: when, how long, and what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.complaint import item_dose_words
from runlift.wording.names import minutes_words

if TYPE_CHECKING:
    from runlift.domain.plan.routine import PlacedRoutine

MOMENTS = {
    "before_run": "before the run",
    "after_run": "after the run",
    "away_from_run": "away from runs",
}


def routine_headline(routine: PlacedRoutine) -> str:
    """Return a routine's hour, moment and length in one line."""
    when = f"{routine.start:%H:%M} short routine {MOMENTS[routine.moment]}"
    return f"{when}, {routine.place}, {minutes_words(routine.minutes)}"


def routine_line(routine: PlacedRoutine) -> str:
    """Return a routine with what is done in one line."""
    return f"{routine_headline(routine)}: {'; '.join(routine_items(routine))}"


def routine_items(routine: PlacedRoutine) -> list[str]:
    """Return what is done in a routine, an exercise an entry."""
    return [item_dose_words(item) for item in routine.items]
