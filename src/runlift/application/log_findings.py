"""What is told while a session is logged, besides the next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.evidence import number
from runlift.domain.quantity import KILOGRAMS_PER_POUND, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.application.set_words import WordError
    from runlift.domain.plan.session import Side


def not_understood(error: WordError, text: str) -> Finding:
    """Tell which words of an answer were not understood."""
    whole = error.words == text.strip()
    return _error("not_understood", str(error), error.remedy, "" if whole else f"column {error.at + 1}")


def first_set() -> Finding:
    """Tell that nothing comes before the first set."""
    return _error("first_set", "This is the first set, there is none before it", "go on with this one")


def only_at_a_set(word: str) -> Finding:
    """Tell that every set has been asked."""
    return _error(
        "only_at_a_set", f'"{word}" belongs to a set, and all of them are told', '"b" goes back to the last'
    )


def no_ten_minutes() -> Finding:
    """Tell that a session has no short version."""
    return _error(
        "no_ten_minutes", "This session has no ten-minute version", '"x" leaves out an exercise, "s" a set'
    )


def warm_up_as_a_whole() -> Finding:
    """Tell that the warm-up is not told set by set."""
    return _error(
        "warm_up_as_a_whole",
        "The warm-up is told as a whole",
        'press Enter when it is done, or write "s" to leave it out',
    )


def other_side(asked: Side) -> Finding:
    """Tell that another side was told than the one that is asked."""
    return _error(
        "other_side",
        f"The {asked.value} side is asked here",
        "tell one side after the other, as they are asked",
    )


def both_hands_together(load_kg: float, units: Units, *, way_back: str, place: str = "") -> Finding:
    """Tell how a load was taken where a weight is held in each hand.

    Args:
        load_kg: The load as it was taken, in all [kg].
        units: What the runner writes.
        way_back: What to type to put it right.
        place: Which exercise, where that is not plain.
    """
    figure, unit = _in_units(load_kg, units)
    return Finding(
        severity=Severity.NOTE,
        code="both_hands_together",
        message=f"Taken as {figure} {unit} in all, both hands together",
        remedy=f'if it was that much in each hand: "{way_back}", then "@ 2x{figure}{unit}"',
        place=place,
    )


def taken_as_load(load_kg: float, units: Units, *, place: str) -> Finding:
    """Tell that a small figure after `@` was taken as a load and not as effort."""
    figure, unit = _in_units(load_kg, units)
    return Finding(
        severity=Severity.NOTE,
        code="taken_as_load",
        message=f'"@ {figure}" was taken as a load of {figure} {unit}',
        remedy=f'if you mean effort: "runlift undo", then "rpe {figure}"',
        place=place,
    )


def load_as_planned(load_kg: float, units: Units, *, place: str) -> Finding:
    """Tell that the load of the plan was taken where none was told."""
    figure, unit = _in_units(load_kg, units)
    return Finding(
        severity=Severity.NOTE,
        code="load_as_planned",
        message=f"No load told, so the planned {figure} {unit} were taken",
        remedy='if it was another one: "runlift undo", then with "@ ..." or "bodyweight"',
        place=place,
    )


def pain_ends(level: int) -> Finding:
    """Tell that pain ends an exercise for the day, and that Enter goes on without it.

    Source: X33, J006, D094.
    """
    most = number("log_pain_told_to_stop")
    severe = level > most
    limit = most if severe else number("pain_hold")
    return Finding(
        severity=Severity.WARNING,
        code="pain_ends_exercise",
        message=f"Pain above {limit:g} of 10 ends this exercise for today",
        remedy="Enter leaves out what is left of it, and what else it speaks against"
        + ("; see a physiotherapist if it stays" if severe else ""),
    )


def say_how_much() -> Finding:
    """Tell that a set which pain speaks against is not taken as done as written."""
    return _error(
        "say_how_much",
        "Pain speaks against this exercise, so it is not taken as done as written",
        'press Enter to leave it out, or write how much you did, like "8" or "8x16"',
    )


def pain_told(levels: Iterable[int]) -> Finding | None:
    """Tell to leave alone what hurts too much, after pain told outside the logger.

    Source: X33, D094.
    """
    most = number("log_pain_told_to_stop")
    if max(levels, default=0) <= most:
        return None
    return Finding(
        severity=Severity.WARNING,
        code="pain_stops_what_hurts",
        message=f"Pain above {most:g} of 10: leave alone today what brings it on",
        remedy='see a physiotherapist if it stays; "runlift complaint add" asks what speaks against going on',
    )


def _error(code: str, message: str, remedy: str, place: str = "") -> Finding:
    return Finding(severity=Severity.ERROR, code=code, message=message, remedy=remedy, place=place)


def _in_units(load_kg: float, units: Units) -> tuple[str, str]:
    imperial = units is Units.IMPERIAL
    figure = load_kg / KILOGRAMS_PER_POUND if imperial else load_kg
    return f"{round(figure, 2):g}", "lb" if imperial else "kg"
