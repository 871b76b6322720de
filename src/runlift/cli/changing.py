"""The commands that tell what changes ahead: runs, days away, places that are closed, races."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.application.find_session import followed_plan
from runlift.application.tell_change import add_race, add_run, cancel_race, cancel_run, go_away, move_run
from runlift.application.tell_checks import error
from runlift.cli.recording import author_now, new_id, open_desk, take_down
from runlift.cli.typed import one_of
from runlift.domain.athlete.profile import Race, RacePriority, Surface
from runlift.domain.diary.entry import RunAdded
from runlift.domain.evidence import number
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.cli.typed import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedWanted:
    """A run to come, as typed."""

    day: date
    length: Length
    kind: str
    start: time | None = None
    key: bool | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceWanted:
    """A race to come, as typed."""

    day: date
    length: Length
    priority: str = RacePriority.A.value
    name: str = ""
    surface: str = Surface.ROAD.value
    ascent_m: float = 0.0
    descent_m: float | None = None
    start: time | None = None


def tell_run_moved(
    database: str | None, who: str, day: date, new_day: date, *, which: int | None, start: time | None
) -> None:
    """Take down that a run is run on another day."""
    desk = open_desk(database, who)
    plan, latest = followed_plan(desk.plan), desk.latest()
    moved = move_run(plan, latest, author_now(), day=day, new_day=new_day, start=start, which=which)
    take_down(desk, [moved])


def tell_run_added(database: str | None, who: str, wanted: AddedWanted) -> None:
    """Take down a run that the running plan does not have."""
    desk, kind = open_desk(database, who), one_of(RunKind, wanted.kind, "--kind")
    added = RunAdded(
        date=wanted.day,
        kind=kind,
        key=kind.is_key if wanted.key is None else wanted.key,
        title=wanted.title,
        start=wanted.start,
        distance_m=wanted.length.metres,
        duration_s=wanted.length.seconds,
    )
    take_down(desk, [add_run(desk.plan, added, author_now(), new_id)])


def tell_run_cancelled(database: str | None, who: str, day: date, *, which: int | None) -> None:
    """Take down that a run is left out."""
    desk = open_desk(database, who)
    plan, latest = followed_plan(desk.plan), desk.latest()
    take_down(desk, [cancel_run(plan, latest, author_now(), day=day, which=which)])


def tell_away(
    database: str | None,
    who: str,
    first: date,
    last: date,
    *,
    place: str = "",
    closed: str = "",
    note: str = "",
) -> None:
    """Take down days away, or days on which a place is closed."""
    desk = open_desk(database, who)
    away = go_away(
        desk.plan, author_now(), new_id, first=first, last=last, place=place, closed=closed, note=note
    )
    take_down(desk, [away])


def tell_race(database: str | None, who: str, wanted: RaceWanted) -> None:
    """Take down a race to come."""
    desk, metres = open_desk(database, who), wanted.length.metres
    if metres is None:
        raise InputError([error("nothing_told", "No distance is told", "give --km or --miles")])
    descent_m = wanted.descent_m
    race = Race(
        date=wanted.day,
        name=wanted.name,
        priority=one_of(RacePriority, wanted.priority.upper(), "--priority"),
        distance_m=metres,
        ascent_m=wanted.ascent_m,
        descent_m=wanted.ascent_m * number("assumed_descent") if descent_m is None else descent_m,
        surface=one_of(Surface, wanted.surface, "--surface"),
        start=wanted.start,
    )
    take_down(desk, [add_race(race, desk.latest(), author_now())])


def tell_no_race(database: str | None, who: str, day: date) -> None:
    """Take down that the race of a day is not run."""
    desk = open_desk(database, who)
    take_down(desk, [cancel_race(desk.plan, desk.latest(), author_now(), day=day)])
