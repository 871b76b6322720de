"""Read the words a runner writes of a set: load, reserve, side, band, pain, a note.

Each reader takes its words out of a `Written` text and leaves the rest in place, so that what nobody
understood can be pointed at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.body_parts import SPELLINGS, known_places
from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import SetKind
from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import Side
from runlift.domain.quantity import KILOGRAMS_PER_POUND

if TYPE_CHECKING:
    from runlift.domain.diary.entry import BodyPart

HANDS = 2
LOAD_DECIMALS = 3
BOTH_SIDES = (Side.LEFT, Side.RIGHT)
UNNAMED_BAND = "band"

TIMES = r"(?:[x*\u00d7])"
FIGURE = r"\d{1,4}(?:[.,]\d{1,3})?"
MASS_UNIT = r"(?:kgs?|kilos?|lbs?|pounds?)"
_POUNDS = ("lb", "pound")
_PLACES = "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True)).replace(r"\ ", "[ _-]")

_NOTE = re.compile(r"(?:^|(?<=\s))(?:note|n)\b[:\s]\s*(\S.*)$", re.DOTALL)
_PAIN = re.compile(
    r"(?:^|(?<=\s))p(?:ain)?\s*(\d{1,3})(?:\s*/\s*10)?(?![\w.,])(?:\s+(?:in|at))?(?:\s+(?:the|my))?"
)
_PLACE = re.compile(rf"\s*(?:(left|right)\s+)?({_PLACES})\b")
_PLACE_FIRST = re.compile(
    rf"(?:^|(?<=\s))p(?:ain)?\s+(?:(left|right)\s+)?({_PLACES})\s+(\d{{1,3}})(?:\s*/\s*10)?(?![\w.,])"
)
_WORD = re.compile(r"\s*([a-z]+)")
_RESERVE = re.compile(rf"(?:^|(?<=[\s@]))r(?:ir)?\s*({FIGURE})\b")
_RESERVE_AFTER = re.compile(rf"\b({FIGURE})\s*(?:rir\b|(?:left )?in reserve\b)")
_EFFORT = re.compile(rf"@?\s*\brpe\s*({FIGURE})\b")
_KINDS = (
    (re.compile(r"\b(?:to failure|failure|f)\b"), SetKind.FAILURE),
    (re.compile(r"\bwarm[ -]?up\b"), SetKind.WARM_UP),
    (re.compile(r"\bdrop(?: ?set)?\b"), SetKind.DROP),
)
_EACH_SIDE = re.compile(r"\b(?:each|per|a) (?:side|leg|arm)\b|\bboth (?:sides|legs|arms)\b")
_ONE_SIDE = re.compile(r"\b(left|right|l)\b(?: (?:side|leg|arm)\b)?")
_NO_BAND = (  # words before `band` that are no name of one
    r"(?!(?:bw|bodyweight|weight|sides?|legs?|arms?|left|right|failure|sets?|with|a|the|in|reserve|up|hand|x"
    rf"|contacts?|reps?|s|secs?|seconds?|mins?|minutes?|{MASS_UNIT})\b)"
)
_BAND = re.compile(rf"@?\s*(?:\bwith (?:a |the )?)?(?:\b{_NO_BAND}([a-z][a-z-]*) )?\bband\b")
_BODYWEIGHT = re.compile(r"@?\s*\b(?:bw|body ?weight|no weight)\b")
_ADDED = re.compile(r"\s*\+(?=\s*\d)")
_EFFORT_AFTER_LOAD = re.compile(rf"@\s*({FIGURE})(?![\w.,])")
_LOAD = re.compile(
    rf"(?:@\s*(?:(\d{{1,2}})\s*{TIMES}\s*)?({FIGURE})\s*({MASS_UNIT})?"
    rf"|(?:(?<![\w.,])(\d{{1,2}})\s*{TIMES}\s*)?(?<![\d.,])({FIGURE})\s*({MASS_UNIT}))"
    r"(?![\w.])(?:\s+(?:each|per|a) hand\b|\s+in all\b)?"
)
_PER_HAND = re.compile(r"(?:each|per|a) hand\s*$")
FOLLOWED_BY = frozenset(
    {"r", "rir", "rpe", "n", "note", "left", "right", "l", "each", "per", "both", "to", "f"}
)


class WordError(NotUnderstoodError):
    """A word was not understood.

    Attributes:
        at: Where it begins in the text, from 0.
        words: The words that were not understood.
    """

    def __init__(self, message: str, remedy: str, *, at: int, words: str) -> None:
        super().__init__(message, remedy)
        self.at, self.words = at, words


class Written:
    """A text of which words are taken out as they are understood; the places of the others stay."""

    def __init__(self, text: str) -> None:
        self.whole = text
        self.rest = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)

    def take(self, pattern: re.Pattern[str], start: int = 0) -> re.Match[str] | None:
        """Take out the first words that fit, from `start` on."""
        found = pattern.search(self.rest, start)
        return self._blanked(found) if found else None

    def take_here(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Take out the words that fit exactly at `start`."""
        found = pattern.match(self.rest, start)
        return self._blanked(found) if found else None

    def replace(self, pattern: re.Pattern[str], letter: str, start: int) -> None:
        """Write a letter in place of the words that fit exactly at `start`."""
        found = self.take_here(pattern, start)
        if found is not None:
            self.rest = self.rest[: found.end() - 1] + letter + self.rest[found.end() :]

    def blank(self, start: int, end: int) -> None:
        """Take out a span."""
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]

    def error(self, message: str, remedy: str, found: re.Match[str], group: int = 0) -> WordError:
        """Return the error that points at what was found."""
        words = self.whole[found.start(group) : found.end(group)].strip()
        return WordError(message, remedy, at=found.start(group), words=words)

    def _blanked(self, found: re.Match[str]) -> re.Match[str]:
        self.blank(*found.span())
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load as told.

    Attributes:
        load_kg: External load in all [kg]; None for none.
        per_hand: Whether it was told as so many weights of so much each.
    """

    load_kg: float | None
    per_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDetails:
    """What was told of a set besides how much of it was done; None or empty where it was not told."""

    load: Load | None = None
    band: str = ""
    rir: float | None = None
    kind: SetKind | None = None
    sides: tuple[Side, ...] = ()
    pain: int | None = None
    pain_at: BodyPart | None = None
    note: str = ""


def read_details(text: Written, units: Units) -> SetDetails:
    """Read everything but the amounts, and take it out of the text.

    Args:
        text: What is left of the text.
        units: Unit of a load that names none.

    Raises:
        WordError: A figure is out of bounds, or a place of pain is not known.
    """
    note = read_note(text)
    pain, pain_at, side_of_pain = read_pain(text)
    rir = _read_reserve(text)
    kind = next((kind for pattern, kind in _KINDS if text.take(pattern)), None)
    sides = _read_sides(text)
    band = _read_band(text)
    load = read_load(text, units)
    rir = _read_effort(text, _EFFORT_AFTER_LOAD) if rir is None and load is not None else rir
    if side_of_pain:
        note = f"{side_of_pain}; {note}" if note else side_of_pain
    return SetDetails(
        load=load, band=band, rir=rir, kind=kind, sides=sides, pain=pain, pain_at=pain_at, note=note
    )


def figure(text: str) -> float:
    """Return a figure with a decimal point or comma."""
    return float(text.replace(",", "."))


def within(written: Written, value: float, quantity: str, found: re.Match[str], group: int = 0) -> float:
    """Return a value that lies within the bounds of its quantity.

    Raises:
        WordError: It does not.
    """
    low, high = pair(quantity)
    if low <= value <= high:
        return value
    words = written.whole[found.start(group) : found.end(group)].strip()
    raise written.error(f'"{words}" cannot be right', f"write {low:g} to {high:g}", found, group)


def kilograms(value: str, unit: str | None, units: Units) -> float:
    """Return a mass [kg]; one without a unit is in the runner's own."""
    imperial = unit.startswith(_POUNDS) if unit else units is Units.IMPERIAL
    return round(figure(value) * (KILOGRAMS_PER_POUND if imperial else 1.0), LOAD_DECIMALS)


def read_load(text: Written, units: Units) -> Load | None:
    """Read `@ 16`, `16 kg`, `35 lb`, `@ 2x12 kg` (two of 12 kg), `bodyweight` or `bw + 10`.

    Raises:
        WordError: It is an impossible load, or more weights than hands.
    """
    bare = text.take(_BODYWEIGHT)
    if bare is not None:
        text.replace(_ADDED, "@", bare.end())
    found = text.take(_LOAD)
    if found is None:
        return Load(load_kg=None) if bare else None
    count, value, unit = found[1] or found[4], found[2] or found[5], found[3] or found[6]
    per_hand = bool(count) or _PER_HAND.search(found[0]) is not None
    hands = int(count) if count else HANDS if per_hand else 1
    if not 1 <= hands <= HANDS:
        raise text.error(
            f'"{found[0].strip()}" is more than two hands hold', 'write two weights like "@ 2x12 kg"', found
        )
    load = round(hands * kilograms(value, unit, units), LOAD_DECIMALS)
    within(text, load, "known_set_load_possible", found)
    return Load(load_kg=load or None, per_hand=per_hand)


def read_note(text: Written) -> str:
    """Read `n felt good` to the end of the text; empty when there is none.

    Raises:
        WordError: It is too long, or cannot be printed.
    """
    found = text.take(_NOTE)
    if found is None:
        return ""
    note = " ".join(text.whole[found.start(1) : found.end(1)].split())
    most = int(number("log_note_length"))
    if len(note) > most or not note.isprintable():
        raise text.error("The note cannot be kept", f"write at most {most} printable letters", found)
    return note


def read_pain(text: Written) -> tuple[int | None, BodyPart | None, str]:
    """Read `p 4 knee`, `pain 4/10 left knee` or `pain knee 4`, and take it out of the text.

    Returns:
        Level, place, and the place with its side where one is told.

    Raises:
        WordError: The level is out of bounds, or the place is not known.
    """
    first = text.take(_PLACE_FIRST)
    if first is not None:
        level = int(within(text, int(first[3]), "log_scale", first, 3))
        return level, _part(first[2]), _side_of(first)
    found = text.take(_PAIN)
    if found is None:
        return None, None, ""
    level = int(within(text, int(found[1]), "log_scale", found, 1))
    place = text.take_here(_PLACE, found.end())
    if place is not None:
        return level, _part(place[2]), _side_of(place)
    following = _WORD.match(text.rest, found.end())
    if following is not None and following[1] not in FOLLOWED_BY:
        raise text.error(
            f'"{following[1]}" is no place known here', f"write one of {known_places()}", following, 1
        )
    return level, None, ""


def _part(words: str) -> BodyPart:
    return SPELLINGS[re.sub("[ _-]", " ", words)]


def _side_of(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}" if found[1] else ""


def _read_reserve(text: Written) -> float | None:
    effort = _read_effort(text, _EFFORT)
    if effort is not None:
        return effort
    found = text.take(_RESERVE) or text.take(_RESERVE_AFTER)
    if found is None:
        return None
    return within(text, figure(found[1]), "known_set_rir_possible", found, 1)


def _read_effort(text: Written, pattern: re.Pattern[str]) -> float | None:
    """Read how hard it was, and return the reserve that this means."""
    found = text.take(pattern)
    if found is None:
        return None
    return number("log_effort_without_reserve") - within(text, figure(found[1]), "log_scale", found, 1)


def _read_sides(text: Written) -> tuple[Side, ...]:
    if text.take(_EACH_SIDE):
        return BOTH_SIDES
    found = text.take(_ONE_SIDE)
    if found is None:
        return ()
    return (Side.RIGHT,) if found[1] == "right" else (Side.LEFT,)


def _read_band(text: Written) -> str:
    found = text.take(_BAND)
    if found is None:
        return ""
    return found[1] or UNNAMED_BAND
