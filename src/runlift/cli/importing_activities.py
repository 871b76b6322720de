"""`runlift import`: recorded activities into the diary, each once."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from runlift.application.error import InputError
from runlift.application.import_activities import ActivityImport
from runlift.application.keep_entries import keep_entries
from runlift.bootstrap import activity_files, machine_time_zone
from runlift.cli.activity_report import print_report, report_document
from runlift.cli.console import print_json
from runlift.cli.recording import after_logging, author_now, open_desk
from runlift.domain.quantity import Finding, Severity
from runlift.formats.zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo
    from pathlib import Path

    from runlift.application.import_activities import ActivityFate
    from runlift.cli.recording import Desk
    from runlift.formats.activity_files.read_files import FileRead

KEPT_EVERY = 200  # files after which what was read is safe from a kill


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the import.

    Attributes:
        paths: Files, folders and archives.
        dry_run: Whether nothing is kept.
        each_file: Whether every file is told of by itself.
        unknown_as_run: Whether activities whose sport is not told are runs.
        time_zone: Zone of files that tell only UTC; None for the athlete's, or the machine's.
    """

    paths: tuple[Path, ...]
    dry_run: bool
    each_file: bool
    unknown_as_run: bool
    time_zone: str | None


@dataclass(slots=True, kw_only=True)
class FileReport:
    """What became of a file.

    Attributes:
        name: Its name, with that of the archive it lies in.
        known: Whether it was in the diary already, so that it was not read again.
        fates: What became of its activities.
        findings: What there is to tell of it.
    """

    name: str
    known: bool = False
    fates: list[ActivityFate] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()


def import_files(wanted: Wanted, *, database: str | None, who: str, as_json: bool) -> None:
    """Import files and tell what became of them; what was read before a stop is kept.

    Raises:
        InputError: None of the files could be read.
    """
    desk = open_desk(database, who)
    importing = _begin(desk, wanted)
    reports = _read_all(desk, importing, wanted)
    _settle(importing, reports)
    written = _keep(desk, importing, dry_run=wanted.dry_run)
    faults = _faults_of_all(reports)
    if as_json:
        print_json(report_document(reports, kept=not wanted.dry_run))
    elif wanted.each_file or not faults:
        print_report(reports, desk.units, kept=not wanted.dry_run, each_file=wanted.each_file)
    if faults:
        raise InputError(faults)
    if written:
        after_logging(desk.store, desk.who)


def _begin(desk: Desk, wanted: Wanted) -> ActivityImport:
    author = author_now()
    athlete = desk.plan.athlete if desk.plan else None
    return ActivityImport(
        desk.store.recorded(desk.who),
        author,
        _zone(wanted.time_zone or (athlete.time_zone if athlete else None)),
        names=desk.store.names(desk.who),
        planned=[timed.run for timed in desk.plan.runs] if desk.plan else (),
        age=athlete.age_on(author.today) if athlete else None,
        unknown_as_run=wanted.unknown_as_run,
    )


def _zone(name: str | None) -> tzinfo:
    """Return the zone told, else that of the machine.

    Raises:
        InputError: No zone has that name.
    """
    zone = zone_named(name or machine_time_zone())
    if zone is None:
        remedy = "Write it as Europe/Berlin or America/New_York."
        message = f"{name!r} is no time zone."
        finding = Finding(
            severity=Severity.ERROR,
            code="unknown_zone",
            message=message,
            place="--time-zone",
            remedy=remedy,
        )
        raise InputError([finding])
    return zone


def _read_all(desk: Desk, importing: ActivityImport, wanted: Wanted) -> list[FileReport]:
    """Read every file, and keep what was read from time to time, also when the import is stopped."""
    reports: list[FileReport] = []
    with activity_files(wanted.paths, known=importing.digests) as files:
        try:
            for read in _with_progress(files.read(), files.count):
                reports.append(_report(read, importing))
                if len(reports) % KEPT_EVERY == 0:
                    _keep(desk, importing, dry_run=wanted.dry_run)
        except BaseException:
            _keep(desk, importing, dry_run=wanted.dry_run)
            raise
    return reports


def _report(read: FileRead, importing: ActivityImport) -> FileReport:
    return FileReport(
        name=read.name,
        known=read.known,
        fates=[importing.take(activity) for activity in read.outcome.activities],
        findings=read.outcome.findings,
    )


def _settle(importing: ActivityImport, reports: Iterable[FileReport]) -> None:
    """Put in what became of activities that were waiting for others."""
    late = {id(fate.activity): fate for fate in importing.finish()}
    for report in reports:
        report.fates = [late.get(id(fate.activity), fate) for fate in report.fates]


def _keep(desk: Desk, importing: ActivityImport, *, dry_run: bool) -> int:
    """Keep what was read; return how many entries that was."""
    entries = importing.flush()
    if entries and not dry_run:
        keep_entries(desk.store, desk.who, entries)
    return 0 if dry_run else len(entries)


def _faults_of_all(reports: Iterable[FileReport]) -> list[Finding]:
    """Return all there is to tell where nothing at all could be read and something should have been."""
    told = list(reports)
    findings = [each for report in told for each in report.findings]
    is_refused = any(each.severity is Severity.ERROR for each in findings)
    return findings if is_refused and not any(report.known or report.fates for report in told) else []


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress


def _with_progress(reads: Iterator[FileRead], count: int) -> Iterator[FileRead]:
    """Hand on what is read, with a bar that shows how far it is, on a terminal only."""
    if not sys.stderr.isatty():
        yield from reads
        return
    with _bar() as progress:
        task = progress.add_task("Reading", total=count)
        for read in reads:
            yield read
            progress.advance(task)
