"""Read trials from a comma-separated table, one group of runners a row; untrained groups are left out.

Columns that are used: study, year, study_id, arm, group, n, weeks, sessions_per_week, level,
re_net_vs_con_pct, re_mean_pct, re_status, tt_distance, tt_change_pct, source, verified, mem_fields.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from math import isfinite
from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.quantity import Finding, Severity
from runlift.domain.response.method import Method
from runlift.domain.response.trial_group import TrialGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONTROL = "CON"
METHODS = {
    "HRT": Method.HEAVY,
    "MAX": Method.HEAVY,
    "EXP": Method.EXPLOSIVE,
    "PLY": Method.PLYOMETRIC,
    "COMB": Method.COMBINED,
    "ISO": Method.ISOMETRIC,
    "SUB": Method.LIGHT,
}
NEEDED = ("study_id", "group", "re_net_vs_con_pct", "re_mean_pct", "re_status")
NO_CHANGE = "NS"
FROM_MEMORY = "mem"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialsRead:
    """What a table holds, and what was wrong with it.

    Attributes:
        groups: Groups that trained; empty when the table cannot be used.
        findings: Errors where it cannot be used at all, warnings and notes about rows.
    """

    groups: tuple[TrialGroup, ...]
    findings: tuple[Finding, ...]


def read_trial_table(text: str, *, name: str) -> TrialsRead:
    """Read every group that trained."""
    try:
        reader = csv.DictReader(StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), newline=""))
        missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
        if missing:
            return TrialsRead(groups=(), findings=(_not_trials(name, missing),))
        records = [(reader.line_num, record) for record in reader]
    except csv.Error as fault:
        return TrialsRead(groups=(), findings=(_no_table(name, fault),))
    findings: list[Finding] = []
    groups = [
        _group(record, f"{name}, line {line}", findings)
        for line, record in records
        if _cell(record, "group") != CONTROL
    ]
    return TrialsRead(groups=tuple(each for each in groups if each), findings=tuple(findings))


def _group(record: Mapping[str, str | None], place: str, findings: list[Finding]) -> TrialGroup | None:
    method = METHODS.get(_cell(record, "group").upper())
    if method is None or not _cell(record, "study_id"):
        findings.append(_unknown_group(_cell(record, "group"), place))
        return None
    cells = _Cells(record=record, place=place, findings=findings)
    told = cells.change()
    runners = cells.figure("n", "trial_runners_possible")
    return TrialGroup(
        study=_cell(record, "study") or _cell(record, "study_id"),
        year=_cell(record, "year"),
        study_id=_cell(record, "study_id"),
        arm=_cell(record, "arm"),
        method=method,
        runners=None if runners is None else round(runners),
        weeks=cells.figure("weeks", "trial_weeks_possible"),
        sessions_per_week=cells.figure("sessions_per_week", "trial_frequency_possible"),
        level=_cell(record, "level"),
        change=told if told is not None else _without_effect(record),
        change_told=told is not None,
        race_change=cells.figure("tt_change_pct", "trial_change_possible"),
        race=_cell(record, "tt_distance"),
        source=_cell(record, "source"),
        from_memory=_is_from_memory(record),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """A row whose figures are read with their limits; what cannot be read is told and left out."""

    record: Mapping[str, str | None]
    place: str
    findings: list[Finding]

    def change(self) -> float | None:
        """Return the change beside controls, else that within the group."""
        beside = self.figure("re_net_vs_con_pct", "trial_change_possible")
        return beside if beside is not None else self.figure("re_mean_pct", "trial_change_possible")

    def figure(self, column: str, limits: str) -> float | None:
        """Return the mean of the figures of a cell, written `a;b` or `a-b`."""
        text = _cell(self.record, column)
        if not text:
            return None
        values = list(_figures(text))
        low, high = pair(limits)
        if not values or not all(low <= each <= high for each in values):
            self.findings.append(_no_figure(column, text, self.place))
            return None
        return sum(values) / len(values)


def _figures(text: str) -> Iterator[float]:
    """Yield the figures of a cell; none when any part of it is no figure."""
    parts = text.split(";") if ";" in text else [text]
    try:
        values = [float(part.replace("\N{MINUS SIGN}", "-")) for part in parts]
    except ValueError:
        low, _, high = text.partition("-")
        values = [float(each) for each in (low, high) if each.strip().replace(".", "", 1).isdecimal()]
        values = values if len(values) == len(("low", "high")) else []
    yield from values if all(isfinite(each) for each in values) else ()


def _without_effect(record: Mapping[str, str | None]) -> float | None:
    """Return 0 for a group that is only told to be without significant change.

    Source: RM19.
    """
    return number("trial_without_effect") if _cell(record, "re_status").startswith(NO_CHANGE) else None


def _is_from_memory(record: Mapping[str, str | None]) -> bool:
    return _cell(record, "verified").startswith(FROM_MEMORY)


def _cell(record: Mapping[str, str | None], column: str) -> str:
    return (record.get(column) or "").strip()


def _not_trials(name: str, missing: list[str]) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="not_a_table_of_trials",
        message=f"Columns are missing: {', '.join(missing)}.",
        place=name,
        remedy="Give a CSV with the columns of the project's own table of trials.",
    )


def _no_table(name: str, fault: csv.Error) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="not_a_table_of_trials",
        message=f"It cannot be read as a table: {fault}.",
        place=name,
        remedy="Give a CSV with the columns of the project's own table of trials.",
    )


def _unknown_group(group: str, place: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="unknown_trial_group",
        message=f"The group {group!r} is not known, or the row has no study_id; it is left out.",
        place=place,
        remedy=f"Known: {', '.join((*METHODS, CONTROL))}.",
    )


def _no_figure(column: str, text: str, place: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="unreadable_trial_figure",
        message=f"{column} is {text[:40]!r}, which is no possible figure; it is left out.",
        place=place,
        remedy="Write a plain number.",
    )
