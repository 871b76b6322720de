"""Look for contradictions among places, free hours, travel and races of an athlete file."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from runlift.domain.athlete.notation import read_span, read_window, write_span
from runlift.domain.athlete.place import HOME, ITEMS, MACHINES
from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.quantity import MINUTES_PER_DAY, Weekday
from runlift.formats.athlete_build import by_weekday, machine_range, metric, race_distance
from runlift.formats.athlete_checks import error, note, warning
from runlift.formats.nearest_word import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time

    from runlift.formats.athlete_checks import Known
    from runlift.formats.athlete_findings import Remark
    from runlift.formats.athlete_shape import AthleteFile, BarSection, FreeHours, PlaceSection, RaceSection

_METRES_PER_KM = 1000


def check_places(file: AthleteFile, _known: Known) -> Iterator[Remark]:
    """Refuse a place told twice, and look through the kit of each."""
    for position, place in enumerate(file.place):
        path = ("place", position)
        if place.name in {earlier.name for earlier in file.place[:position]}:
            remedy = "give each place its own name, or put all its kit in one [[place]]"
            yield error("place_told_twice", f'There are two places "{place.name}"', (*path, "name"), remedy)
        yield from _check_kit_words(place.items, ITEMS, (*path, "items"))
        yield from _check_kit_words(place.machines, MACHINES, (*path, "machines"))
        yield from _check_machines(place, path)
        for key, bar in (("barbell", place.barbell), ("trap_bar", place.trap_bar)):
            if bar is not None:
                yield from _check_bar(bar, (*path, key))


def _check_kit_words(
    words: Sequence[str], known: tuple[str, ...], path: tuple[str | int, ...]
) -> Iterator[Remark]:
    for position, word in enumerate(words):
        if word not in known:
            remedy = did_you_mean(word, known) or f"known: {', '.join(known)}"
            message = f'"{word}" is not kit known here and is left out'
            yield warning("unknown_kit", message, (*path, position), remedy)


def _check_machines(place: PlaceSection, path: tuple[str | int, ...]) -> Iterator[Remark]:
    if place.machines:
        low, high = pair("machine_assumed")
        message = (
            f"Machines told by name only are taken to go from {low:g} to {high:g} kg "
            f"by {number('machine_assumed_step'):g} kg ({_cited('machine_assumed')})"
        )
        remedy = (
            "add [[place.machine]] with id, lightest_kg, heaviest_kg and step_kg for what is really there"
        )
        yield note("assumed_machine", message, (*path, "machines"), remedy)
    ids = [*place.machines, *(machine.id for machine in place.machine)]
    for position, machine in enumerate(place.machine):
        here = (*path, "machine", position)
        yield from _check_kit_words([machine.id], MACHINES, (*here, "id"))
        if ids.count(machine.id) > 1:
            message = f'There are two machines "{machine.id}" at "{place.name}"'
            yield error("machine_told_twice", message, (*here, "id"), "keep one of them")
        lightest, heaviest, _step = machine_range(machine)
        if heaviest < lightest:
            message = f'The heaviest setting of "{machine.id}" is lighter than its lightest'
            yield error("machine_range", message, here, "tell both lightest_kg and heaviest_kg")


def _check_bar(bar: BarSection, path: tuple[str | int, ...]) -> Iterator[Remark]:
    if bar.bar_kg is None and bar.bar_lb is None:
        remedy = "add bar_kg = 20, or what the empty bar weighs"
        yield error("missing_key", "The mass of the empty bar is missing", (*path, "bar"), remedy)
    for key, plates in (("plates_kg", bar.plates_kg), ("plates_lb", bar.plates_lb)):
        for position, (mass, count) in enumerate(plates):
            if count % 2:
                message = f"There are {count} plates of {mass:g}; plates are loaded in pairs"
                remedy = f"write [{mass:g}, {count - 1}]" if count > 1 else "leave it out"
                yield error("odd_plates", message, (*path, key, position), remedy)


def check_windows(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse free hours at unknown places or none at all; ask about those too short or when all is closed."""
    if file.hours is None:
        return
    days = by_weekday(file.hours)
    if not any(days.values()):
        remedy = 'add hours for at least one day, e.g. monday = ["17:30-21:00"], or leave [hours] out'
        yield error("no_free_window", "There is no free window in the whole week", ("hours",), remedy)
    for key in type(file.hours).model_fields:
        for position, text in enumerate(getattr(file.hours, key) or ()):
            path = ("hours", key, position)
            start, end, place, _preferred = read_window(text)
            yield from _check_place_known(place, known, path)
            if minutes_between(start, end) < pair("session_length_possible")[0]:
                message = f"{write_span(start, end)} is too short for any session"
                remedy = f"give at least {pair('session_length_possible')[0]:g} minutes"
                yield warning("window_too_short", message, path, remedy)
    yield from _check_opening(file, file.hours)


def _check_place_known(place: str | None, known: Known, path: tuple[str | int, ...]) -> Iterator[Remark]:
    places = known.places or (HOME,)
    if place is None or place in places:
        return
    remedy = did_you_mean(place, places) or f'add [[place]] with name = "{place}"'
    yield error("unknown_place", f'"{place}" is not a place of this file', path, remedy)


def _check_opening(file: AthleteFile, hours: FreeHours) -> Iterator[Remark]:
    opening = {place.name: by_weekday(place.hours) for place in file.place if place.hours is not None}
    usual = file.place[0].name if file.place else HOME
    for weekday, texts in by_weekday(hours).items():
        for text in texts:
            start, end, place, _preferred = read_window(text)
            spans = opening.get(place or usual)
            if spans is None:
                continue
            open_then = [read_span(span) for span in spans.get(weekday, ())]
            if not any(max(start, opens) < min(end, closes) for opens, closes in open_then):
                message = f'"{place or usual}" is closed on {weekday.name.title()} {write_span(start, end)}'
                remedy = "change the free hours or the hours of the place"
                yield warning("place_closed", message, _key_of_day(hours, weekday), remedy)


def _key_of_day(hours: FreeHours, weekday: Weekday) -> tuple[str | int, ...]:
    wider = "weekend" if weekday in {Weekday.SATURDAY, Weekday.SUNDAY} else "weekdays"
    for key in (weekday.name.lower(), wider, "every_day"):
        if getattr(hours, key) is not None:
            return ("hours", key)
    return ("hours",)


def check_travel(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse journeys that end before they start, overlap, or lead to an unknown place."""
    for position, days in enumerate(file.travel):
        path = ("travel", position)
        yield from _check_place_known(days.place, known, (*path, "place"))
        if days.closed is not None:
            yield from _check_place_known(days.closed, known, (*path, "closed"))
        if days.last < days.first:
            message = f"The journey ends ({days.last}) before it starts ({days.first})"
            yield error("travel_reversed", message, (*path, "to"), "swap from and to")
    for (_, one), (position, other) in combinations(enumerate(file.travel), 2):
        if max(one.first, other.first) <= min(one.last, other.last):
            message = f"Two journeys overlap: from {one.first} and from {other.first}"
            yield error("travel_overlaps", message, ("travel", position, "from"), "end one before the other")


def check_races(file: AthleteFile, known: Known) -> Iterator[Remark]:
    """Refuse races without distance or rank, and a season whose races are all past."""
    to_come = [race for race in file.race if race.date >= known.today]
    for position, race in enumerate(file.race):
        path = ("race", position)
        if race.date < known.today:
            make = warning if to_come else error
            message = f"The race of {race.date} lies before the first day planned ({known.today})"
            remedy = "it is left out" if to_come else "give a race to come, or take it out"
            yield make("race_past", message, (*path, "date"), remedy)
            continue
        if race.date > known.today + timedelta(days=int(number("race_ahead_usual"))):
            message = f"The race of {race.date} is more than two years ahead"
            yield warning("race_far_ahead", message, (*path, "date"), "check the year")
        if race.priority is None and len(to_come) > 1:
            message = f"The race of {race.date} has no priority"
            remedy = 'add priority = "A" (the goal), "B" (a test) or "C" (trained through)'
            yield error("missing_key", message, (*path, "priority"), remedy)
        yield from _check_race_figures(race, path)
    yield from _check_race_days(file, to_come)


def _check_race_figures(race: RaceSection, path: tuple[str | int, ...]) -> Iterator[Remark]:
    distance = race_distance(race)
    if distance is None:
        remedy = 'add distance = "marathon", or distance_km = 10'
        yield error("missing_key", f"The race of {race.date} has no distance", (*path, "distance"), remedy)
        return
    low, high = (limit * _METRES_PER_KM for limit in pair("race_distance_possible"))
    if race.distance is not None and not low <= distance <= high:
        message = f'A race of "{race.distance}" is impossible'
        remedy = f"give {low:g} m to {high / _METRES_PER_KM:g} km"
        yield error("impossible_value", message, (*path, "distance"), remedy)
        return
    ascent = metric(race.ascent_m, race.ascent_ft, "ft")
    descent = metric(race.descent_m, race.descent_ft, "ft")
    for key, climb in (("ascent", ascent), ("descent", descent)):
        if climb is not None and climb / distance * _METRES_PER_KM > number("climb_per_km_usual"):
            told = f"{key}_m" if getattr(race, f"{key}_m") is not None else f"{key}_ft"
            message = f"{climb:g} m {key} over {distance / _METRES_PER_KM:g} km is out of the usual"
            yield warning("unusual_value", message, (*path, told), f"if these are feet, write {key}_ft")
    if ascent and descent is None:
        message = f"The descent of the race of {race.date} is not told; {ascent:g} m, its ascent, is assumed"
        yield note(
            "assumed_descent", f"{message} ({_cited('assumed_descent')})", (*path, "descent"), "add descent_m"
        )


def _check_race_days(file: AthleteFile, to_come: Sequence[RaceSection]) -> Iterator[Remark]:
    for (_, one), (position, other) in combinations(enumerate(file.race), 2):
        if one.date == other.date:
            message = f"Two races on {one.date}"
            yield warning("races_on_one_day", message, ("race", position, "date"), "check the dates")
    if to_come and not any(race.priority in {None, RacePriority.A} for race in to_come):
        message = "No race to come has priority A, so the season has no goal to build on"
        yield warning("no_a_race", message, ("race",), 'give the goal race priority = "A"')


def minutes_between(start: time, end: time) -> int:
    """Return the minutes from one time of a day to a later one [min]."""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes % MINUTES_PER_DAY


def _cited(*keys: str) -> str:
    return ", ".join(evidence_of(*keys))
