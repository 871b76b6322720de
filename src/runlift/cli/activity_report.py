"""What an import of activities came to, file by file and in sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from runlift.application.import_activities import Fate
from runlift.cli.console import console, print_findings
from runlift.domain.quantity import Severity
from runlift.formats.activity.wire import activity_document
from runlift.wording.activity import activity_words, fate_words
from runlift.wording.names import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runlift.cli.importing_activities import FileReport
    from runlift.domain.athlete.profile import Units
    from runlift.domain.quantity import Finding

NAME_WIDTH = 48
NAMES_SHOWN = 12
_LEFT_OUT = (Fate.OTHER_SPORT, Fate.UNKNOWN_SPORT, Fate.TOO_SHORT, Fate.TAKEN_BACK)
_WORDS = {
    Fate.OTHER_SPORT: "of other sports",
    Fate.UNKNOWN_SPORT: "of a sport that is not told (--unknown-as-run takes them as runs)",
    Fate.TOO_SHORT: "too short to be a run",
    Fate.TAKEN_BACK: "that you took back before",
}


def print_report(reports: Sequence[FileReport], units: Units, *, kept: bool) -> None:
    """Print what the import came to; every file by itself where nothing is kept."""
    out = console()
    if not kept:
        for report in reports:
            for line in file_lines(report, units):
                out.print(line, markup=False, soft_wrap=True)
    for line in summary_lines(reports, kept=kept):
        out.print(line, markup=False, soft_wrap=True)
    if kept:
        print_findings(_worth_telling(reports), least=Severity.WARNING)


def file_lines(report: FileReport, units: Units) -> Iterator[str]:
    """Yield a line for each activity of a file; one that says why where there is none."""
    name = shortened(report.name)
    if report.known:
        yield f"{name}  in the diary already"
    told = "; ".join(f"{each.severity.value}: {each.message}" for each in report.findings)
    for fate in report.fates:
        yield f"{name}  {activity_words(fate.activity, units)}: {fate_words(fate)}" + (
            f" [{told}]" if told else ""
        )
    if not report.fates and not report.known:
        yield f"{name}  {told or 'nothing in it'}"


def shortened(name: str) -> str:
    """Return a name of a fixed width, with its end kept."""
    return name.ljust(NAME_WIDTH) if len(name) <= NAME_WIDTH else f"...{name[-NAME_WIDTH + 3 :]}"


def summary_lines(reports: Sequence[FileReport], *, kept: bool) -> Iterator[str]:
    """Yield the lines of the sum."""
    counts = Counter(fate.fate for report in reports for fate in report.fates)
    known = counts[Fate.KNOWN] + sum(report.known for report in reports)
    refused = [report.name for report in reports if _is_refused(report)]
    partial = sum(fate.activity.partial for report in reports for fate in report.fates)
    verb = "Kept" if kept else "Nothing is kept; it would be"
    yield (
        f"{counted(len(reports), 'file')} read. {verb}: {counted(counts[Fate.RUN], 'new run')}, "
        f"{counted(counts[Fate.SESSION], 'strength session')}, {counts[Fate.MERGED]} joined with another "
        f"source, {known} known already."
    )
    left_out = [f"{counts[each]} {_WORDS[each]}" for each in _LEFT_OUT if counts[each]]
    if left_out:
        yield f"Left out: {', '.join(left_out)}."
    if partial:
        yield f"Of {partial} of them only a part could be read."
    if refused:
        more = f" and {len(refused) - NAMES_SHOWN} more" if len(refused) > NAMES_SHOWN else ""
        yield f"Not read: {', '.join(refused[:NAMES_SHOWN])}{more}."
    yield from _open_names(reports, kept=kept)


def report_document(reports: Sequence[FileReport], *, kept: bool) -> dict[str, Any]:
    """Return the report as a JSON document."""
    counts = Counter(fate.fate.value for report in reports for fate in report.fates)
    return {
        "kept": kept,
        "files": len(reports),
        "known_files": sum(report.known for report in reports),
        "activities": {fate.value: counts[fate.value] for fate in Fate},
        "reports": [_report_document(report) for report in reports],
    }


def _report_document(report: FileReport) -> dict[str, Any]:
    return {
        "name": report.name,
        "known": report.known,
        "activities": [
            {"fate": fate.fate.value, "entry": fate.entry}
            | activity_document(fate.activity, with_track=False)
            for fate in report.fates
        ],
        "findings": [asdict(finding) for finding in report.findings],
    }


def _worth_telling(reports: Sequence[FileReport]) -> list[Finding]:
    return [finding for report in reports for finding in report.findings]


def _is_refused(report: FileReport) -> bool:
    return not report.fates and any(each.severity is Severity.ERROR for each in report.findings)


def _open_names(reports: Sequence[FileReport], *, kept: bool) -> Iterator[str]:
    """Tell which exercises a watch guessed, so that they can be confirmed."""
    from runlift.application.activity_entries import UNKNOWN_NAME, watch_name

    names = Counter(
        watch_name(each)
        for report in reports
        for fate in report.fates
        if fate.fate in {Fate.SESSION, Fate.MERGED}
        for each in fate.activity.sets
    )
    if not names:
        return
    told = ", ".join(f'"{name}" ({count})' for name, count in names.most_common(NAMES_SHOWN))
    named = [name for name, _ in names.most_common() if name != UNKNOWN_NAME]
    yield f"The watch guessed the exercises of {counted(names.total(), 'set')}: {told}."
    if kept and named:
        yield f'Confirm a guess with: runlift name "{named[0]}" EXERCISE'
