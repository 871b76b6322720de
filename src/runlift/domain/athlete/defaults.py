"""Assume what the runner did not tell: always on the careful side, and always said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.notation import read_clock, write_clock, write_span
from runlift.domain.athlete.place import HOME, Equipment, Place
from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.quantity import Finding, Severity, Weekday

if TYPE_CHECKING:
    from datetime import time

    from runlift.domain.athlete.profile import Athlete

METRES_PER_KILOMETRE = 1000
_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)


def with_defaults(athlete: Athlete) -> tuple[Athlete, tuple[Finding, ...]]:
    """Return the runner with everything assumed that can be, and a note for each assumption."""
    athlete = _name_races(athlete)
    findings: list[Finding] = []
    for assume in (_assume_place, _assume_windows, _assume_run_start, _assume_weeks_off):
        athlete, told = assume(athlete)
        findings += told
    findings += _notes_on_the_unknown(athlete)
    return athlete, tuple(findings)


def _note(code: str, message: str, remedy: str, *keys: str) -> Finding:
    cited = ", ".join(evidence_of(*keys))
    message = f"{message} ({cited})" if cited else message
    return Finding(severity=Severity.NOTE, code=code, message=message, remedy=remedy)


def _name_races(athlete: Athlete) -> Athlete:
    """Call a race without a name by its distance."""
    races = tuple(
        race if race.name else replace(race, name=f"{race.distance_m / METRES_PER_KILOMETRE:.4g} km race")
        for race in athlete.races
    )
    return replace(athlete, races=races)


def _assume_place(athlete: Athlete) -> tuple[Athlete, list[Finding]]:
    if athlete.places:
        return athlete, []
    note = _note(
        "assumed_place",
        "No place to train is told, so sessions are planned at home without any kit",
        'add [[place]] with name = "home" and what is there, e.g. dumbbells_kg = [8, 8, 12, 12]',
    )
    return replace(athlete, places=(Place(id=HOME, equipment=Equipment()),)), [note]


def _assume_windows(athlete: Athlete) -> tuple[Athlete, list[Finding]]:
    if athlete.windows:
        return athlete, []
    day, evening = _span("assumed_day_window"), _span("assumed_evening_window")
    place = athlete.places[0].id
    windows = tuple(
        FreeWindow(weekday=weekday, start=start, end=end, place=place, preferred=preferred)
        for weekday in Weekday
        for (start, end), preferred in ((day, False), (evening, True))
    )
    note = _note(
        "assumed_windows",
        f"No free hours are told, so every day is taken as free {write_span(*day)} and, liked best, "
        f'{write_span(*evening)}, always at "{place}"',
        'add [hours] with e.g. monday = ["17:30-21:00"]',
        "assumed_day_window",
        "assumed_evening_window",
    )
    return replace(athlete, windows=windows), [note]


def _assume_run_start(athlete: Athlete) -> tuple[Athlete, list[Finding]]:
    told = dict(athlete.usual_run_start)
    missing = [weekday for weekday in Weekday if weekday not in told]
    if not missing:
        return athlete, []
    assumed = {weekday: read_clock(_clock_text(weekday)) for weekday in missing}
    starts = told | assumed
    days = ", ".join(f"{weekday.name.title()} {write_clock(assumed[weekday])}" for weekday in missing)
    note = _note(
        "assumed_run_start",
        f"The usual hour of the run is not told for every day; assumed: {days}",
        'add [run_start] with e.g. weekdays = "06:30" and weekend = "08:30"',
        "assumed_run_start_weekday",
    )
    return replace(athlete, usual_run_start=tuple(sorted(starts.items()))), [note]


def _assume_weeks_off(athlete: Athlete) -> tuple[Athlete, list[Finding]]:
    if athlete.weeks_off_lifting is not None:
        return athlete, []
    key = f"assumed_weeks_off_{athlete.lifting.value}"
    weeks = int(number(key))
    note = _note(
        "assumed_weeks_off",
        f"The time since the last regular lifting is not told; {weeks} weeks are assumed "
        f'for lifting = "{athlete.lifting.value}"',
        "add weeks_off_lifting to [athlete]: 0 if you lift every week now",
        key,
    )
    return replace(athlete, weeks_off_lifting=weeks), [note]


def _notes_on_the_unknown(athlete: Athlete) -> list[Finding]:
    unknown = (
        (athlete.birth_year, "birth_year", "rules for the young and for those over 60 cannot be applied"),
        (athlete.body_mass_kg, "body_mass_kg", "first loads cannot be taken from it and start very low"),
        (athlete.weekly_km, "weekly_km", "the first week of the running plan cannot be compared with it"),
        (athlete.longest_run_km, "longest_run_km", "a jump in the longest run cannot be seen at first"),
    )
    return [
        _note(f"unknown_{key}", f"{key} is not told: {effect}", f"add {key} to [athlete]")
        for value, key, effect in unknown
        if value is None
    ]


def _clock_text(weekday: Weekday) -> str:
    key = "assumed_run_start_weekend" if weekday in _WEEKEND else "assumed_run_start_weekday"
    return cast("str", constant(key).value)


def _span(key: str) -> tuple[time, time]:
    start, end = cast("list[str]", constant(key).value)
    return read_clock(start), read_clock(end)
