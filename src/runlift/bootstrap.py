"""The one file that joins files, formats, words and use cases; its functions are the Python library.

What a function alone needs is loaded when it is called: looking at a finished plan needs no solver.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.domain.athlete.profile import RacePriority
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.plan import Input, Plan
from runlift.domain.quantity import Finding, Severity
from runlift.formats.corrections import corrections_name, dump_corrections, read_corrections
from runlift.formats.running_plan.detect import MAX_BYTES
from runlift.formats.zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from runlift.application.follow_plan import Replanned
    from runlift.application.map_names import NameMap
    from runlift.application.ports import Store
    from runlift.application.show_progress import ProgressReport
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.diary import Diary
    from runlift.domain.diary.lift_log import MassUnit
    from runlift.domain.placement.move_runs import RunMoves
    from runlift.domain.quantity import DateSpan
    from runlift.domain.response.trial_table import TrialsRead
    from runlift.domain.running.entry import Correction, DistanceUnit
    from runlift.domain.running.plan import RunningPlan
    from runlift.domain.safety.verdict import Verdict
    from runlift.formats.activity_files.read_files import ActivityFiles
    from runlift.formats.lift_log import LiftLogRead
    from runlift.formats.plan_pdf import Paper, Printed
    from runlift.formats.running_plan.outcome import Outcome
    from runlift.formats.workout_files import WorkoutFile, WorkoutFormat
    from runlift.storage.state import DatabaseState

WITHOUT_DATES = "plan_without_dates"
MACHINE_ZONE_LINK = Path("/etc/localtime")
MACHINE_ZONE_NAME = Path("/etc/timezone")


# What the check warns of though a finding of the planner, by its code, has said it already.
TOLD_BY_THE_PLANNER = {
    "running_volume_spike": "running_jump",
    "running_volume_spike_far": "running_jump",
    "longest_run_untold": "unknown_longest_run_km",
    "no_weights_while_running": "weights_while_running_refused",
}


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
    data = _read(path, MAX_BYTES)
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
    corrections, corrected = _corrections_beside(path)
    understood = understand(outcome.entries, corrections=corrections, unit=unit, keep_strength=keep_strength)
    return RunsRead(
        plan=understood.plan,
        findings=_once((*laid, *outcome.findings, *corrected, *understood.findings)),
        source=_source(path, data),
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
    data = _read(path, MAX_BYTES)
    outcome = read_athlete_bytes(
        data,
        name=path.name,
        today=today or current_day(),
        known_exercises=catalogue().keys(),
        known_soft_rules=rules_that_may_be_off(),
    )
    if outcome.athlete is None:
        raise InputError(outcome.findings)
    return AthleteRead(athlete=outcome.athlete, findings=outcome.findings, source=_source(path, data))


def make_plan(
    athlete: AthleteRead,
    runs: RunsRead,
    *,
    first_day: date | None = None,
    time_zone: str | None = None,
    timing: bool = False,
    diary: Diary | None = None,
) -> Plan:
    """Make the season's plan from what was read.

    Args:
        athlete: The runner.
        runs: The running plan.
        first_day: First day that may hold strength work; today by default.
        time_zone: IANA name; the athlete's, else the machine's, by default.
        timing: Whether to record how long the proof took, which differs from run to run.
        diary: What the athlete told before, of body and health; nothing by default.

    Raises:
        InputError: No day is left to plan.
        PlanRefusedError: The safety check refuses the plan, which is a defect of the planner.
    """
    from runlift.application.make_plan import make_plan as make_plan_from_values  # noqa: PLC0415  on demand
    from runlift.application.past_of_plan import past_before  # noqa: PLC0415  on demand
    from runlift.domain.diary.entry import RunDone  # noqa: PLC0415  on demand
    from runlift.domain.diary.runs_done import with_running_now  # noqa: PLC0415  on demand
    from runlift.wording.verdict import verdict_finding  # noqa: PLC0415  on demand

    today = current_day()
    first_day = first_day or today
    told_runs = diary.of_kind(RunDone) if diary else ()
    runner = with_running_now(athlete.athlete, told_runs, today=today) if told_runs else athlete.athlete
    with _placed_at(runs.source.name):
        made = make_plan_from_values(
            runner,
            runs.plan,
            first_day=first_day,
            time_zone=time_zone or athlete.athlete.time_zone or machine_time_zone(),
            inputs=(athlete.source, runs.source),
            clock=perf_counter if timing else None,
            past=past_before(diary, runner, first_day=first_day, today=today) if diary else None,
        )
    told = (*athlete.findings, *runs.findings, *made.plan.warnings)
    codes = {finding.code for finding in told}
    new = (each for each in made.verdicts if TOLD_BY_THE_PLANNER.get(each.rule) not in codes)
    return replace(
        made.plan, warnings=_once((*told, *(verdict_finding(each, made.plan.body) for each in new)))
    )


def read_plan(path: Path | str) -> Plan:
    """Read a finished plan from `plan.json`, or from the folder it lies in.

    Raises:
        InputError: It is not a plan; the findings say where.
    """
    from runlift.formats.plan_json import load_plan  # noqa: PLC0415  on demand

    path = Path(path)
    path = path / "plan.json" if os.path.isdir(path) else path  # noqa: PTH112  a name too long is no folder
    outcome = load_plan(_read(path, MAX_BYTES * 4), name=path.name)
    if outcome.plan is None:
        raise InputError(outcome.findings)
    return outcome.plan


def check(plan: Plan) -> tuple[Verdict, ...]:
    """Return what the safety check says of a plan; a verdict of level `refuse` forbids following it."""
    from runlift.domain.safety.check import check_plan  # noqa: PLC0415  on demand

    return check_plan(plan, catalogue())


def write_plan(plan: Plan, folder: Path | str) -> tuple[Path, ...]:
    """Write `plan.json`, the calendar, the printable plan and the season picture; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.plan_files import CALENDAR, plan_files  # noqa: PLC0415  on demand

    path = Path(folder) / CALENDAR
    with _of_calendar(path):
        files = plan_files(plan, calendar=_read_if_there(path), now=current_moment())
    return tuple(write_file(Path(folder) / name, data) for name, data in files.items())


def write_calendar(
    plan: Plan, path: Path, *, alarm_minutes: int | None = None, in_zone: bool = False
) -> Path:
    """Write the plan as a calendar that updates the one already there in place.

    Args:
        plan: The plan.
        path: The calendar file.
        alarm_minutes: How long before a session an alarm rings [min]; None for none.
        in_zone: Whether times are of the plan's zone, and not floating.

    Raises:
        InputError: The file is no calendar of this program, or cannot be written.
    """
    from runlift.formats.plan_ics import CalendarWanted, dump_calendar  # noqa: PLC0415  on demand

    before = _read_if_there(path)
    wanted = CalendarWanted(alarm_minutes=alarm_minutes, in_zone=in_zone)
    with _of_calendar(path):
        data = dump_calendar(plan, before=before, now=current_moment() if before else None, wanted=wanted)
    return write_file(path, data)


def _read_if_there(path: Path) -> bytes:
    return _read(path, MAX_BYTES * 4) if path.exists() else b""


@contextmanager
def _of_calendar(path: Path) -> Iterator[None]:
    """Tell of a file in place of the calendar that this program did not write."""
    try:
        yield
    except ValueError as fault:
        finding = Finding(
            severity=Severity.ERROR,
            code="foreign_calendar",
            message=f"This file is no calendar of Runlift: {fault}. It is left as it is.",
            place=str(path),
            remedy="Move it away, or choose another name with --out.",
        )
        raise InputError([finding]) from fault


def write_progress(report: ProgressReport, folder: Path | str) -> tuple[Path, ...]:
    """Write the pictures of progress, each as SVG and PNG; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.progress_svg.pictures import progress_files  # noqa: PLC0415  on demand

    return tuple(write_file(Path(folder) / name, data) for name, data in progress_files(report).items())


def write_workouts(
    plan: Plan,
    folder: Path | str,
    *,
    form: WorkoutFormat,
    span: DateSpan,
    most_steps: int | None = None,
) -> tuple[WorkoutFile, ...]:
    """Write the workouts of a span of days, each as a file; return what was written.

    Raises:
        InputError: The folder cannot be written, or a workout does not fit into the format.
    """
    from runlift.formats.workout_files import STEPS_OF_CONNECT, workout_files  # noqa: PLC0415  on demand

    files = workout_files(plan, span, form, most_steps=most_steps or STEPS_OF_CONNECT)
    for each in files:
        write_file(Path(folder) / each.name, each.data)
    return files


def write_printed_plan(
    plan: Plan, path: Path | str, *, span: DateSpan, paper: Paper, printed: Printed
) -> Path | None:
    """Write the printable plan as PDF; None when no week begins within the span of days.

    Raises:
        InputError: The file cannot be written.
    """
    from runlift.formats.plan_pdf import dump_pdf  # noqa: PLC0415  on demand

    data = dump_pdf(plan, span, paper=paper, printed=printed)
    return None if data is None else write_file(Path(path), data)


def write_file(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all.

    Raises:
        InputError: It cannot be written.
    """
    half_written = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half_written.write_bytes(data)
        half_written.replace(path)
    except OSError as fault:
        raise InputError(
            [_file_finding(path, "file_not_written", fault, "Choose another folder.")]
        ) from fault
    return path


def _read(path: Path, most: int) -> bytes:
    """Read at most one byte more than is accepted, so that a huge file costs nothing."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        finding = _file_finding(path, "file_not_read", fault, "Check the name and whether you may read it.")
        raise InputError([finding]) from fault


def _file_finding(path: Path, code: str, fault: OSError, remedy: str) -> Finding:
    reason = fault.strerror or type(fault).__name__
    return Finding(severity=Severity.ERROR, code=code, message=f"{reason}.", place=str(path), remedy=remedy)


def read_corrections_beside(path: Path) -> tuple[Correction, ...]:
    """Return the corrections that lie beside a running plan, none when there is no such file.

    Raises:
        InputError: One of them cannot be read.
    """
    return _corrections_beside(path)[0]


def write_corrections_beside(path: Path, corrections: Iterable[Correction]) -> Path:
    """Write the corrections of a running plan into the file beside it; return that file."""
    return write_file(path.with_name(corrections_name(path.name)), dump_corrections(corrections))


def write_athlete(athlete: Athlete, path: Path) -> Path:
    """Write an athlete file."""
    from runlift.formats.athlete_dump import dump_athlete  # noqa: PLC0415  on demand

    return write_file(path, dump_athlete(athlete))


def write_running_plan(plan: RunningPlan, path: Path) -> Path:
    """Write a running plan in the project's own format."""
    from runlift.formats.running_plan.schedule_dump import dump_running_plan  # noqa: PLC0415  on demand

    return write_file(path, dump_running_plan(plan))


def propose_moves(athlete: AthleteRead, runs: RunsRead, *, first_day: date | None = None) -> RunMoves:
    """Return the days that runs marked movable would better be on, and what that gains."""
    from runlift.application.groundwork import lay_groundwork  # noqa: PLC0415  on demand
    from runlift.domain.placement.move_runs import move_runs  # noqa: PLC0415  on demand

    with _placed_at(runs.source.name):
        ground = lay_groundwork(athlete.athlete, runs.plan, first_day=first_day or current_day())
    return move_runs(
        ground.season,
        ground.runs,
        ground.rest_days,
        ground.athlete,
        races=ground.races,
        first_day=ground.first_day,
        last_day=ground.last_day,
    )


def accept_moves(runs: RunsRead, moves: RunMoves) -> RunsRead:
    """Return the running plan with the proposed moves made."""
    from runlift.domain.plan.timing import untimed  # noqa: PLC0415  on demand

    return replace(runs, plan=replace(untimed(moves.runs, moves.rest_days), name=runs.plan.name))


def read_trials(path: Path | str) -> TrialsRead:
    """Read a table of trials of the shape of the project's own.

    Raises:
        InputError: It is no such table.
    """
    from runlift.formats.trials_csv import load_trials  # noqa: PLC0415  on demand

    path = Path(path)
    read = load_trials(_read(path, MAX_BYTES), name=path.name)
    if any(finding.severity is Severity.ERROR for finding in read.findings):
        raise InputError(read.findings)
    return read


def open_store(database: str | None) -> Store:
    """Open the database that keeps diaries and plans, made on first use.

    Args:
        database: Path of a SQLite file, or a URL such as `postgresql://user@host/name`; by default a file in
            the user's data folder.

    Raises:
        StoreError: The database cannot be used; the finding says which and what to do.
    """
    from runlift.storage.open import open_store as open_sql_store  # noqa: PLC0415  on demand

    return open_sql_store(database)


def told_before(database: str | None, athlete: str) -> Diary:
    """Return what an athlete has told so far: nothing where the database is still to be made.

    Raises:
        StoreError: The database cannot be used.
    """
    from runlift.domain.diary.diary import Diary as Told  # noqa: PLC0415  on demand

    store = _store_there(database)
    return Told() if store is None else Told.of(store.recorded(athlete))


def latest_plan(database: str | None, athlete: str) -> Plan | None:
    """Return the plan that an athlete follows; None for none, and where the database is still to be made.

    Raises:
        StoreError: The database cannot be used.
    """
    store = _store_there(database)
    kept = None if store is None else store.plan(athlete)
    return None if kept is None else kept.plan


def _store_there(database: str | None) -> Store | None:
    from runlift.storage.address import address_of  # noqa: PLC0415  on demand

    file = address_of(database).file
    return open_store(database) if file is None or file.exists() else None


def database_state(database: str | None) -> DatabaseState:
    """Return what the database is and holds.

    Raises:
        StoreError: It cannot be used.
    """
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand
    from runlift.storage.state import state_of  # noqa: PLC0415  on demand

    return state_of(open_database(database))


def backup_database(database: str | None, path: Path, *, overwrite: bool = False) -> int:
    """Write everything the database keeps into a file; return how many rows that are.

    Raises:
        InputError: The file is there already or cannot be written.
        StoreError: The database cannot be used.
    """
    from runlift.storage.backup_file import write_backup  # noqa: PLC0415  on demand
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand

    return write_backup(open_database(database), Path(path), made_at=datetime.now(UTC), overwrite=overwrite)


def restore_database(database: str | None, path: Path, *, overwrite: bool = False) -> dict[str, int]:
    """Put everything of a backup into the database, all or nothing; return how many rows each athlete got.

    Raises:
        InputError: It is no whole backup, or an athlete is in the database already.
        StoreError: The database cannot be used.
    """
    from runlift.storage.backup_file import restore_backup  # noqa: PLC0415  on demand
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand

    return restore_backup(open_database(database), Path(path), overwrite=overwrite)


def export_athlete(store: Store, athlete: str, folder: Path) -> tuple[Path, ...]:
    """Write everything that is kept of an athlete as JSON and CSV files; return their paths.

    Raises:
        InputError: The folder cannot be written.
        StoreError: The database cannot be used.
    """
    from runlift.formats.diary_export import export_files  # noqa: PLC0415  on demand

    kept = (store.plan(athlete, version) for version in store.plan_versions(athlete))
    plans = [each for each in kept if each is not None]
    files = export_files(athlete, store.recorded(athlete), plans, store.names(athlete))
    return tuple(write_file(Path(folder) / name, data) for name, data in files.items())


def follow_plan(store: Store, athlete: str, plan: Plan) -> int:
    """Keep a plan as the one that an athlete follows from now on; return the number of its version."""
    from runlift.application.follow_plan import follow_plan as follow  # noqa: PLC0415  on demand

    return follow(store, athlete, plan, now=current_moment())


def replan_followed(
    store: Store,
    who: str,
    *,
    first_day: date | None = None,
    athlete: AthleteRead | None = None,
    runs: RunsRead | None = None,
    keep: bool = True,
) -> Replanned:
    """Make the plan that an athlete follows again from all that was done and told, and keep it.

    Args:
        store: Where diary and plans are kept.
        who: Id of the athlete.
        first_day: First day that may change; today by default.
        athlete: The athlete file, when it has changed.
        runs: A new running plan, for the days to come.
        keep: Whether to keep the new version.

    Raises:
        InputError: No plan is followed, or it cannot be made again from that day.
        PlanChangedError: Another version was kept in the meantime.
        PlanRefusedError: The safety check refuses the plan, which is a defect of the planner.
    """
    from runlift.application.follow_plan import Told, followed_plan, replan  # noqa: PLC0415  on demand
    from runlift.domain.adjustment.logged import last_worked  # noqa: PLC0415  on demand
    from runlift.domain.diary.diary import Diary  # noqa: PLC0415  on demand

    latest = max(current_day(), followed_plan(store, who).plan.first_day)
    if first_day is not None and first_day > latest:
        raise InputError([_days_between(first_day, latest)])
    told = Told(
        athlete=athlete.athlete if athlete else None,
        running_plan=runs.plan if runs else None,
        inputs=tuple(each.source for each in (athlete, runs) if each),
    )
    wanted = first_day or current_day()
    worked = last_worked(Diary.of(store.recorded(who)), until=current_day()) or wanted
    made = replan(store, who, today=max(wanted, worked), now=current_moment(), told=told, keep=keep)
    if worked <= wanted:
        return made
    return replace(made, again=replace(made.again, findings=(_done_since(worked), *made.again.findings)))


def _done_since(worked: date) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        code="work_was_done",
        message=f"You trained on {worked}, and what was done stays: the plan is made again from that day.",
        place="--from",
    )


def _days_between(first_day: date, latest: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="not_yet",
        message=f"{first_day} is yet to come: the days until then would count as missed.",
        remedy=f"Plan again from {latest} or an earlier day.",
    )


def read_lifts(path: Path | str, *, unit: MassUnit | None = None, today: date | None = None) -> LiftLogRead:
    """Read a training log that Hevy, Strong or FitNotes exported.

    Args:
        path: The CSV file.
        unit: Unit of weights whose unit the file does not tell.
        today: The day it is; today by default.

    Raises:
        InputError: It is no such log, or its unit must be given; the findings say what to do.
    """
    from runlift.formats.lift_log import read_lift_log  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.source import MAX_BYTES as MOST  # noqa: PLC0415  on demand

    path = Path(path)
    read = read_lift_log(_read(path, MOST), name=path.name, today=today or current_day(), unit=unit)
    if read.log is None:
        raise InputError(read.findings)
    return read


def name_map(confirmed: Mapping[str, str]) -> NameMap:
    """Return what knows the exercises that names of other apps mean, beginning with those confirmed."""
    from runlift.application.map_names import NameMap as Known  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.aliases import aliases  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.likeness import likely_exercises  # noqa: PLC0415  on demand

    return Known.of(aliases(), confirmed, likely_exercises)


@contextmanager
def activity_files(
    paths: Iterable[Path | str], *, known: Iterable[str] = (), with_track: bool = False
) -> Iterator[ActivityFiles]:
    """Find the activities of files, folders and archives, to be read by children within limits.

    Args:
        paths: FIT, GPX and TCX files, folders of them, and the exports of Strava, Garmin and Apple Health.
        known: Digests of files that need not be read again.
        with_track: Whether activities come with their records.
    """
    from runlift.formats.activity_files.read_files import FILE_LIMITS  # noqa: PLC0415  on demand
    from runlift.formats.activity_files.read_files import ActivityFiles as Files  # noqa: PLC0415  on demand
    from runlift.formats.child_process.pool import WorkerPool  # noqa: PLC0415  on demand

    with TemporaryDirectory(prefix="runlift-") as folder, WorkerPool(FILE_LIMITS) as pool:
        given = [Path(path) for path in paths]
        yield Files(given, pool, folder=Path(folder), known=known, with_track=with_track)


def _corrections_beside(path: Path) -> tuple[tuple[Correction, ...], tuple[Finding, ...]]:
    beside = path.with_name(corrections_name(path.name))
    if not os.path.lexists(beside):
        return (), ()
    read = read_corrections(_read(beside, MAX_BYTES), name=beside.name)
    if any(finding.severity is Severity.ERROR for finding in read.findings):
        raise InputError(read.findings)  # going on without them would undo what the runner put right
    return read.corrections, read.findings


@contextmanager
def _placed_at(name: str) -> Iterator[None]:
    """Name the file in findings that come from its values alone."""
    try:
        yield
    except InputError as fault:
        findings = [replace(finding, place=finding.place or name) for finding in fault.findings]
        raise InputError(findings) from fault


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


def _once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def _source(path: Path, data: bytes) -> Input:
    return Input(name=path.name, sha256=hashlib.sha256(data).hexdigest())


def current_moment() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def current_day() -> date:
    """Return the runner's own calendar day."""
    return date.today()  # noqa: DTZ011  the runner's own calendar day is meant


def machine_time_zone() -> str:
    """Return the IANA name of the machine's zone, or UTC when it tells none that is known."""
    return next(filter(zone_named, _machine_zones()), "UTC")


def _machine_zones() -> Iterator[str]:
    """Yield what the machine tells of its zone, the most particular first."""
    yield os.environ.get("TZ", "").lstrip(":")
    if MACHINE_ZONE_LINK.is_symlink():
        yield str(MACHINE_ZONE_LINK.resolve()).rpartition("zoneinfo/")[2]
    if MACHINE_ZONE_NAME.is_file():
        yield MACHINE_ZONE_NAME.read_text(encoding="ascii", errors="replace").strip()
