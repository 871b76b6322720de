"""What an import of activities came to, file by file and in sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from runlift.application.import_activities import Fate
from runlift.cli.console import console, print_findings
from runlift.domain.quantity import Severity
from runlift.formats.activity.wire import activity_document
from runlift.wording.activity import FATES, activity_words, fate_words
from runlift.wording.names import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runlift.cli.importing_activities import FileReport
    from runlift.domain.athlete.profile import Units
    from runlift.domain.quantity import Finding

NAME_WIDTH = 36
NAMES_SHOWN = 12
_LEFT_OUT = (Fate.OTHER_SPORT, Fate.UNKNOWN_SPORT, Fate.TOO_SHORT, Fate.TAKEN_BACK)
_WORDS = {
    Fate.OTHER_SPORT: "of other sports",
    Fate.UNKNOWN_SPORT: "of a sport that is not told (--unknown-as-run takes them as runs)",
    Fate.TOO_SHORT: "too short to be a run",
    Fate.TAKEN_BACK: "that you took back before",
}
_REMEDIES = {Fate.UNKNOWN_SPORT: "If it was a run, import it with --unknown-as-run."}


def print_report(reports: Sequence[FileReport], units: Units, *, kept: bool, each_file: bool) -> None:
    """Print what the import came to, every file by itself where that is asked for."""
    out = console()
    if each_file:
        out.print(file_table(reports, units))
    for line in summary_lines(reports, kept=kept):
        out.print(line, markup=False, soft_wrap=True)
    if each_file:
        return
    if any(map(_holds_none, reports)):
        out.print("--table tells what each file is, what came of it, and what to do.", markup=False)
    print_findings(_worth_telling(reports), least=Severity.WARNING)


def file_table(reports: Sequence[FileReport], units: Units) -> Table:
    """Return a table of every file: a row for each activity, or one that says why there is none."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("File", no_wrap=True)
    for column in ("What it is", "Result", "What to do"):
        table.add_column(column, overflow="fold")
    for report in sorted(reports, key=lambda report: report.name):
        for row in _rows(report, units):
            table.add_row(shortened(report.name), *map(Text, row))
    return table


def _rows(report: FileReport, units: Units) -> Iterator[tuple[str, str, str]]:
    """Yield what each activity of a file is, what became of it, and what is to be done."""
    told = " ".join(f"{each.severity.value.capitalize()}: {each.message}" for each in report.findings)
    remedies = " ".join(dict.fromkeys(each.remedy for each in report.findings))
    if report.known:
        yield "", FATES[Fate.KNOWN], ""
    elif not report.fates:
        yield " ".join(each.message for each in report.findings), _without_activity(report), remedies
    for fate in report.fates:
        result = f"{fate_words(fate)}. {told}" if told else fate_words(fate)
        yield activity_words(fate.activity, units), result, _REMEDIES.get(fate.fate, remedies)


def _without_activity(report: FileReport) -> str:
    return "not read" if _is_refused(report) else "no activity"


def shortened(name: str) -> str:
    """Return a name that is no longer than its column, with its end kept."""
    return name if len(name) <= NAME_WIDTH else f"...{name[-NAME_WIDTH + 3 :]}"


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
    if counts[Fate.COMPLETED]:
        told = f"{counted(counts[Fate.COMPLETED], 'run')} that were imported before"
        yield f"Figures of running efficiency {'added' if kept else 'would be added'} to {told}."
    left_out = [f"{counts[each]} {_WORDS[each]}" for each in _LEFT_OUT if counts[each]]
    if left_out:
        yield f"Left out: {', '.join(left_out)}."
    if partial:
        yield f"Of {partial} of them only a part could be read."
    if refused:
        more = f" and {len(refused) - NAMES_SHOWN} more" if len(refused) > NAMES_SHOWN else ""
        yield f"Not read: {', '.join(refused[:NAMES_SHOWN])}{more}."
    without = sum(map(_holds_none, reports))
    if without:
        yield f"No activity in {counted(without, 'file')}."
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


def _holds_none(report: FileReport) -> bool:
    """Tell whether a file is sound and holds no activity."""
    return not (report.fates or report.known or _is_refused(report))


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
