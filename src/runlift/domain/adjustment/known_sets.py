"""Sets from before the season, from which careful starts are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import load_after_break
from runlift.domain.adjustment.exercise_sets import reserve_of, working_sets
from runlift.domain.athlete.profile import KnownSet
from runlift.domain.diary.entry import SetDone
from runlift.domain.evidence import number
from runlift.domain.strength.one_rm import estimated_one_rm

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.diary import Diary


def known_sets_of(diary: Diary, *, began: date, first: date | None = None) -> tuple[KnownSet, ...]:
    """Return the best set of the last session of each exercise before the season, lighter the older it is.

    A set whose reserve is not told counts as if none had been left. What is older than a long break says
    nothing any more.

    Args:
        diary: What was done.
        began: First day of the season.
        first: Day of its first session, to which the sets are as old as they are; the first day by default.

    Source: D097, D098, D099, D100
    """
    first = max(first or began, began)
    latest: dict[str, list[SetDone]] = {}
    for one in working_sets(diary.of_kind(SetDone)):
        day = one.done_at.date()
        recent = day < began and (first - day).days < number("break_restart_from")
        if not (recent and one.exercise and one.load_kg and one.reps):
            continue
        known = latest.get(one.exercise, [])
        if not known or day > known[0].done_at.date():
            latest[one.exercise] = [one]
        elif day == known[0].done_at.date():
            known.append(one)
    return tuple(_known(sets, first) for _, sets in sorted(latest.items()))


def _known(sets: list[SetDone], first: date) -> KnownSet:
    best = max(sets, key=_worth)
    day = best.done_at.date()
    share = load_after_break((first - day).days)
    return KnownSet(
        exercise=best.exercise,
        load_kg=(best.load_kg or 0.0) * share,
        reps=best.reps or 0,
        rir=reserve_of(best) or 0.0,
        date=day,
    )


def _worth(one: SetDone) -> tuple[float, float]:
    estimate = estimated_one_rm(one.load_kg or 0.0, one.reps or 0, reserve_of(one) or 0.0)
    return estimate or 0.0, one.load_kg or 0.0
