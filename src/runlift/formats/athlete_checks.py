"""Look for what contradicts itself in an athlete file whose shape is right: the runner and what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.exercise.exercise import Family
from runlift.domain.quantity import Severity
from runlift.formats.athlete_build import metric, session_lengths
from runlift.formats.athlete_findings import QUANTITIES, Remark, other_unit, written
from runlift.formats.athlete_shape import METRIC_OF_UNIT
from runlift.formats.nearest_word import did_you_mean
from runlift.formats.zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from pydantic import BaseModel

    from runlift.formats.athlete_shape import AthleteFile

_IMPERIAL = ("lb", "mi", "ft")
_TOLD_TWICE = (
    ("body_mass_kg", "body_mass_lb"),
    ("weekly_km", "weekly_mi"),
    ("longest_run_km", "longest_run_mi"),
    ("bar_kg", "bar_lb"),
    ("lightest_kg", "lightest_lb"),
    ("heaviest_kg", "heaviest_lb"),
    ("step_kg", "step_lb"),
    ("distance", "distance_km", "distance_mi", "distance_m"),
    ("ascent_m", "ascent_ft"),
    ("descent_m", "descent_ft"),
    ("load_kg", "load_lb"),
)
FAMILIES = frozenset(family.value for family in Family)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the checks may hold the file against.

    Attributes:
        today: First day planned.
        places: Names of all places of the file.
        exercises: Ids of the catalogue; None when not to be checked.
        soft_rules: Ids of the rules that may be turned off; None when not to be checked.
    """

    today: date
    places: tuple[str, ...]
    exercises: Collection[str] | None = None
    soft_rules: Collection[str] | None = None


def error(code: str, message: str, path: tuple[str | int, ...], remedy: str) -> Remark:
    """Make a remark that stops the file from being used."""
    return Remark(severity=Severity.ERROR, code=code, message=message, path=path, remedy=remedy)


def warning(code: str, message: str, path: tuple[str | int, ...], remedy: str) -> Remark:
    """Make a remark on something doubtful."""
    return Remark(severity=Severity.WARNING, code=code, message=message, path=path, remedy=remedy)


def note(code: str, message: str, path: tuple[str | int, ...], remedy: str) -> Remark:
    """Make a remark on something assumed."""
    return Remark(severity=Severity.NOTE, code=code, message=message, path=path, remedy=remedy)


def check_age(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse a birth year to come and runners under 16; ask for care under 18."""
    path = ("athlete", "birth_year")
    if file.athlete.birth_year is None:
        return
    age = known.today.year - file.athlete.birth_year
    if not 0 <= age <= number("athlete_age_possible"):
        message = f"birth_year = {file.athlete.birth_year} cannot be"
        yield error("impossible_birth_year", message, path, "write the year of birth with four digits")
    elif age < number("athlete_age_served"):
        message = (
            f"Runners under {number('athlete_age_served'):g} are not served ({_cited('athlete_age_served')})"
        )
        yield error("under_age", message, path, "a qualified coach in person is the right help at this age")
    elif age < number("athlete_age_adult"):
        yield from _check_youth(file)


def _check_youth(file: AthleteFile) -> Iterator[Remark]:
    cited = _cited("athlete_age_adult")
    yield warning(
        "youth",
        f"Under {number('athlete_age_adult'):g}, lifting is done with an adult who knows it ({cited})",
        ("athlete", "birth_year"),
        "show the plan to a coach or parent, and learn each lift under their eyes",
    )
    if file.preferences.low_rep_strength:
        yield error(
            "youth_low_rep_strength",
            f"Sets of 1 to 5 repetitions are not for runners under {number('athlete_age_adult'):g} ({cited})",
            ("preferences", "low_rep_strength"),
            "write low_rep_strength = false",
        )


def check_told_once(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Refuse the same thing told in two units."""
    for section, path in sections(file):
        for keys in _TOLD_TWICE:
            told = [key for key in keys if getattr(section, key, None) is not None]
            if len(told) > 1:
                message = f"{' and '.join(told)} tell the same thing"
                yield error("told_twice", message, (*path, told[1]), f"keep one, {told[0]} or {told[1]}")


def check_usual(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Ask about values that are possible, but plausible only in another unit."""
    for section, path in sections(file):
        for key in type(section).model_fields:
            stem, _, unit = key.rpartition("_")
            if stem in QUANTITIES and unit in METRIC_OF_UNIT and (stem, unit) != ("distance", "m"):
                yield from _check_values(key, getattr(section, key), (*path, key))


def _check_values(key: str, value: object, path: tuple[str | int, ...]) -> Iterator[Remark]:
    if isinstance(value, tuple):  # a plate and how many of it
        value = value[0]
    if isinstance(value, list):
        for position, one in enumerate(value):
            yield from _check_values(key, one, (*path, position))
    if not isinstance(value, int | float):
        return
    stem, _, unit = key.rpartition("_")
    low, high = pair(f"{QUANTITIES[stem]}_usual")
    if not low <= value * METRIC_OF_UNIT[unit] <= high:
        message = f"{written(path)} is {value:g} {unit}, which is out of the usual"
        yield warning("unusual_value", message, path, other_unit(key, value) or "check the number")


def check_volume(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Ask about a longest run beyond the distance of a week."""
    told = file.athlete
    weekly = metric(told.weekly_km, told.weekly_mi, "mi")
    longest = metric(told.longest_run_km, told.longest_run_mi, "mi")
    if weekly is None or longest is None or longest <= weekly:
        return
    key = "longest_run_km" if told.longest_run_km is not None else "longest_run_mi"
    message = f"The longest run ({longest:.3g} km) is longer than the usual week ({weekly:.3g} km)"
    yield warning(
        "longest_run_beyond_week", message, ("athlete", key), "check both; the week holds all its runs"
    )


def check_units(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Say that a plan comes in metric units to those who write in others."""
    if file.athlete.units is not None:
        return
    for section, _path in sections(file):
        for key in sorted(section.model_fields_set):
            if key.rpartition("_")[2] in _IMPERIAL:
                message = "units is not told, so the plan is written in kg and km"
                yield note(
                    "assumed_units", message, ("athlete", "units"), 'add units = "imperial" to [athlete]'
                )
                return


def check_time_zone(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Refuse a time zone that does not exist."""
    zone = file.athlete.time_zone
    if zone is not None and zone_named(zone) is None:
        remedy = did_you_mean(zone, available_timezones()) or 'write a name such as "Europe/Berlin"'
        yield error("unknown_time_zone", f'"{zone}" is not a time zone', ("athlete", "time_zone"), remedy)


def check_session_lengths(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Refuse a longest session that is shorter than the preferred one."""
    minutes, longest = session_lengths(file.preferences)
    if longest < minutes:
        message = f"session_minutes_max ({longest}) is less than session_minutes ({minutes})"
        remedy = f"write session_minutes_max = {minutes} or more"
        yield error("session_lengths", message, ("preferences", "session_minutes_max"), remedy)


def check_wishes(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Tell which wishes are refused or not met in full."""
    wanted, path = file.preferences, ("preferences",)
    most = number("sessions_per_week_most")
    if wanted.weights_while_running:
        message = (
            "Running with hand, wrist or ankle weights is not planned: little more energy is spent, "
            f"the arms swing less and impact may rise ({_cited_rows('X25', 'X26')})"
        )
        remedy = "write weights_while_running = false; arm drills and lifting are in the sessions instead"
        yield warning("weights_while_running_refused", message, (*path, "weights_while_running"), remedy)
    if wanted.low_rep_strength and file.athlete.lifting is not Lifting.EXPERIENCED:
        message = "Sets of 1 to 5 repetitions are planned for experienced lifters only"
        remedy = 'write low_rep_strength = false, or lifting = "experienced" if that is so'
        yield warning("low_rep_strength_not_planned", message, (*path, "low_rep_strength"), remedy)
    if (wanted.sessions_per_week or 0) > most:
        message = f"At most {most:g} sessions a week are planned ({_cited('sessions_per_week_most')})"
        remedy = f"write sessions_per_week = {most:g} or less"
        yield warning("sessions_per_week_not_planned", message, (*path, "sessions_per_week"), remedy)


def check_ids(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse exercises, families and rules that do not exist."""
    wanted = file.preferences
    if known.exercises is not None:
        exercises = FAMILIES.union(known.exercises)
        for key in ("likes", "dislikes"):
            yield from _check_words(getattr(wanted, key), exercises, ("preferences", key), "exercise")
        for position, one in enumerate(file.known_set):
            here = ("known_set", position, "exercise")
            yield from _check_word(one.exercise, frozenset(known.exercises), here, "exercise")
    if known.soft_rules is not None:
        path = ("preferences", "soft_rules_off")
        yield from _check_words(wanted.soft_rules_off, frozenset(known.soft_rules), path, "soft_rule")
    for both in sorted(set(wanted.likes) & set(wanted.dislikes)):
        path = ("preferences", "dislikes")
        yield error("liked_and_disliked", f'"{both}" is both liked and disliked', path, "keep it in one list")


def _check_words(
    words: list[str], known: frozenset[str], path: tuple[str | int, ...], kind: str
) -> Iterator[Remark]:
    for position, word in enumerate(words):
        yield from _check_word(word, known, (*path, position), kind)


def _check_word(word: str, known: frozenset[str], path: tuple[str | int, ...], kind: str) -> Iterator[Remark]:
    if word in known:
        return
    listing = {
        "exercise": 'run "runlift exercises" for the list',
        "soft_rule": "a rule that guards safety cannot be turned off",
    }[kind]
    message = f'"{word}" is not {"an exercise" if kind == "exercise" else "a soft rule"} known here'
    yield error(f"unknown_{kind}", message, path, did_you_mean(word, known) or listing)


def check_known_sets(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse sets of a day to come."""
    for position, one in enumerate(file.known_set):
        if one.date is not None and one.date > known.today:
            path = ("known_set", position, "date")
            message = f"The set of {one.date} lies after the first day planned ({known.today})"
            yield error("known_set_to_come", message, path, "a known set has been done already")


def sections(file: AthleteFile) -> Iterator[tuple[BaseModel, tuple[str | int, ...]]]:
    """Walk every section that holds quantities, with its path."""
    yield file.athlete, ("athlete",)
    for position, place in enumerate(file.place):
        path: tuple[str | int, ...] = ("place", position)
        yield place, path
        if place.barbell:
            yield place.barbell, (*path, "barbell")
        if place.trap_bar:
            yield place.trap_bar, (*path, "trap_bar")
        for number_, machine in enumerate(place.machine):
            yield machine, (*path, "machine", number_)
    for position, race in enumerate(file.race):
        yield race, ("race", position)
    for position, one in enumerate(file.known_set):
        yield one, ("known_set", position)


def _cited(*keys: str) -> str:
    return ", ".join(evidence_of(*keys))


def _cited_rows(*rows: str) -> str:
    return ", ".join(rows)
