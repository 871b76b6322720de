"""The reading of one run from its words: kind, key, lengths, parts, and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import METRES_PER_MILE
from runlift.domain.running.amounts import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE, amounts_in
from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.kind_rules import first_rule
from runlift.domain.running.plan import RunKind, RunPart
from runlift.domain.running.structure import Structure, pieces_of, structure_of
from runlift.domain.running.totals import Total, total_of

if TYPE_CHECKING:
    from runlift.domain.running.kind_rules import KindRule

_CALM_KINDS = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY})
_STAYS_CALM = frozenset({"run_walk", "easy_parkrun", "steady_parkrun", "fun_run", "race_recovery"})
# Rules of a part at pace: beside a very long whole they leave the run a long one.
_PART_OF_A_RUN = frozenset({"piece_at_pace", "race_pace", "hard_word"})
_JUDGED_BY_REPEATS = frozenset({"race_pace", "hard_word"})
_HARD_WORDS = re.compile(
    r"\b(?:hard|fast|sprints?|vo2\w*|speed|rep(?:s|eats?)?|quick|all[\s-]out|race|\d+k|mile|max)\b"
)
_RACE_PACE = re.compile(
    r"\b(?:g?mp|hmp|lt|t|threshold|tempo|hm|half|goal|target|marathon|race|hard|fast|\d+(?:\.\d+)?\s?k(?:m)?)\b"
)
_SUSTAINED_PACE = re.compile(r"\b(?:g?mp|hmp|hm|half|marathon|goal|15k)\b")
_RUN_WORD = re.compile(r"\brun(?:s|ning)?\b(?![\s-]*(?:through|down|up|late|errands?|out of)\b)")
_RACE_FIGURE = re.compile(r"^(?:13\.1|26\.2|42\.2|42\.195|21\.1)\s*(?:mi|miles|km|k)?$")
_RACE_IN_KILOMETRES = re.compile(r"^(?:5|8|10|12|15)k$")
_NUMERIC_PACE = re.compile(r"(?<![\d:])(?P<m>\d{1,2}):(?P<s>[0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words of one run mean.

    Attributes:
        kind: What it is.
        key: Whether its quality matters.
        distance_m: Whole distance [m], or None when not told.
        duration_s: Whole duration [s], or None when not told.
        parts: Structure where stated.
        confidence: How sure the reading is (0 to 1).
        rule: Id of the rule that named the kind.
    """

    kind: RunKind
    key: bool
    distance_m: float | None = None
    duration_s: float | None = None
    parts: tuple[RunPart, ...] = ()
    confidence: float = 0.0
    rule: str = ""


def read_run(text: str, unit: DistanceUnit) -> Reading:
    """Read the plain words of one run."""
    structure = structure_of(text, unit)
    pieces = pieces_of(structure.words, unit) if not structure.repeats else ()
    judged = _kind(structure, pieces, unit)
    total = total_of(structure.body, judged.kind, unit, has_repeats=bool(structure.repeats))
    if judged.rule == "run_walk" and structure.repeats:
        total = Total()
    judged = _with_lengths(judged, structure, total, unit)
    return Reading(
        kind=judged.kind,
        key=judged.kind.is_key,
        distance_m=total.distance_m,
        duration_s=total.duration_s,
        parts=(*structure.repeats, *_true_pieces(pieces, total), *structure.strides),
        confidence=number(judged.confidence),
        rule=judged.rule,
    )


def _true_pieces(pieces: tuple[RunPart, ...], total: Total) -> tuple[RunPart, ...]:
    """Leave out a piece that is the whole run, as in `long run with hills 22 km`."""
    return tuple(
        piece
        for piece in pieces
        if (piece.distance_m, piece.duration_s) != (total.distance_m, total.duration_s)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A kind, how sure it is, and the rule that named it."""

    kind: RunKind
    confidence: str
    rule: str


def _kind(structure: Structure, pieces: tuple[RunPart, ...], unit: DistanceUnit) -> _Judged:
    """Return the kind: by word first, then by pattern."""
    named = first_rule(structure)
    if named is not None and not _is_calm_beside_quality(named, structure, pieces, unit):
        kind = _kind_of_repeats(structure) if _is_judged_by_repeats(named, structure) else named.kind
        return _Judged(kind=kind, confidence=named.confidence, rule=named.id)
    if structure.repeats and not _are_strides(structure):
        return _Judged(kind=_kind_of_repeats(structure), confidence="confidence_pattern", rule="repeats")
    if pieces or named is not None:
        return _Judged(kind=RunKind.TEMPO, confidence="confidence_pattern", rule="piece_at_pace")
    if (structure.strides or structure.repeats) and not amounts_in(structure.body, unit):
        return _Judged(kind=RunKind.STRIDES, confidence="confidence_word", rule="strides_only")
    return _Judged(kind=RunKind.EASY, confidence="confidence_nothing", rule="")


def _is_calm_beside_quality(
    named: KindRule, structure: Structure, pieces: tuple[RunPart, ...], unit: DistanceUnit
) -> bool:
    """Tell whether a calm word stands beside work that is not calm, as in `9 easy with 6 x 1000`."""
    if named.kind not in _CALM_KINDS or named.id in _STAYS_CALM:
        return False
    if structure.repeats:
        return not _are_strides(structure)
    if any(_RACE_PACE.search(piece.intensity) for piece in pieces):
        return True
    return structure.body.count("easy") > 1 and _is_quick(structure.pace, unit)


def _is_judged_by_repeats(named: KindRule, structure: Structure) -> bool:
    """Tell whether the length of the repeats decides, as in `5 x 1 km @ 10k pace`."""
    if named.id not in _JUDGED_BY_REPEATS or not structure.repeats:
        return False
    return not _SUSTAINED_PACE.search(structure.pace)


def _are_strides(structure: Structure) -> bool:
    """Tell whether all repeats are as short as strides and no word calls them hard."""
    return not _HARD_WORDS.search(structure.words) and all(_is_short(part) for part in structure.repeats)


def _is_short(part: RunPart) -> bool:
    if part.duration_s is not None:
        return part.duration_s <= number("stride_to_seconds")
    return part.distance_m is not None and part.distance_m <= number("stride_to_distance")


def _kind_of_repeats(structure: Structure) -> RunKind:
    longest = max((part.duration_s or 0.0 for part in structure.repeats), default=0.0)
    farthest = max((part.distance_m or 0.0 for part in structure.repeats), default=0.0)
    is_sustained = (
        longest >= number("threshold_repeat_from_minutes") * SECONDS_PER_MINUTE
        or farthest >= number("threshold_repeat_from_distance")
        or bool(_SUSTAINED_PACE.search(structure.pace))
    )
    return RunKind.TEMPO if is_sustained else RunKind.INTERVALS


def _with_lengths(judged: _Judged, structure: Structure, total: Total, unit: DistanceUnit) -> _Judged:
    """Let the whole length speak where words were silent, or where it outweighs a part at pace."""
    if (
        judged.rule in _PART_OF_A_RUN
        and judged.kind is RunKind.TEMPO
        and (total.distance_m or 0.0) >= number("long_despite_quality")
    ):
        return replace(judged, kind=RunKind.LONG, rule="long_despite_quality")
    if judged.rule:
        return judged
    return _guessed(judged, structure, total, unit)


def _guessed(judged: _Judged, structure: Structure, total: Total, unit: DistanceUnit) -> _Judged:
    """Guess a kind that no word names, from figures."""
    if _is_bare_race(structure, unit):
        return _Judged(kind=RunKind.RACE, confidence="confidence_figures", rule="race_distance_alone")
    if _RACE_PACE.search(structure.pace):
        return _Judged(kind=RunKind.TEMPO, confidence="confidence_pattern", rule="race_pace_alone")
    if _minutes(total) >= number("long_without_word"):
        return _Judged(kind=RunKind.LONG, confidence="confidence_figures", rule="long_without_word")
    if _is_quick(structure.pace, unit):
        return _Judged(kind=RunKind.STEADY, confidence="confidence_figures", rule="quick_pace")
    if total != Total() or _RUN_WORD.search(structure.words):
        return _Judged(kind=RunKind.EASY, confidence="confidence_figures", rule="no_word_of_effort")
    return judged


def _minutes(total: Total) -> float:
    if total.duration_s is not None:
        return total.duration_s / SECONDS_PER_MINUTE
    return (total.distance_m or 0.0) / METRES_PER_KILOMETRE * number("easy_pace_assumed") / SECONDS_PER_MINUTE


def _is_quick(pace: str, unit: DistanceUnit) -> bool:
    """Tell whether a pace in figures is quicker than easy running usually is."""
    found = _NUMERIC_PACE.search(pace)
    if found is None:
        return False
    seconds = int(found["m"]) * SECONDS_PER_MINUTE + int(found["s"])
    in_miles = "/mi" in pace or ("/km" not in pace and unit is DistanceUnit.MILES)
    per_km = seconds * METRES_PER_KILOMETRE / METRES_PER_MILE if in_miles else seconds
    return per_km <= number("quick_pace")


def _is_bare_race(structure: Structure, unit: DistanceUnit) -> bool:
    """Tell whether the words are a race distance alone: `13.1`, or `10k` in a plan in miles."""
    words = structure.words.strip(" !.")
    return bool(_RACE_FIGURE.match(words)) or (
        unit is DistanceUnit.MILES and bool(_RACE_IN_KILOMETRES.match(words))
    )
