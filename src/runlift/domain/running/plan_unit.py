"""The unit of a plan's bare distances: from the file, from its words, or from what is plausible."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.amounts import METRES_PER_KILOMETRE, bare_amounts_in
from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.spelling import plain
from runlift.domain.running.structure import structure_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.running.entry import PlanEntries

_MILES = re.compile(
    r"\d\s*-?\s*(?:miles?|milers?|mi)\b|\b(?:13\.1|26\.2)\b"
    r"|(?<![\d.:x])(?<!x )\b(?:[2-9]|1\d|2[0-6])(?:\.\d)? ?m (?:run|easy|pace|long|race)\b"
)
# `5k` and `10k` are races and paces in plans of either unit, so they tell nothing.
_KILOMETRES = re.compile(
    r"\d\s*-?\s*km\b|\b(?!(?:1|3|5|8|10|12|15)k\b)\d+(?:\.\d+)?k\b|\b(?:21\.1|42\.2)\b|/km\b"
)


def unit_of(entries: PlanEntries, stated: DistanceUnit | None) -> tuple[DistanceUnit, tuple[Finding, ...]]:
    """Return the unit of bare distances, with a finding when it had to be assumed."""
    known = stated or entries.unit
    if known is not None:
        return known, ()
    in_words = _unit_in_words([plain(f"{entry.title} ; {entry.note}") for entry in entries.entries])
    if in_words is not None:
        return in_words, ()
    bare = [plain(entry.title) for entry in entries.entries if entry.distance_m is None]
    figures = [figure for text in bare for figure in _bare_figures(text)]
    if not figures:
        return DistanceUnit.KILOMETRES, ()
    unit = plausible_unit(figures)
    return unit, (_assumed(unit, entries.name),)


def plausible_unit(figures: Sequence[float]) -> DistanceUnit:
    """Return the unit in which bare figures make the likelier plan.

    Source: R010.
    """
    small = median(figures) <= number("miles_median_to") and max(figures) <= number("miles_largest_to")
    return DistanceUnit.MILES if small else DistanceUnit.KILOMETRES


def _unit_in_words(texts: Sequence[str]) -> DistanceUnit | None:
    miles = sum(len(_MILES.findall(text)) for text in texts)
    kilometres = sum(len(_KILOMETRES.findall(text)) for text in texts)
    if miles == kilometres:
        return None
    return DistanceUnit.MILES if miles > kilometres else DistanceUnit.KILOMETRES


def _bare_figures(text: str) -> list[float]:
    body = structure_of(text, DistanceUnit.KILOMETRES).body
    found = bare_amounts_in(body, DistanceUnit.KILOMETRES)
    return [(amount.distance_m or 0.0) / METRES_PER_KILOMETRE for amount in found[:1]]


def _assumed(unit: DistanceUnit, name: str) -> Finding:
    word = {DistanceUnit.MILES: "miles", DistanceUnit.KILOMETRES: "kilometres"}[unit]
    return Finding(
        severity=Severity.WARNING,
        code="unit_assumed",
        message=f"No unit of distance is stated; bare figures are taken as {word}.",
        place=name,
        remedy="State the unit, mi or km, when reading the plan.",
    )
