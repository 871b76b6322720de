"""Hypothesis strategies of logs of one lift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from runlift.domain.diary.entry import SetKind
from runlift.domain.strength.observation import Observation

FIRST = datetime(2026, 3, 2, 18)
KINDS = st.sampled_from([SetKind.WORK, SetKind.WORK, SetKind.WORK, SetKind.FAILURE])
RESERVES = st.one_of(st.none(), st.integers(0, 4).map(float))


@st.composite
def sets_of_day(draw: st.DrawFn, day: int, load_kg: float, most: int = 4) -> list[Observation]:
    """Some sets of one session, within a third of a load."""
    return [
        Observation(
            done_at=FIRST + timedelta(days=day, minutes=4 * place),
            session=f"s{day}",
            kind=draw(KINDS),
            load_kg=round(load_kg * draw(st.floats(0.75, 1.3)), 1),
            reps=draw(st.integers(3, 12)),
            rir=draw(RESERVES),
        )
        for place in range(draw(st.integers(1, most)))
    ]


@st.composite
def logs(draw: st.DrawFn, least: int = 1, most: int = 12) -> list[Observation]:
    """Sets of some sessions, a few days apart, with a break now and then."""
    load = draw(st.floats(20, 120))
    day = 0
    found: list[Observation] = []
    for _ in range(draw(st.integers(least, most))):
        found += draw(sets_of_day(day, load))
        day += draw(st.sampled_from([2, 3, 4, 5, 7, 10, 24]))
    return found


def last_day(sets: list[Observation]) -> date:
    """The day of the last set."""
    return max(each.done_at for each in sets).date()


def scaled(sets: list[Observation], by: float) -> list[Observation]:
    """The sets with all loads times a factor."""
    return [replace(each, load_kg=each.load_kg * by) for each in sets]


def moved(sets: list[Observation], days: int) -> list[Observation]:
    """The sets on other days."""
    return [replace(each, done_at=each.done_at + timedelta(days=days)) for each in sets]
