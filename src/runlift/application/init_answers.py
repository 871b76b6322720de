"""Read the answers a runner types at the questions of `init_athlete`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.notation import (
    NotUnderstoodError,
    read_clock,
    read_distance,
    read_window,
)
from runlift.domain.athlete.place import HOME, ITEMS, Barbell, Equipment, Machine, Place
from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.evidence import constant, number, pair
from runlift.domain.quantity import KILOGRAMS_PER_POUND, METRES_PER_MILE, Weekday

if TYPE_CHECKING:
    from datetime import time

GYM = "gym"
BANDS = ("light", "medium", "heavy")  # the names on most sets of bands
_FACTORS = {
    "": 1.0,
    "kg": 1.0,
    "lb": KILOGRAMS_PER_POUND,
    "lbs": KILOGRAMS_PER_POUND,
    "km": 1.0,
    "k": 1.0,
    "mi": METRES_PER_MILE / 1000,
    "miles": METRES_PER_MILE / 1000,
    "m": 1.0,
    "ft": 0.3048,  # the international foot, by definition
}
IMPERIAL = frozenset({"lb", "lbs", "mi", "miles", "ft"})
_MEASURE = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([a-z]*)", re.ASCII)
_WEIGHT = re.compile(r"(kb)?(\d{1,3}(?:[.,]\d{1,3})?)(kg|lbs?)?(kb)?", re.ASCII)
_METRES_PER_KM = 1000
_DAYS = {
    "every": tuple(Weekday),
    "daily": tuple(Weekday),
    "weekdays": tuple(Weekday)[:5],
    "weekend": tuple(Weekday)[5:],
}
_LETTERS_OF_DAY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An amount in metric units, and whether it was told in imperial ones."""

    amount: float
    imperial: bool


def read_measure(text: str, quantity: str, units: tuple[str, ...]) -> Measure:
    """Read a mass, distance or climb, e.g. `62`, `62 kg`, `137 lb`, `28 mi`, `600 ft`.

    Args:
        text: What was typed; without a unit it is metric.
        quantity: Whose bounds hold.
        units: Units that fit the quantity, the usual one first.

    Raises:
        NotUnderstoodError: It is no amount, or an impossible one.
    """
    found = _MEASURE.fullmatch(text.strip().lower())
    if found is None or found[2] not in ("", *units):
        raise NotUnderstoodError(
            f'"{text}" is not an amount', f'write a number, e.g. "45" or "45 {units[0]}"'
        )
    amount = float(found[1].replace(",", ".")) * _FACTORS[found[2]]
    low, high = pair(f"{quantity}_possible")
    if not low <= amount <= high:
        raise NotUnderstoodError(f'"{text}" is impossible', f"give {low:g} to {high:g} {units[0]}")
    return Measure(amount=amount, imperial=found[2] in IMPERIAL)


def read_whole(text: str, quantity: str) -> int:
    """Read a whole number within the bounds of its quantity.

    Raises:
        NotUnderstoodError: It is no whole number, or an impossible one.
    """
    low, high = pair(f"{quantity}_possible")
    words = text.strip()
    if not (words.isascii() and words.isdigit() and low <= int(words[:9]) <= high):
        raise NotUnderstoodError(f'"{text}" does not fit', f"write a whole number from {low:g} to {high:g}")
    return int(words)


def read_birth_year(text: str, today: date) -> int:
    """Read a year of birth.

    Raises:
        NotUnderstoodError: It is no such year, or the runner is under 16.
    """
    words = text.strip()
    if not (words.isascii() and words.isdigit() and len(words) == len("1984")):
        raise NotUnderstoodError(f'"{text}" is not a year', "write four digits, e.g. 1984")
    age = today.year - int(words)
    if not 0 <= age <= number("athlete_age_possible"):
        raise NotUnderstoodError(f"{words} cannot be the year of birth", "write four digits, e.g. 1984")
    if age < number("athlete_age_served"):
        raise NotUnderstoodError(
            f"Runners under {number('athlete_age_served'):g} are not served",
            "a qualified coach in person is the right help at this age",
        )
    return int(words)


def read_race_date(text: str, today: date) -> date:
    """Read the date of a race to come.

    Raises:
        NotUnderstoodError: It is no date, or past.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise NotUnderstoodError(f'"{text}" is not a date', "write it like 2027-04-11") from None
    if day < today:
        raise NotUnderstoodError(f"{day} is past", "give a race to come, or leave it blank")
    return day


def read_race_distance(text: str) -> float:
    """Read a race distance [m]; a bare number is in kilometres.

    Raises:
        NotUnderstoodError: It is no distance, or an impossible one.
    """
    words = text.strip()
    metres = read_distance(f"{words} km" if re.fullmatch(r"[\d.,]+", words) else words)
    low, high = pair("race_distance_possible")
    if not low <= metres / _METRES_PER_KM <= high:
        raise NotUnderstoodError(f'"{text}" is impossible', f"give {low:g} to {high:g} km")
    return metres


def read_run_start(text: str) -> tuple[tuple[Weekday, time], ...]:
    """Read one usual hour, or one for weekdays and one for the weekend.

    Raises:
        NotUnderstoodError: It is neither one nor two times of day.
    """
    clocks = [read_clock(part) for part in text.replace(",", " ").split()]
    if len(clocks) not in {1, 2}:
        raise NotUnderstoodError(f'"{text}" is not one or two times', 'write "6:30", or "6:30 8:30"')
    return tuple((day, clocks[-1] if day >= Weekday.SATURDAY else clocks[0]) for day in Weekday)


def read_windows(text: str, places: tuple[str, ...]) -> tuple[FreeWindow, ...]:
    """Read free hours such as `mon wed 17:30-21:00, sat 14:00-18:00 gym`.

    Raises:
        NotUnderstoodError: A part holds no day or no span of hours, or names an unknown place.
    """
    windows: set[FreeWindow] = set()
    for part in text.split(","):
        days, hours = _split_days(part)
        start, end, place, preferred = read_window(hours)
        if place is not None and place not in places:
            known = " or ".join(places)
            raise NotUnderstoodError(f'"{place}" is not one of your places', f"write {known} after the hours")
        windows |= {
            FreeWindow(weekday=day, start=start, end=end, place=place or places[0], preferred=preferred)
            for day in days
        }
    return tuple(sorted(windows, key=lambda one: (one.weekday, one.start, one.end, one.place, one.preferred)))


def _split_days(part: str) -> tuple[tuple[Weekday, ...], str]:
    words = part.lower().split()
    days: list[Weekday] = []
    while words and (meant := _days_of(words[0])):
        days += meant
        words = words[1:]
        if words[:1] == ["day"]:
            words = words[1:]
    if not days:
        raise NotUnderstoodError(f'"{part.strip()}" names no day', 'write it like "mon wed 17:30-21:00"')
    return tuple(days), " ".join(words)


def _days_of(word: str) -> tuple[Weekday, ...]:
    if word in _DAYS:
        return _DAYS[word]
    long_enough = len(word) >= _LETTERS_OF_DAY
    return tuple(day for day in Weekday if long_enough and day.name.lower().startswith(word.rstrip(".")))


def read_kit(text: str) -> tuple[Place, ...]:
    """Read the kit: `none`, `gym`, `bands`, names of things, and weights such as `8 8 12 12 kb16`.

    Raises:
        NotUnderstoodError: A word is no kit known here.
    """
    dumbbells, kettlebells = Counter[float](), Counter[float]()
    items: set[str] = set()
    words = [word for word in text.lower().replace(",", " ").split() if word not in {"none", "kg", "and"}]
    for word in words:
        weight = _WEIGHT.fullmatch(word)
        if weight is not None:
            bells = kettlebells if weight[1] or weight[4] else dumbbells
            bells[_hand_weight(weight[2], weight[3] or "kg", word)] += 1
        elif word in (*ITEMS, "bands", GYM):
            items.add(word)
        else:
            known = ", ".join(ITEMS)
            raise NotUnderstoodError(
                f'"{word}" is not kit known here',
                f"write weights (kb16 for a kettlebell), bands, gym, {known}",
            )
    home = Equipment(
        dumbbells_kg=tuple(sorted(dumbbells.items())),
        kettlebells_kg=tuple(sorted(kettlebells.items())),
        bands=BANDS if "bands" in items else (),
        items=tuple(sorted(items & set(ITEMS))),
    )
    return _places(home, with_gym=GYM in items)


def _places(home: Equipment, *, with_gym: bool) -> tuple[Place, ...]:
    """Return the places there are; a home without kit is none beside a gym."""
    at_home = Place(id=HOME, equipment=home)
    if not with_gym:
        return (at_home,)
    gym = Place(id=GYM, equipment=gym_kit())
    return (gym,) if home == Equipment() else (at_home, gym)


def gym_kit() -> Equipment:
    """Return the kit a gym is written with until the runner corrects it."""
    lightest, heaviest = pair("machine_assumed")
    machines = [
        Machine(id=name, lightest_kg=lightest, heaviest_kg=heaviest, step_kg=number("machine_assumed_step"))
        for name in cast("list[str]", constant("gym_machines").value)
    ]
    return Equipment(
        dumbbells_kg=_counted("gym_dumbbells"),
        kettlebells_kg=_counted("gym_kettlebells"),
        barbell=Barbell(bar_kg=number("gym_bar"), plates_kg=_plates("gym_plates")),
        machines=tuple(sorted(machines, key=lambda machine: machine.id)),
        items=tuple(sorted(cast("list[str]", constant("gym_items").value))),
    )


def _counted(key: str) -> tuple[tuple[float, int], ...]:
    return tuple(sorted(Counter(float(mass) for mass in cast("list[float]", constant(key).value)).items()))


def _plates(key: str) -> tuple[tuple[float, int], ...]:
    plates = cast("list[tuple[float, int]]", constant(key).value)
    return tuple(sorted((float(mass), count) for mass, count in plates))


def _hand_weight(figure: str, unit: str, word: str) -> float:
    mass = float(figure.replace(",", ".")) * _FACTORS[unit]
    low, high = pair("hand_weight_possible")
    if not low <= mass <= high:
        raise NotUnderstoodError(f'"{word}" is impossible', f"give {low:g} to {high:g} kg")
    return mass
