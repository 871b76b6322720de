"""Read what the runner has: running plans, athlete files, finished plans, trials."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.bootstrap.files import once, read_bytes, source_of
from runlift.bootstrap.moment import current_day, machine_time_zone
from runlift.domain.athlete.profile import RacePriority
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.quantity import Finding, Severity
from runlift.formats.corrections import corrections_name, read_corrections
from runlift.formats.running_plan.detect import MAX_BYTES

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import Input, Plan
    from runlift.domain.response.trial_table import TrialsRead
    from runlift.domain.running.entry import Correction, DistanceUnit
    from runlift.domain.running.plan import RunningPlan
    from runlift.formats.running_plan.outcome import Outcome

WITHOUT_DATES = "plan_without_dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsRead:
    """A running plan as understood, and what was doubtful about it.

    Attributes:
        plan: The running plan.
        findings: Warnings and notes, with their places.
        source: The file it was read from, by name and hash.
    """

    plan: RunningPlan
    findings: tuple[Finding, ...]
    source: Input


@dataclass(frozen=True, slots=True, kw_only=True)
class AthleteRead:
    """The runner as told, and what was doubtful about it.

    Attributes:
        athlete: The runner.
        findings: Warnings and notes, with their places.
        source: The file it was read from, by name and hash.
    """

    athlete: Athlete
    findings: tuple[Finding, ...]
    source: Input

    @property
    def goal_race(self) -> date | None:
        """Day of the first goal race to come."""
        return min(
            (race.date for race in self.athlete.races if race.priority is RacePriority.A), default=None
        )


def read_running_plan(
    path: Path | str,
    *,
    start: date | None = None,
    race_date: date | None = None,
    goal_race: date | None = None,
    today: date | None = None,
    time_zone: str | None = None,
    unit: DistanceUnit | None = None,
    keep_strength: bool = False,
) -> RunsRead:
    """Read a running plan in any of the known formats, with the corrections that lie beside it.

    Args:
        path: The plan: ICS, CSV, YAML, JSON or text.
        start: First day, for a plan without dates.
        race_date: Race day, for a plan without dates that is counted back from it.
        goal_race: Race day to count back from, and to tell so, when nothing else gives the plan its dates.
        today: The day it is; today by default.
        time_zone: IANA name of the zone that UTC times are turned into; the machine's by default.
        unit: Unit of bare distances, where the plan does not tell it.
        keep_strength: Whether strength sessions already in the plan stay.

    Raises:
        InputError: The plan or the corrections cannot be read; the findings say where and what to do.
    """
    from runlift.domain.running.understand import understand  # noqa: PLC0415  on demand
    from runlift.formats.running_plan.limits import read_limited  # noqa: PLC0415  on demand

    path = Path(path)
    data = read_bytes(path, MAX_BYTES)
    read = partial(
        read_limited,
        data,
        name=path.name,
        today=today or current_day(),
        start=start,
        time_zone=time_zone or machine_time_zone(),
        unit=unit,
    )
    outcome = read(race_date=race_date)
    laid: tuple[Finding, ...] = ()
    if goal_race is not None and _lacks_dates(outcome):
        outcome, laid = read(race_date=goal_race), (_laid_back(path, goal_race),)
    if outcome.entries is None:
        raise InputError(outcome.findings)
    corrections, corrected = corrections_beside(path)
    understood = understand(outcome.entries, corrections=corrections, unit=unit, keep_strength=keep_strength)
    return RunsRead(
        plan=understood.plan,
        findings=once((*laid, *outcome.findings, *corrected, *understood.findings)),
        source=source_of(path, data),
    )


def read_athlete(path: Path | str, *, today: date | None = None) -> AthleteRead:
    """Read the athlete file.

    Args:
        path: The TOML file.
        today: The first day planned; today by default.

    Raises:
        InputError: The file cannot be used; the findings name each line and remedy.
    """
    from runlift.domain.placement.rule import rules_that_may_be_off  # noqa: PLC0415  on demand
    from runlift.formats.athlete_toml import read_athlete as read_athlete_bytes  # noqa: PLC0415  on demand

    path = Path(path)
    data = read_bytes(path, MAX_BYTES)
    outcome = read_athlete_bytes(
        data,
        name=path.name,
        today=today or current_day(),
        known_exercises=catalogue().keys(),
        known_soft_rules=rules_that_may_be_off(),
    )
    if outcome.athlete is None:
        raise InputError(outcome.findings)
    return AthleteRead(athlete=outcome.athlete, findings=outcome.findings, source=source_of(path, data))


def read_plan(path: Path | str) -> Plan:
    """Read a finished plan from `plan.json`, or from the folder it lies in.

    Raises:
        InputError: It is not a plan; the findings say where.
    """
    from runlift.formats.plan_json import load_plan  # noqa: PLC0415  on demand

    path = Path(path)
    path = path / "plan.json" if os.path.isdir(path) else path  # noqa: PTH112  a name too long is no folder
    outcome = load_plan(read_bytes(path, MAX_BYTES * 4), name=path.name)
    if outcome.plan is None:
        raise InputError(outcome.findings)
    return outcome.plan


def read_trials(path: Path | str) -> TrialsRead:
    """Read a table of trials of the shape of the project's own.

    Raises:
        InputError: It is no such table.
    """
    from runlift.formats.trials_csv import load_trials  # noqa: PLC0415  on demand

    path = Path(path)
    read = load_trials(read_bytes(path, MAX_BYTES), name=path.name)
    if any(finding.severity is Severity.ERROR for finding in read.findings):
        raise InputError(read.findings)
    return read


def read_corrections_beside(path: Path) -> tuple[Correction, ...]:
    """Return the corrections that lie beside a running plan, none when there is no such file.

    Raises:
        InputError: One of them cannot be read.
    """
    return corrections_beside(path)[0]


def corrections_beside(path: Path) -> tuple[tuple[Correction, ...], tuple[Finding, ...]]:
    """Return the corrections that lie beside a running plan, and what is doubtful about them."""
    beside = path.with_name(corrections_name(path.name))
    if not os.path.lexists(beside):
        return (), ()
    read = read_corrections(read_bytes(beside, MAX_BYTES), name=beside.name)
    if any(finding.severity is Severity.ERROR for finding in read.findings):
        raise InputError(read.findings)  # going on without them would undo what the runner put right
    return read.corrections, read.findings


def _lacks_dates(outcome: Outcome) -> bool:
    return any(finding.code == WITHOUT_DATES for finding in outcome.findings)


def _laid_back(path: Path, race_date: date) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        code="laid_back_from_goal_race",
        message=f"The plan has no dates; it is counted back from your goal race on {race_date}.",
        place=path.name,
        remedy="Give --start or --race-date if it belongs on other days.",
    )
