"""Read sets told in one line: `goblet squat 3x8 @ 16kg rir 2; plank 3x45s; pogo 4x10 contacts`.

`NAME SETSxREPS @ LOAD`, and in any order after that: `rir 2` or `rpe 8`, `left`, `right` or `each side`,
`light band`, `to failure`, `pain 4 knee`, `note felt good`. Sets may be told one by one (`8,8,7 @ 60`,
`8@60, 7@65`), and the load first (`12kg x 8 x 3`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.quick import QuickExercise, QuickSet
from runlift.application.set_amount import AMOUNT, Amount, Measure, read_amount
from runlift.application.set_words import (
    BOTH_SIDES,
    FIGURE,
    HANDS,
    MASS_UNIT,
    TIMES,
    UNNAMED_BAND,
    Load,
    SetDetails,
    WordError,
    Written,
    read_details,
    read_load,
    within,
)
from runlift.domain.diary.entry import SetKind
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.athlete.profile import Units

EXAMPLE = 'write it like "goblet squat 3x8 @ 16kg rir 2"'
LONGEST = 2000  # characters of all that is told at once
LOAD_ALONE = rf"(?:\d{{1,2}}\s*{TIMES}\s*)?{FIGURE}\s*{MASS_UNIT}"
LOAD = rf"(?:\d{{1,2}}\s*{TIMES}\s*)?{FIGURE}(?:\s*{MASS_UNIT})?"
_END = r"(?![\w.:])"

# Where the name ends: at the first words that can only be a dose.
_DOSE = re.compile(
    rf"(?:^|(?<=\s))(?:@|\d{{1,5}}\s*{TIMES}\s*\d|\d{{1,5}}\s*sets?\b|\d{{1,5}}(?:\s*,\s*\d+)+|\d{{1,5}}\s*@"
    rf"|{FIGURE}\s*{MASS_UNIT}\b|\d{{1,5}}:\d\d\b|\d{{1,5}}\s*(?:s|secs?|seconds?|mins?|minutes?|contacts?|reps?)\b"
    r"|\d{1,5}\s*(?:$|(?=\s(?:r|rir|rpe|left|right|each|per|both|to|pain|p|note|n|bw|bodyweight|with)\b))"
    r"|\d{1,5}(?=\s+[a-z-]+ band\b))"
)
_SIDE_AT_END = re.compile(r"[\s,(]+(?:left|right|(?:each|per) (?:side|leg|arm))\)?$")
_SERIES = (
    re.compile(rf"\s*(?P<amount>{AMOUNT})\s*(?P<load>@\s*{LOAD}){_END}"),
    re.compile(rf"\s*(?P<load>{LOAD_ALONE})\s*{TIMES}\s*(?P<amount>{AMOUNT}){_END}"),
)
_COMMA = re.compile(r"\s*,")
_AFTER_LOAD = re.compile(rf"^\s*{TIMES}\s*({AMOUNT})(?:\s*{TIMES}\s*(\d{{1,5}})(?:\s*sets?\b)?)?{_END}")
_SETS_OF = re.compile(rf"(?<![\w.,:])(\d{{1,5}})\s*(?:{TIMES}|sets?(?: of| {TIMES})?)\s*({AMOUNT}){_END}")
_ONE_BY_ONE = re.compile(rf"(?<![\w.,:]){AMOUNT}(?:\s*,\s*{AMOUNT})*{_END}")
_FILLER = re.compile(r"(?:^|(?<=\s))(?:[,:+-]+|with|at|and|of)(?=\s|$)")
_FIGURES = re.compile(r"(?<!\S)[@x*]*\d\S*(?: x \d+)*")
_LEFT_OVER = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickOutcome:
    """What was understood, and what was not; with a finding nothing should be logged."""

    exercises: tuple[QuickExercise, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_quick(text: str, units: Units) -> QuickOutcome:
    """Read one or several exercises, separated by `;`.

    Args:
        text: What was written.
        units: Unit of loads that name none.
    """
    if len(text) > LONGEST:
        return QuickOutcome(
            findings=(_finding("It is too long", "tell a few exercises at a time", text[:40], 0),)
        )
    exercises: list[QuickExercise] = []
    findings: list[Finding] = []
    for at, part in _parts(text):
        try:
            exercises.append(replace(_read_part(part, units), at=at))
        except WordError as error:
            findings.append(_finding(str(error), error.remedy, part, error.at))
    if not exercises and not findings:
        findings.append(_finding("No exercise is told", EXAMPLE, text.strip(), 0))
    return QuickOutcome(exercises=tuple(exercises), findings=tuple(findings))


def write_quick(exercise: QuickExercise) -> str:
    """Write an exercise the way it is read."""
    details = exercise.details
    words = [exercise.name, *_sets_words(exercise.sets)]
    if details.band:
        words.append(details.band if details.band == UNNAMED_BAND else f"{details.band} band")
    if details.rir is not None:
        words.append(f"rir {details.rir:g}")
    if details.kind is not None:
        words.append(_KIND_WORDS[details.kind])
    if details.sides:
        words.append("each side" if details.sides == BOTH_SIDES else details.sides[0].value)
    if details.pain is not None:
        place = details.pain_at.value.replace("_", " ") if details.pain_at is not None else ""
        words.append(f"pain {details.pain} {place}".strip())
    if details.note:
        words.append(f"note {details.note}")
    return " ".join(word for word in words if word)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield each exercise with the place where it begins."""
    at = 0
    for part in text.split(";"):
        if part.strip():
            yield at + len(part) - len(part.lstrip()), part.strip()
        at += len(part) + 1


def _read_part(text: str, units: Units) -> QuickExercise:
    written = Written(text)
    begins = _DOSE.search(written.rest)
    if begins is None:
        raise _without(written, "No sets are told")
    name = _name(written, begins.start())
    series = _series(written, begins.start(), units)
    details = read_details(written, units)
    if series and details.load is not None:
        raise WordError("The load is told twice", EXAMPLE, at=begins.start(), words=text)
    sets = series or _sets(written, details)
    rest = _left_over(written)
    if rest is not None and name:
        raise written.error(f'"{_words(text, rest)}" is not understood', EXAMPLE, rest)
    if rest is not None:
        name = _words(text, rest)
    if not name:
        raise WordError("No exercise is named", EXAMPLE, at=0, words=text)
    return QuickExercise(name=name, sets=sets, details=replace(details, load=None))


def _name(written: Written, end: int) -> str:
    """Take the name out of the text; a side at its end stays."""
    side = _SIDE_AT_END.search(written.rest[:end].rstrip())
    end = end if side is None else side.start()
    name = " ".join(written.whole[:end].split()).rstrip(":,- ")
    written.blank(0, end)
    return name


def _series(written: Written, start: int, units: Units) -> tuple[QuickSet, ...]:
    """Read `8@60, 7@65` or `60kg x 8, 65kg x 7`; a single one is read as any other sets are."""
    for pattern in _SERIES:
        found = _items(pattern, written.rest, start)
        if len(found) > 1:
            written.blank(found[0].start(), found[-1].end())
            return tuple(_item(written, each, units) for each in found)
    return ()


def _items(pattern: re.Pattern[str], text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    each = pattern.match(text, start)
    while each is not None:
        found.append(each)
        comma = _COMMA.match(text, each.end())
        each = pattern.match(text, comma.end()) if comma else None
    return found


def _item(written: Written, found: re.Match[str], units: Units) -> QuickSet:
    alone = Written(written.whole)
    alone.rest = " " * found.start("load") + found["load"]
    amount = read_amount(found["amount"])
    within(written, amount.value, _bounds(amount), found)
    return QuickSet(amount=amount, load=read_load(alone, units))


def _sets(written: Written, details: SetDetails) -> tuple[QuickSet, ...]:
    """Read how many sets of how much."""
    after_load = written.take(_AFTER_LOAD) if details.load is not None else None
    if after_load is not None:
        return _alike(written, after_load, amount=1, count=2, load=details.load)
    counted = written.take(_SETS_OF)
    if counted is not None:
        return _alike(written, counted, amount=2, count=1, load=details.load)
    told = written.take(_ONE_BY_ONE)
    if told is None:
        raise _without(written, "No repetitions are told")
    amounts = [read_amount(each) for each in told[0].split(",")]
    for each in amounts:
        within(written, each.value, _bounds(each), told)
    measure = amounts[-1].measure
    return tuple(
        QuickSet(amount=replace(each, measure=each.measure or measure), load=details.load) for each in amounts
    )


def _alike(
    written: Written, found: re.Match[str], *, amount: int, count: int, load: Load | None
) -> tuple[QuickSet, ...]:
    done = read_amount(found[amount])
    within(written, done.value, _bounds(done), found, amount)
    sets = int(within(written, int(found[count]), "log_sets_possible", found, count)) if found[count] else 1
    return (QuickSet(amount=done, load=load),) * sets


def _without(written: Written, message: str) -> WordError:
    """Return the error of a text without a dose: it points at the first figure there is, else at the end."""
    figure = _FIGURES.search(written.rest)
    if figure is not None:
        return written.error(f'"{_words(written.whole, figure)}" is not understood', EXAMPLE, figure)
    return WordError(message, EXAMPLE, at=len(written.whole), words=written.whole)


def _bounds(amount: Amount) -> str:
    """Return the widest bounds of an amount: without a measure the exercise will tell what is counted."""
    return (amount.measure or Measure.SECONDS).bounds


def _left_over(written: Written) -> re.Match[str] | None:
    while written.take(_FILLER):
        pass
    return written.take(_LEFT_OVER)


def _words(text: str, found: re.Match[str]) -> str:
    return " ".join(text[found.start() : found.end()].split())


def _finding(message: str, remedy: str, text: str, at: int) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="quick_not_understood",
        message=message,
        place=f'"{text}", column {at + 1}',
        remedy=remedy,
    )


_KIND_WORDS = {
    SetKind.FAILURE: "to failure",
    SetKind.WARM_UP: "warm-up",
    SetKind.DROP: "drop set",
    SetKind.WORK: "",
}


def _sets_words(sets: tuple[QuickSet, ...]) -> list[str]:
    """Write sets as `3x8`, `8,8,7` or `8@60kg, 7@65kg`, with the load once where it is the same."""
    loads = {each.load for each in sets}
    if len(loads) > 1:
        return [", ".join(f"{_amount_words(each.amount)} {_load_words(each.load)}".strip() for each in sets)]
    amounts = [_amount_words(each.amount) for each in sets]
    same = len(set(amounts)) == 1
    return [f"{len(sets)}x{amounts[0]}" if same else ",".join(amounts), _load_words(sets[0].load)]


def _amount_words(amount: Amount) -> str:
    units = {Measure.SECONDS: "s", Measure.CONTACTS: " contacts", Measure.REPS: " reps", None: ""}
    return f"{amount.value}{units[amount.measure]}"


def _load_words(load: Load | None) -> str:
    if load is None:
        return ""
    if load.load_kg is None:
        return "bodyweight"
    if load.per_hand:
        return f"@ {HANDS}x{_plain(load.load_kg / HANDS)}kg"
    return f"@ {_plain(load.load_kg)}kg"


def _plain(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
