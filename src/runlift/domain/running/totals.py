"""The whole distance and duration of a run, told from its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import METRES_PER_MILE
from runlift.domain.running.amounts import (
    HALF_MARATHON_M,
    MARATHON_M,
    METRES_PER,
    SECONDS_PER_MINUTE,
    Amount,
    amounts_in,
    bare_amounts_in,
)
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.running.entry import DistanceUnit

PARKRUN_M = 5000.0
_PARKRUN = re.compile(r"\bparkrun\b")
_TOTAL = re.compile(r"\btotal\b")
_PIECE = re.compile(r"\b(?:with|last|final|first|middle|(?<!fast )finish(?:ing)?|d\+)\b|[(]|\bd\+")
_SEPARATOR = re.compile(r"[+,;/]|\bthen\b|\. ")
_CALM = re.compile(r"\b(?:wu|cd|easy|ez|e|jog)\b|\d\s?e\b")
_LETTERED = re.compile(r"(\d(?:\.\d+)?)\s?(?:e|t|l|i|ms?|r)\b(?!\w)")
_KINDS_IN_MINUTES = frozenset({RunKind.CROSS_TRAINING, RunKind.STRENGTH, RunKind.TEMPO})
_NAMED_RACES = (
    (re.compile(r"\b(?:half(?:[\s-]marathon)?|hm)\b"), HALF_MARATHON_M),
    (re.compile(r"\bmarathon\b"), MARATHON_M),
    (_PARKRUN, PARKRUN_M),
    (re.compile(r"\bmile\b"), METRES_PER_MILE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The whole of a run.

    Attributes:
        distance_m: Distance [m], or None when the words do not tell it.
        duration_s: Duration [s], or None when the words do not tell it.
    """

    distance_m: float | None = None
    duration_s: float | None = None


def total_of(body: str, kind: RunKind, unit: DistanceUnit, *, has_repeats: bool) -> Total:
    """Return the whole distance and duration that the words state, without counting a part as the whole."""
    body = _units_for_letters(body, unit)
    if kind is RunKind.RACE:
        return Total(distance_m=_race_distance(body, unit))
    stated = _stated_total(body, unit)
    if stated is not None:
        return _only(stated)
    if _PARKRUN.search(body):
        return Total(distance_m=PARKRUN_M)
    summed = None if has_repeats else _sum_of_segments(body, unit)
    return summed or _head_total(body, kind, unit, has_repeats=has_repeats)


def duration_of(text: str, unit: DistanceUnit) -> float | None:
    """Return the duration of other training [s]; a bare figure is minutes."""
    stated = [amount.duration_s for amount in amounts_in(text, unit) if amount.duration_s]
    if stated:
        return stated[0]
    bare = [(amount.distance_m or 0.0) / METRES_PER[unit] for amount in bare_amounts_in(text, unit)]
    return bare[0] * SECONDS_PER_MINUTE if bare and bare[0] >= number("bare_minutes_from") else None


def _units_for_letters(body: str, unit: DistanceUnit) -> str:
    """Give `2E + 4M` the unit of the plan; the letters name efforts."""
    if not re.search(r"\d\s?e\b|^\d+(?:\.\d+)?m \+", body):
        return body
    return _LETTERED.sub(rf"\1 {unit.value} e", body)


def _only(amount: Amount) -> Total:
    return Total(distance_m=amount.distance_m, duration_s=amount.duration_s)


def _stated_total(body: str, unit: DistanceUnit) -> Amount | None:
    found = _TOTAL.search(body)
    if found is None:
        return None
    amounts = (*amounts_in(body, unit), *bare_amounts_in(body, unit))
    before = [amount for amount in amounts if 0 <= found.start() - amount.end <= len(" ")]
    after = [
        amount for amount in amounts if 0 <= amount.start - found.end() < len(": x") and not amount.is_range
    ]
    return next(iter((*before, *after)), None)


def _sum_of_segments(body: str, unit: DistanceUnit) -> Total | None:
    """Return the sum of `3 easy, 4 tempo, 1 easy`: every segment has its length and one of them is calm."""
    header, colon, rest = body.partition(": ")
    if colon and _lengths(header, unit):
        return None
    segments = [segment for segment in _SEPARATOR.split(rest if colon else body) if re.search(r"\w", segment)]
    if len(segments) < len(("easy", "hard")) or _PIECE.search(body) or not _CALM.search(body):
        return None
    lengths = [_lengths(segment, unit) for segment in segments]
    if not all(lengths):
        return None
    firsts = [found[0] for found in lengths]
    if all(amount.distance_m is not None for amount in firsts):
        return Total(distance_m=sum(amount.distance_m or 0.0 for amount in firsts))
    if all(amount.duration_s is not None for amount in firsts):
        return Total(duration_s=sum(amount.duration_s or 0.0 for amount in firsts))
    return None


def _head_total(body: str, kind: RunKind, unit: DistanceUnit, *, has_repeats: bool) -> Total:
    """Return the first length of the head, before `with`, `last`, brackets; a warm-up is not the whole."""
    if has_repeats and "+" in body:
        return Total()
    found = _PIECE.search(body)
    head = body[: found.start()] if found else body
    tail = body[found.start() :] if found else ""
    segments = [part for part in _SEPARATOR.split(head) if not re.search(r"\b(?:wu|cd|wu-cd)\b", part)]
    if has_repeats and re.search(r"\b(?:wu|cd)\b", head):
        return Total()
    head = " , ".join(segments)
    stated = amounts_in(head, unit)
    distances = [amount for amount in stated if amount.distance_m is not None]
    durations = [amount for amount in stated if amount.duration_s is not None]
    if durations and not distances and re.search(r"\b(?:wu|cd|wu-cd)\b", body):
        return Total()
    if not stated:
        return _bare_total(head, kind, unit) or (Total() if has_repeats else _leftover(tail, unit))
    return Total(
        distance_m=distances[0].distance_m if distances else None,
        duration_s=durations[0].duration_s if durations else None,
    )


def _bare_total(head: str, kind: RunKind, unit: DistanceUnit) -> Total | None:
    bare = bare_amounts_in(head, unit)
    if not bare:
        return None
    figure = (bare[0].distance_m or 0.0) / METRES_PER[unit]
    if kind in _KINDS_IN_MINUTES and figure >= number("bare_minutes_from"):
        return Total(duration_s=figure * SECONDS_PER_MINUTE)
    return Total(distance_m=bare[0].distance_m)


def _leftover(tail: str, unit: DistanceUnit) -> Total:
    """Return a length that stands in brackets or after `with` when the head has none at all."""
    amounts = amounts_in(tail, unit)
    if len(amounts) != 1 or re.match(r"\w+ \d", tail):
        return Total()
    return _only(amounts[0])


def _race_distance(body: str, unit: DistanceUnit) -> float | None:
    segments = _SEPARATOR.split(body)
    ordered = sorted(
        segments, key=lambda segment: not re.search(r"\brace|\btt\b|\btrial|\bparkrun|\btune", segment)
    )
    for segment in ordered:
        stated = [amount for amount in amounts_in(segment, unit) if amount.distance_m and not amount.is_range]
        if stated:
            return stated[0].distance_m
        named = [metres for pattern, metres in _NAMED_RACES if pattern.search(segment)]
        if named:
            return named[0]
    bare = [
        amount for segment in ordered[:1] for amount in bare_amounts_in(segment, unit) if not amount.is_range
    ]
    return bare[0].distance_m if bare else None


def _lengths(text: str, unit: DistanceUnit) -> tuple[Amount, ...]:
    return amounts_in(text, unit) or bare_amounts_in(text, unit)
