"""Diaries of some weeks, told set by set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyMass, Entry, Illness, RunDone, SessionDone, SetDone, SetKind
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = date(2027, 3, 3)  # a Wednesday
EXERCISES = ("goblet_squat", "db_row", "rfess", "plank", "pogo", "push_up", "")


def done(  # noqa: PLR0913  a set is told with all of this
    exercise: str = "goblet_squat",
    *,
    day: date = TODAY,
    session: str = "",
    side: Side = Side.BOTH,
    kind: SetKind = SetKind.WORK,
    reps: int | None = 8,
    seconds: int | None = None,
    contacts: int | None = None,
    load_kg: float | None = 16.0,
    rir: float | None = 2.0,
) -> SetDone:
    return SetDone(
        session=session or f"s/{day}",
        position=1,
        exercise=exercise,
        name="" if exercise else "Hack squat",
        done_at=datetime.combine(day, time(18, 10)),
        side=side,
        kind=kind,
        reps=reps,
        seconds=seconds,
        contacts=contacts,
        load_kg=load_kg,
        rir=rir,
    )


def diary_of(entries: Iterable[Entry]) -> Diary:
    return Diary.of(recorded_of(entries))


def recorded_of(entries: Iterable[Entry]) -> list[Recorded]:
    at = datetime(2027, 3, 3, 20, tzinfo=UTC)
    return [
        Recorded(
            id=f"e{number}", revision=1, device="d", recorded_at=at + timedelta(seconds=number), entry=each
        )
        for number, each in enumerate(entries)
    ]


def moved(entry: Entry, by: timedelta) -> Entry:
    """The same entry some days later, ids of sessions unchanged."""
    match entry:
        case SetDone():
            return replace(entry, done_at=entry.done_at + by)
        case SessionDone() | RunDone():
            return replace(entry, starts_at=entry.starts_at + by)
        case BodyMass():
            return replace(entry, date=entry.date + by)
        case Illness():
            return replace(entry, first=entry.first + by)
        case _:
            raise TypeError(entry)


days = st.integers(0, 100).map(lambda back: TODAY - timedelta(days=back))
sets = st.builds(
    done,
    exercise=st.sampled_from(EXERCISES),
    day=days,
    side=st.sampled_from(Side),
    kind=st.sampled_from(SetKind),
    reps=st.none() | st.integers(1, 20),
    seconds=st.none() | st.integers(5, 90),
    contacts=st.none() | st.integers(5, 60),
    load_kg=st.none() | st.sampled_from([4.0, 8.0, 12.0, 16.0, 24.0]),
    rir=st.none() | st.integers(0, 6).map(float),
)
masses = st.builds(
    lambda day, mass: BodyMass(date=day, mass_kg=mass), days, st.floats(50, 80).map(lambda x: round(x, 1))
)
entries = st.lists(sets | masses, max_size=25)
