"""Rules of the runner's real week: free hours, the place one is at, its doors and its kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.place import HOME, Equipment, Place
from runlift.domain.safety.case import moment
from runlift.domain.safety.kit import has_kit, mismatch
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime, time

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach


def free_window(case: Case) -> Iterator[Breach]:
    """Refuse a session outside the hours that the runner has free at that place."""
    athlete = case.athlete
    for lift in case.lifts:
        spans = [
            (window.start, window.end)
            for window in athlete.windows
            if window.weekday == lift.date.weekday()
            and place_then(athlete, window.place, lift.date) == lift.session.place
        ]
        if athlete.windows and not is_within(lift.starts, lift.ends, spans):
            yield breach(lift.date, lift.uid, start=lift.session.start.isoformat("minutes"))


def place_hours(case: Case) -> Iterator[Breach]:
    """Refuse a session while its place is closed."""
    for lift in case.lifts:
        place = place_of(case.athlete, lift.session.place)
        hours = place.hours if place else ()
        spans = [(one.start, one.end) for one in hours if one.weekday == lift.date.weekday()]
        if hours and not is_within(lift.starts, lift.ends, spans):
            yield breach(lift.date, lift.uid, place=lift.session.place)


def travel_place_kept(case: Case) -> Iterator[Breach]:
    """Refuse a session at another place than where the runner travels, or at one that is closed."""
    for lift in case.lifts:
        there = place_then(case.athlete, lift.session.place, lift.date)
        if lift.session.place != there:
            yield breach(lift.date, lift.uid, place=lift.session.place, travel=there)


def known_place(case: Case) -> Iterator[Breach]:
    """Refuse a session at a place the runner has not told of."""
    for lift in case.lifts:
        if place_of(case.athlete, lift.session.place) is None:
            yield breach(lift.date, lift.uid, place=lift.session.place)


def kit_at_place(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that the kit at the place does not allow."""
    for lift in case.lifts:
        kit = kit_of(case.athlete, lift)
        for work in lift.works + lift.short_works:
            if not has_kit(work.exercise, kit):
                yield breach(lift.date, lift.uid, work.exercise.id, place=lift.session.place)


def load_can_be_made(case: Case) -> Iterator[Breach]:
    """Refuse a load that the weights at the place cannot make."""
    for lift in case.lifts:
        kit = kit_of(case.athlete, lift)
        for one in lift.session.exercises + lift.session.ten_minutes:
            if any(mismatch(each, kit) for each in one.sets):
                loaded = max((each.load_kg or 0.0 for each in one.sets), default=0.0)
                yield breach(lift.date, lift.uid, one.exercise, place=lift.session.place, load_kg=loaded)


def place_of(athlete: Athlete, place_id: str) -> Place | None:
    """Return the place with this id; a runner who told none trains at home without kit."""
    places = athlete.places or (Place(id=HOME, equipment=Equipment()),)
    return next((place for place in places if place.id == place_id), None)


def kit_of(athlete: Athlete, lift: Lift) -> Equipment:
    """Return the kit at a session's place; none where the place is unknown."""
    place = place_of(athlete, lift.session.place)
    return place.equipment if place else Equipment()


def place_then(athlete: Athlete, usual: str, day: date) -> str:
    """Return the place that stands for a usual one on a day: where one travels, or goes when it is closed."""
    for one in athlete.travel:
        if day in one.span and one.closed in {"", usual}:
            return one.place
    return usual


def is_within(starts: datetime, ends: datetime, spans: Iterable[tuple[time, time]]) -> bool:
    """Tell whether a span lies in the spans of its day, those that touch taken together."""
    covered, day = starts, starts.date()
    for opens, closes in sorted(spans):
        if moment(day, opens) <= covered:
            covered = max(covered, moment(day, closes))
    return covered >= ends
