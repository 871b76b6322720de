"""`runlift efficiency`."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

import typer
from rich.table import Table
from rich.text import Text

from runlift.application.show_efficiency import show_efficiency
from runlift.bootstrap import current_day, open_store, write_efficiency
from runlift.cli.console import console, print_json, working_on
from runlift.cli.day_chart import LABEL, DayChart, Mark
from runlift.domain.running.load import monday_of
from runlift.formats.efficiency_json import efficiency_document
from runlift.wording.activity import pace_words
from runlift.wording.efficiency import (
    SHOWS,
    SHOWS_NOT,
    beside_words,
    left_out_lines,
    per_beat,
    per_beat_unit,
    rest_words,
    trend_words,
)
from runlift.wording.names import counted, day_words, long_day_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from rich.console import Console

    from runlift.application.show_efficiency import EfficiencyReport
    from runlift.domain.progress.efficiency import RunEfficiency

WIDEST = 84  # columns of the chart
MARKS = {False: ("●", "○", "·"), True: ("*", "o", ".")}  # runs, warm runs, trend; for a plain terminal
Cell: TypeAlias = Callable[["RunEfficiency"], float | None]
BESIDE: dict[str, tuple[str, int]] = {
    "heart_rate": ("beats/min", 0),
    "drift": ("drift %", 1),
    "temperature_c": ("°C", 0),
    "cadence": ("steps/min", 0),
    "ground_contact_ms": ("contact ms", 0),
    "vertical_oscillation_mm": ("rise mm", 0),
}


def print_efficiency(
    *, weeks: int, rest: float | None, out: Path | None, database: str | None, who: str, as_json: bool
) -> None:
    """Print running efficiency, and write its picture where that is asked for."""
    report = show_efficiency(open_store(database), who, today=current_day(), weeks=weeks, rest=rest)
    written: Sequence[Path] = ()
    if out is not None:
        with working_on("Drawing"):
            written = write_efficiency(report, out)
    if as_json:
        print_json(efficiency_document(report))
    elif report.is_empty:
        typer.echo("No recorded run in these weeks.")
        typer.echo("Next: `runlift import` brings in what your watch recorded.")
    else:
        print_report(console(), report)
        if written:
            told = f"{counted(len(written), 'file')} written to {out}."
            console().print(told, markup=False, soft_wrap=True)


def print_report(screen: Console, report: EfficiencyReport) -> None:
    """Print running efficiency: chart, trend, weeks, and what it can and cannot show."""
    title = f"Running efficiency until {long_day_words(report.today)} [{per_beat_unit(report.units)}]"
    screen.print(title, style="bold", markup=False)
    found = report.found
    if found.runs:
        screen.print()
        for each in _chart(screen, report):
            screen.print(each, markup=False, soft_wrap=True)
        screen.print()
    screen.print(trend_words(found), markup=False)
    for beside, trend in found.beside.items():
        screen.print(beside_words(beside, trend), markup=False)
    if found.runs:
        screen.print()
        screen.print(_weeks(report), markup=False)
        screen.print()
    for words in (*left_out_lines(found), rest_words(found), SHOWS, SHOWS_NOT):
        screen.print(words, markup=False)


def _chart(screen: Console, report: EfficiencyReport) -> list[str]:
    run, warm, dot = MARKS[screen.options.ascii_only]
    width = max(12, min(WIDEST, screen.width - LABEL - 2))
    chart = DayChart(first=report.mondays[0], last=report.today, width=width)
    marks = [
        Mark(
            day=each.date,
            value=per_beat(each.efficiency, report.units),
            character=warm if each.is_warm else run,
        )
        for each in report.found.runs
    ]
    trend = report.found.trend
    at = (lambda day: per_beat(trend.at(day), report.units)) if trend else None
    lines = chart.lines(marks, at, dot)
    if report.phases:
        lines.append(chart.under(lambda day: _letter(report, day)))
    begin, end = day_words(chart.first), day_words(chart.last)
    lines.append(f"{'':>{LABEL}} {begin}{end:>{max(len(end) + 1, width - len(begin))}}")
    keys = [
        f"{run} run",
        *([f"{warm} too warm to count"] if any(each.is_warm for each in report.found.runs) else []),
    ]
    keys += [f"{dot} trend"] if trend else []
    if report.phases:
        phases = dict.fromkeys(phase.value for _, phase in sorted(report.phases.items()))
        keys.append(f"strength work: {', '.join(f'{name[0].upper()} {name}' for name in phases)}")
    return [*lines, f"{'':>{LABEL}} {'   '.join(keys)}"]


def _letter(report: EfficiencyReport, day: date) -> str:
    phase = report.phases.get(monday_of(day))
    return phase.value[0].upper() if phase else " "


def _weeks(report: EfficiencyReport) -> Table:
    """Return the middle of the runs of each week that has any."""
    shown = {
        name: words
        for name, words in BESIDE.items()
        if any(getattr(run.steady, name) is not None for run in report.found.runs)
    }
    columns = [
        "week of",
        *(["strength"] if report.phases else []),
        "runs",
        per_beat_unit(report.units),
        "pace",
    ]
    table = Table(box=None, pad_edge=True, padding=(0, 1))
    for column in (*columns, *(words for words, _ in shown.values())):
        table.add_column(Text(column), header_style="dim")
    for monday in report.mondays:
        runs = report.runs_of(monday)
        if not runs:
            continue
        phase = report.phases.get(monday)
        table.add_row(
            day_words(monday).split(" ", 1)[1],
            *([phase.value if phase else ""] if report.phases else []),
            str(len(runs)),
            _middle(runs, lambda run: per_beat(run.efficiency, report.units), 2),
            pace_words(median(run.steady.speed or 0.0 for run in runs), report.units),
            *(_middle(runs, _reader(name), decimals) for name, (_, decimals) in shown.items()),
        )
    return table


def _reader(name: str) -> Cell:
    return lambda run: getattr(run.steady, name)


def _middle(runs: Sequence[RunEfficiency], value: Cell, decimals: int) -> str:
    told = [each for run in runs if (each := value(run)) is not None]
    return f"{median(told):.{decimals}f}" if told else "-"
