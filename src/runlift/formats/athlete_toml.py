"""Read the athlete file (TOML): every fault at once, each with its line and what to do."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.formats import athlete_checks, athlete_week_checks
from runlift.formats.athlete_build import build_athlete
from runlift.formats.athlete_checks import Known
from runlift.formats.athlete_findings import remark_on_shape
from runlift.formats.athlete_shape import AthleteFile, required_keys_of
from runlift.formats.toml_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from pydantic_core import ErrorDetails

    from runlift.domain.athlete.profile import Athlete
    from runlift.formats.athlete_findings import Remark

_CHECKS = (
    athlete_checks.check_age,
    athlete_checks.check_told_once,
    athlete_checks.check_usual,
    athlete_checks.check_volume,
    athlete_checks.check_units,
    athlete_checks.check_time_zone,
    athlete_week_checks.check_places,
    athlete_week_checks.check_windows,
    athlete_week_checks.check_travel,
    athlete_week_checks.check_races,
    athlete_checks.check_session_lengths,
    athlete_checks.check_wishes,
    athlete_checks.check_ids,
    athlete_checks.check_known_sets,
)
_STAND_IN = "experienced"  # for a missing experience, so that no wish is held against it meanwhile
_ABSENCES = {"missing_key", "no_free_window", "assumed_units", "assumed_descent"}
_LISTS = ("place", "travel", "race", "known_set")
_MOST_FINDINGS = 50  # beyond so many the file is no athlete's, and nobody reads on
_STARTER = (
    'begin with [athlete], then e.g. birth_year = 1984, body_mass_kg = 62, lifting = "novice", weekly_km = 45'
)
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AthleteReading:
    """What came of reading an athlete file.

    Attributes:
        athlete: The runner as told; None exactly when a finding is an error.
        findings: What to tell: errors first, each kind in the order of the file's lines.
    """

    athlete: Athlete | None
    findings: tuple[Finding, ...]


class _UnreadableError(Exception):
    """The bytes are no TOML; carries the one finding to tell."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_athlete(
    data: bytes,
    *,
    name: str,
    today: date,
    known_exercises: Collection[str] | None = None,
    known_soft_rules: Collection[str] | None = None,
) -> AthleteReading:
    """Read the runner from the bytes of an athlete file.

    Args:
        data: The file.
        name: Name of the file, for findings.
        today: First day planned; a race before it is past.
        known_exercises: Ids of the exercise catalogue; None leaves ids unchecked.
        known_soft_rules: Ids of the rules that may be turned off; None leaves ids unchecked.
    """
    try:
        told, lines = _parse(data, name)
    except _UnreadableError as unreadable:
        return AthleteReading(athlete=None, findings=(unreadable.finding,))
    known = Known(
        today=today, places=_place_names(told), exercises=known_exercises, soft_rules=known_soft_rules
    )
    file, remarks = _shape_and_check(told, known)
    findings = _placed(remarks, name, lines)
    refused = file is None or any(finding.severity is Severity.ERROR for finding in findings)
    athlete = None if file is None or refused else build_athlete(file, today=today)
    return AthleteReading(athlete=athlete, findings=findings)


def _parse(data: bytes, name: str) -> tuple[dict[str, Any], Mapping[tuple[str | int, ...], int]]:
    text = _decode(data, name)
    try:
        return tomllib.loads(text), lines_of(text)
    except RecursionError:
        raise _unreadable("too_deep", "The file is nested too deeply", name, _STARTER) from None
    except ValueError as wrong:
        message, place = _syntax_fault(str(wrong), text, name)
        remedy = 'write key = value, texts in "quotes", lists in [brackets]'
        raise _unreadable("not_toml", message, place, remedy) from None


def _decode(data: bytes, name: str) -> str:
    if len(data) > number("athlete_file_size"):
        size = number("athlete_file_size") / 1024
        raise _unreadable("too_large", f"The file is larger than {size:g} KiB", name, _STARTER)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        message, remedy = "The file is not UTF-8 text", "save it as plain text in UTF-8"
        raise _unreadable("not_text", message, f"{name}, line {line}", remedy) from None
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise _unreadable("empty_file", "The file is empty", name, _STARTER)
    for line, words in enumerate(text.split("\n"), start=1):
        if len(words) > number("athlete_file_line_length"):
            longest = number("athlete_file_line_length")
            message = f"The line is longer than {longest:g} characters"
            raise _unreadable("line_too_long", message, f"{name}, line {line}", "break it into several lines")
    return text


def _unreadable(code: str, message: str, place: str, remedy: str) -> _UnreadableError:
    return _UnreadableError(
        Finding(severity=Severity.ERROR, code=code, message=message, place=place, remedy=remedy)
    )


def _syntax_fault(message: str, text: str, name: str) -> tuple[str, str]:
    found = _WHERE.search(message)
    if found is None:
        return f"The file is not valid TOML: {message}", name
    line = found[1] or text.rstrip("\n").count("\n") + 1
    return f"The file is not valid TOML: {message[: found.start()]}", f"{name}, line {line}"


def _place_names(told: Mapping[str, Any]) -> tuple[str, ...]:
    places = told.get("place")
    if not isinstance(places, list):
        return ()
    return tuple(str(place["name"]) for place in places if isinstance(place, dict) and "name" in place)


def _shape_and_check(told: dict[str, Any], known: Known) -> tuple[AthleteFile | None, list[Remark]]:
    """Check the shape, then what is left of the file without its misshapen parts."""
    try:
        file = AthleteFile.model_validate(told)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
    else:
        return file, _checked(file, known)
    remarks = [remark_on_shape(error) for error in errors]
    pruned, kept = _without_faults(told, errors)
    with suppress(ValidationError):  # when too little is left to check, its faults are told already
        found = _checked(AthleteFile.model_validate(pruned), known)
        faults = [error["loc"] for error in errors]
        unpruned = [_unpruned(remark, kept) for remark in found]
        remarks += [remark for remark in unpruned if not _misses_a_fault(remark, faults)]
    return None, remarks


def _misses_a_fault(remark: Remark, faults: Sequence[tuple[str | int, ...]]) -> bool:
    """Tell whether something is missed only because its faulty value was left out."""
    *around, last = remark.path
    depth = len(around)
    return remark.code in _ABSENCES and any(
        list(fault[:depth]) == around and str(fault[depth]).startswith(str(last))
        for fault in faults
        if len(fault) > depth
    )


def _checked(file: AthleteFile, known: Known) -> list[Remark]:
    return [remark for check in _CHECKS for remark in check(file, known)]


def _without_faults(
    told: dict[str, Any], errors: Sequence[ErrorDetails]
) -> tuple[dict[str, Any], Mapping[str, list[int]]]:
    """Return the file without its faults, and which entries of the outermost lists are still there."""
    pruned = deepcopy(told)
    gone: set[tuple[str | int, ...]] = set()
    for error in errors:
        path = _faulty_part(error)
        if _is_entry(path):
            gone.add(path)
        elif path:
            _remove(pruned, path)
    kept = {}
    for key in _LISTS:
        if isinstance(pruned.get(key), list):
            kept[key] = [index for index in range(len(pruned[key])) if (key, index) not in gone]
            pruned[key] = [pruned[key][index] for index in kept[key]]
    pruned.setdefault("athlete", {}).setdefault("lifting", _STAND_IN)
    return pruned, kept


def _faulty_part(error: ErrorDetails) -> tuple[str | int, ...]:
    """Return the smallest part of the file to leave out with the fault: a key or an outermost entry."""
    path = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
    entry, rest = (path[:2], path[2:]) if _is_entry(path[:2]) else ((), path)
    steps = tuple(takewhile(lambda step: isinstance(step, str), rest))
    needed = entry and steps and str(steps[0]) in required_keys_of(str(entry[0]))
    return entry if needed else entry + steps


def _is_entry(path: tuple[str | int, ...]) -> bool:
    return len(path) == len(("key", "index")) and path[0] in _LISTS and isinstance(path[1], int)


def _remove(told: Any, path: tuple[str | int, ...]) -> None:  # noqa: ANN401 - a file of any shape
    """Take one key out; a key already taken out with another fault is no matter."""
    for step in path[:-1]:
        try:
            told = told[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(told, dict):
        told.pop(path[-1], None)


def _unpruned(remark: Remark, kept: Mapping[str, list[int]]) -> Remark:
    """Point a remark on the pruned file at the entry of the whole file."""
    path = remark.path
    if len(path) < len(("key", "index")) or path[0] not in kept or not isinstance(path[1], int):
        return remark
    path = (path[0], kept[str(path[0])][path[1]], *path[2:])
    return type(remark)(
        severity=remark.severity, code=remark.code, message=remark.message, path=path, remedy=remark.remedy
    )


def _placed(
    remarks: Sequence[Remark], name: str, lines: Mapping[tuple[str | int, ...], int]
) -> tuple[Finding, ...]:
    """Put errors first, each kind in the order of the file's lines; not more than anyone reads."""
    ranked = sorted(remarks, key=lambda remark: (list(Severity).index(remark.severity), remark.line(lines)))
    findings = [remark.finding(name, lines) for remark in ranked[:_MOST_FINDINGS]]
    if len(ranked) > _MOST_FINDINGS:
        more = f"{len(ranked) - _MOST_FINDINGS} more remarks on this file are not shown"
        findings.append(
            Finding(severity=Severity.WARNING, code="more_findings", message=more, place=name, remedy="")
        )
    return tuple(dict.fromkeys(findings))
