"""Write the athlete file (TOML) with a word of help beside each section; reading it gives the same runner."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.notation import HALF_MARATHON_M, MARATHON_M, write_clock, write_span
from runlift.domain.athlete.profile import Units
from runlift.domain.quantity import METRES_PER_MILE, Weekday
from runlift.formats.athlete_shape import METRIC_OF_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.athlete.place import Barbell, Equipment, Machine, OpeningHours, Place
    from runlift.domain.athlete.profile import Athlete, FreeWindow, KnownSet, Race, Travel

_IMPERIAL_OF = {"kg": "lb", "km": "mi", "m": "ft"}
_DIGITS = 4  # decimals tried when a value is written in imperial units
_DISTANCE_WORDS = {MARATHON_M: "marathon", HALF_MARATHON_M: "half marathon"}
_METRES_PER_KM = 1000
_ONE_DAY = timedelta(days=1)
_HELP = "# The runner, for Runlift. What follows a # is a remark; docs/athlete-file.md explains every key."


def dump_athlete(athlete: Athlete) -> bytes:
    """Write the runner so that reading the bytes gives an equal one."""
    units = athlete.units
    parts = [
        [_HELP],
        _athlete(athlete),
        _run_start(athlete),
        _hours(athlete.windows),
        *(_place(place, units) for place in athlete.places),
        *(_travel(days) for days in athlete.travel),
        *(_race(race, units) for race in athlete.races),
        _preferences(athlete),
        *(_known_set(known, units) for known in athlete.known_sets),
    ]
    return ("\n\n".join("\n".join(lines) for lines in parts if lines) + "\n").encode()


def _athlete(athlete: Athlete) -> list[str]:
    units = athlete.units
    return [
        "[athlete]",
        *_told("name", athlete.name),
        *_told("birth_year", athlete.birth_year),
        *_told("sex", athlete.sex),
        *_measure("body_mass", athlete.body_mass_kg, "kg", units),
        f"lifting = {_value(athlete.lifting.value)}  # none, novice (under six months) or experienced",
        *_told("weeks_off_lifting", athlete.weeks_off_lifting, "since the last regular lifting"),
        *_measure("weekly", athlete.weekly_km, "km", units),
        *_measure("longest_run", athlete.longest_run_km, "km", units, "of the last 30 days"),
        f"terrain = {_value(athlete.terrain.value)}  # flat, rolling or hilly: the ground usually run on",
        f"units = {_value(units.value)}",
        *_told("time_zone", athlete.time_zone),
    ]


def _run_start(athlete: Athlete) -> list[str]:
    if not athlete.usual_run_start:
        return []
    days = [f"{_day(day)} = {_value(write_clock(start))}" for day, start in athlete.usual_run_start]
    return ["# When the run usually starts.", "[run_start]", *days]


def _hours(windows: Sequence[FreeWindow]) -> list[str]:
    if not windows:
        return []
    lines = ["# When and where strength work may be done; a day that is left out is not free.", "[hours]"]
    for weekday in Weekday:
        texts = [_window(window) for window in windows if window.weekday is weekday]
        if texts:
            lines.append(f"{_day(weekday)} = {_value(texts)}")
    return lines


def _window(window: FreeWindow) -> str:
    preferred = " preferred" if window.preferred else ""
    return f"{write_span(window.start, window.end)} {window.place}{preferred}"


def _place(place: Place, units: Units) -> list[str]:
    kit = place.equipment
    return [
        "# A place to train; each dumbbell and kettlebell is listed one by one, so a pair appears twice.",
        "[[place]]",
        f"name = {_value(place.id)}",
        *_masses("dumbbells", kit.dumbbells_kg, units),
        *_masses("kettlebells", kit.kettlebells_kg, units),
        *_told("bands", list(kit.bands)),
        *_told("items", list(kit.items)),
        *_bar("barbell", kit.barbell, units),
        *_bar("trap_bar", kit.trap_bar, units),
        *_machines(kit, units),
        *_opening(place.hours),
    ]


def _masses(stem: str, counted: Iterable[tuple[float, int]], units: Units) -> list[str]:
    masses = [mass for mass, count in counted for _ in range(count)]
    if not masses:
        return []
    unit, values = _in_units(masses, "kg", units)
    return [f"{stem}_{unit} = {_value(values)}"]


def _bar(name: str, bar: Barbell | None, units: Units) -> list[str]:
    if bar is None:
        return []
    lines = ["", f"[place.{name}]", *_measure("bar", bar.bar_kg, "kg", units)]
    if bar.plates_kg:
        unit, values = _in_units([mass for mass, _ in bar.plates_kg], "kg", units)
        pairs = [[value, count] for value, (_, count) in zip(values, bar.plates_kg, strict=True)]
        lines.append(f"plates_{unit} = {_value(pairs)}  # mass and how many")
    return lines


def _machines(kit: Equipment, units: Units) -> list[str]:
    return [line for machine in kit.machines for line in _machine(machine, units)]


def _machine(machine: Machine, units: Units) -> list[str]:
    return [
        "",
        "[[place.machine]]",
        f"id = {_value(machine.id)}",
        *_measure("lightest", machine.lightest_kg, "kg", units),
        *_measure("heaviest", machine.heaviest_kg, "kg", units),
        *_measure("step", machine.step_kg, "kg", units),
    ]


def _opening(hours: Sequence[OpeningHours]) -> list[str]:
    if not hours:
        return []
    lines = ["", "[place.hours]"]
    for weekday in Weekday:
        spans = [write_span(one.start, one.end) for one in hours if one.weekday is weekday]
        if spans:
            lines.append(f"{_day(weekday)} = {_value(spans)}")
    return lines


def _travel(days: Travel) -> list[str]:
    return [
        "[[travel]]",
        f"from = {days.span.start.isoformat()}",
        f"to = {(days.span.end - _ONE_DAY).isoformat()}  # the last day away",
        f"place = {_value(days.place)}",
        *([f"closed = {_value(days.closed)}  # only this place"] if days.closed else []),
    ]


def _race(race: Race, units: Units) -> list[str]:
    return [
        "[[race]]",
        f"date = {race.date.isoformat()}",
        *_told("name", race.name),
        f"priority = {_value(race.priority.value)}  # A: the goal, B: a test, C: trained through",
        _distance(race.distance_m, units),
        *_measure("ascent", race.ascent_m, "m", units),
        *_measure("descent", race.descent_m, "m", units),
        f"surface = {_value(race.surface.value)}  # road, track, trail or mixed",
        *_told("start", None if race.start is None else write_clock(race.start)),
    ]


def _distance(metres: float, units: Units) -> str:
    if metres in _DISTANCE_WORDS:
        return f"distance = {_value(_DISTANCE_WORDS[metres])}"
    miles = round(metres / METRES_PER_MILE, _DIGITS)
    if units is Units.IMPERIAL and miles * METRES_PER_MILE == metres:
        return f"distance_mi = {_value(miles)}"
    kilometres = metres / _METRES_PER_KM
    if kilometres * _METRES_PER_KM == metres:
        return f"distance_km = {_value(kilometres)}"
    return f"distance_m = {_value(metres)}"


def _preferences(athlete: Athlete) -> list[str]:
    return [
        "[preferences]",
        f"session_minutes = {athlete.session_minutes}",
        f"session_minutes_max = {athlete.session_minutes_max}",
        *_told("sessions_per_week", athlete.sessions_per_week, "at most"),
        *_told("likes", list(athlete.likes)),
        *_told("dislikes", list(athlete.dislikes), "left out of every session"),
        *_told("low_rep_strength", athlete.low_rep_strength or None),
        *_told("weights_while_running", athlete.weights_while_running or None),
        *_told("soft_rules_off", list(athlete.soft_rules_off)),
    ]


def _known_set(known: KnownSet, units: Units) -> list[str]:
    return [
        "[[known_set]]",
        f"exercise = {_value(known.exercise)}",
        *_measure("load", known.load_kg, "kg", units),
        f"reps = {known.reps}",
        f"rir = {_value(known.rir)}  # repetitions that were left in reserve",
        *([f"date = {known.date.isoformat()}"] if known.date else []),
    ]


def _measure(stem: str, value: float | None, unit: str, units: Units, remark: str = "") -> list[str]:
    if value is None:
        return []
    unit, (written,) = _in_units([value], unit, units)
    return _told(f"{stem}_{unit}", written, remark)


def _in_units(values: Sequence[float], unit: str, units: Units) -> tuple[str, list[float]]:
    """Return the values in the runner's units where that loses nothing, else in metric ones."""
    if units is Units.IMPERIAL:
        imperial = _IMPERIAL_OF[unit]
        factor = METRIC_OF_UNIT[imperial]
        converted = [round(value / factor, _DIGITS) for value in values]
        if all(new * factor == old for new, old in zip(converted, values, strict=True)):
            return imperial, converted
    return unit, list(values)


def _told(key: str, value: object, remark: str = "") -> list[str]:
    """Write one key, or nothing when there is nothing to tell."""
    if value in (None, "", []):
        return []
    return [f"{key} = {_value(value)}" + (f"  # {remark}" if remark else "")]


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _day(weekday: Weekday) -> str:
    return weekday.name.lower()
