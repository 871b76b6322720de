"""Ids of entries that follow from what they tell, so that telling it twice is telling it once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from datetime import date

LONGEST_PART = 120  # characters; ids of runs come from files and may have any length
UNPLANNED = "unplanned"


def session_entry(session: str) -> str:
    """Return the id of how a session went."""
    return f"session:{_short(session)}"


def set_entry(session: str, exercise: str, number: int, side: Side, *, warm_up: bool = False) -> str:
    """Return the id of a set: its session, exercise, place among the sets of its kind, and side.

    Args:
        session: Id of the session.
        exercise: Exercise id.
        number: From 1, among the sets of the exercise on this side that are warm-up sets or that are not.
        side: Which side.
        warm_up: Whether it only leads up to the working sets.
    """
    part = f"w{number}" if warm_up else f"{number}"
    side_part = "" if side is Side.BOTH else f":{side.value}"
    return f"set:{_short(session)}:{exercise}:{part}{side_part}"


def unplanned_session(day: date) -> str:
    """Return the id of what is done on a day without having been planned."""
    return f"{UNPLANNED}-{day.isoformat()}"


def readiness_entry(day: date) -> str:
    """Return the id of how ready the runner is on a day."""
    return f"readiness:{day.isoformat()}"


def mass_entry(day: date) -> str:
    """Return the id of the body mass of a day."""
    return f"mass:{day.isoformat()}"


def illness_entry(first: date) -> str:
    """Return the id of an illness by its first day."""
    return f"ill:{first.isoformat()}"


def complaint_entry(complaint: str, side: Side, first: date) -> str:
    """Return the id of a complaint by its side and its first day."""
    return f"complaint:{complaint}:{side.value}:{first.isoformat()}"


def field_test_entry(test: str, day: date) -> str:
    """Return the id of a field test on a day."""
    return f"test:{test}:{day.isoformat()}"


def run_entry(run: str) -> str:
    """Return the id of a planned run as it was done."""
    return f"run:{_short(run)}"


def added_run(entry_id: str) -> str:
    """Return the id that the run of an entry has in the plan made after it."""
    return f"added/{entry_id}"


def run_moved_entry(run: str) -> str:
    """Return the id of the new day of a planned run."""
    return f"run-moved:{_short(run)}"


def run_cancelled_entry(run: str) -> str:
    """Return the id of the word that a planned run is left out."""
    return f"run-cancelled:{_short(run)}"


def race_entry(day: date) -> str:
    """Return the id of a race added on a day."""
    return f"race:{day.isoformat()}"


def no_race_entry(day: date) -> str:
    """Return the id of the word that the race of a day is not run."""
    return f"no-race:{day.isoformat()}"


def _short(part: str) -> str:
    """Keep an id of another file within what an entry may hold."""
    if len(part) <= LONGEST_PART:
        return part
    return f"{part[: LONGEST_PART // 2]}~{sha256(part.encode()).hexdigest()[:16]}"
