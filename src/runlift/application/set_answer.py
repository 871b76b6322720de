"""Read what a runner answers when one set is asked: `8`, `8x16`, `8 @ 16 r2`, `16kg`, `p 4 knee`, `n text`.

What is not told is as it was suggested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.set_amount import AMOUNT, Amount, Measure, read_amount
from runlift.application.set_words import (
    FIGURE,
    MASS_UNIT,
    TIMES,
    Load,
    SetDetails,
    WordError,
    Written,
    figure,
    kilograms,
    read_details,
    read_note,
    within,
)

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Units

TWO_WEIGHTS = "2"
_AMOUNT_AND_LOAD = re.compile(rf"^\s*(\d{{1,4}})\s*{TIMES}\s*({FIGURE})\s*({MASS_UNIT})?(?![\w.,:])")
_AMOUNT = re.compile(rf"(?<![\w.,:]){AMOUNT}(?![\w.,:])")
_LEFT_OVER = re.compile(r"[^\s,;]+")
HOW = 'write what you did, like "8", "8x16", "8 @ 16 r2" or "p 4 knee"; "?" shows every form'

_EFFORT = re.compile(r"^\s*(\d{1,2}(?:[.,]\d)?)(?:\s*/\s*10)?(?![\w.,])")
HOW_HARD = 'write a number from 0 to 10, like "7" or "7 n felt strong", or press Enter'


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAnswer:
    """What was told of one set; what is None or empty was not told."""

    amount: Amount | None
    details: SetDetails


def read_set_answer(text: str, units: Units, measure: Measure) -> SetAnswer:
    """Read an answer.

    Args:
        text: What was written.
        units: Unit of a load that names none.
        measure: What a bare number counts.

    Raises:
        WordError: It is not understood; the error points at the words.
    """
    written = Written(text)
    amount, load = _amount_and_load(written, units, measure)
    details = read_details(written, units)
    if load is not None:
        if details.load is not None:
            raise WordError("The load is told twice", HOW, at=0, words=text.strip())
        details = replace(details, load=load)
    amount = amount or _amount(written, measure)
    left_over = written.take(_LEFT_OVER)
    if left_over is not None:
        words = text[left_over.start() : left_over.end()]
        raise written.error(f'"{words}" is not understood', HOW, left_over)
    return SetAnswer(amount=amount, details=details)


def _amount_and_load(written: Written, units: Units, measure: Measure) -> tuple[Amount | None, Load | None]:
    """Read `8x16`; with a unit, `2x12kg` are two weights and no repetitions."""
    found = _AMOUNT_AND_LOAD.match(written.rest)
    if found is None or (found[1] == TWO_WEIGHTS and found[3]):
        return None, None
    written.blank(*found.span())
    done = int(within(written, int(found[1]), measure.bounds, found, 1))
    load = kilograms(found[2], found[3], units)
    within(written, load, "known_set_load_possible", found, 2)
    return Amount(value=done, measure=measure), Load(load_kg=load or None)


def _amount(written: Written, measure: Measure) -> Amount | None:
    found = written.take(_AMOUNT)
    if found is None:
        return None
    amount = read_amount(found[0]).counted_as(measure)
    within(written, amount.value, (amount.measure or measure).bounds, found)
    return amount


def read_effort_answer(text: str) -> tuple[float | None, str]:
    """Read how hard the whole session was, and a note: `7`, `7/10`, `6.5 n slept badly`.

    Raises:
        WordError: It is not understood; the error points at the words.
    """
    written = Written(text)
    note = read_note(written)
    found = written.take(_EFFORT)
    effort = within(written, figure(found[1]), "log_scale", found, 1) if found else None
    left_over = written.take(_LEFT_OVER)
    if left_over is not None:
        words = text[left_over.start() : left_over.end()]
        raise written.error(f'"{words}" is not understood', HOW_HARD, left_over)
    return effort, note
