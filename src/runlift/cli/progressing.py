"""`runlift progress`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer
from rich.table import Table
from rich.text import Text

from runlift.application.show_progress import show_progress
from runlift.bootstrap import current_day, open_store, write_progress
from runlift.cli.bars import bar, ink_for, sparkline
from runlift.cli.console import console, print_json, working_on
from runlift.domain.exercise.muscle import MuscleGroup
from runlift.formats.progress_json import progress_document
from runlift.wording.names import counted, exercise_name, long_day_words
from runlift.wording.progress import (
    MEASURE_WORDS,
    NO_FORECAST,
    balance_words,
    body_mass_context,
    body_mass_lines,
    change_words,
    consistency_lines,
    done_of_words,
    interval_words,
    lift_words,
    muscle_words,
    strength_unit,
    strength_words,
    tonnage_words,
    work_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rich.console import Console

    from runlift.application.show_progress import ProgressReport
    from runlift.cli.bars import Ink
    from runlift.domain.progress.consistency import WeekKept
    from runlift.domain.progress.week import Amounts, WeekFigures

BAR_WIDTH = 8
NAME_WIDTH = 20  # that a narrow terminal leaves to names
AMOUNT_WIDTH = 9  # that it leaves to what was done of what was asked for
WIDE_FROM = 100  # characters in a line that hold the bars as well
BESIDE_SPARKLINE = {True: 86, False: 48}  # characters taken by the rest, with bars and without
MOST_LIFTS, MOST_BALANCES = 12, 8
LOG_OR_IMPORT = "Next: `runlift log` after a session, or `runlift import-lifts` for what another app knows."
NO_PLAN = "`runlift plan` and `runlift follow` give you a plan to log against."


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is told, and what it is drawn with."""

    report: ProgressReport
    ink: Ink
    width: int

    @property
    def is_wide(self) -> bool:
        """Whether there is room for bars."""
        return self.width >= WIDE_FROM

    @property
    def weeks_drawn(self) -> int:
        """How many of the last weeks a sparkline has room for."""
        return min(len(self.report.weeks), max(1, self.width - BESIDE_SPARKLINE[self.is_wide]))

    def sparkline(self, values: Sequence[float]) -> str:
        """Return the last weeks as a line of characters."""
        return sparkline(values[-self.weeks_drawn :], self.ink)


def print_progress(*, weeks: int, out: Path | None, database: str | None, who: str, as_json: bool) -> None:
    """Print progress, and write its pictures where that is asked for."""
    report = show_progress(open_store(database), who, today=current_day(), weeks=weeks)
    written: Sequence[Path] = ()
    if out is not None and not report.is_empty:
        with working_on("Drawing"):
            written = write_progress(report, out)
    if as_json:
        print_json(progress_document(report))
    elif report.is_empty:
        typer.echo("Nothing to show yet.")
        typer.echo(LOG_OR_IMPORT)
        if not report.follows_plan:
            typer.echo(NO_PLAN)
    else:
        print_report(console(), report)
        if written:
            told = f"{counted(len(written), 'file')} written to {out}."
            console().print(told, markup=False, soft_wrap=True)


def print_report(screen: Console, report: ProgressReport) -> None:
    """Print progress, part by part; a part with nothing to tell is left out."""
    page = Page(report=report, ink=ink_for(screen), width=screen.width)
    screen.print(f"Progress until {long_day_words(report.today)}", style="bold", markup=False)
    for title, draw in _PARTS.items():
        drawn = draw(page)
        if drawn:
            screen.print()
            screen.print(title, style="bold", markup=False)
            for each in drawn:
                screen.print(each, markup=False)


def _consistency(page: Page) -> list[Table | str]:
    steady = page.report.consistency
    table = _table("", "")
    for line in consistency_lines(steady, follows_plan=page.report.follows_plan):
        name, _, words = line.rpartition(": ")
        table.add_row(name, words) if name else table.add_row(line, "")
    done = page.sparkline([_sessions_of(week) for week in steady.weeks])
    table.add_row("sessions a week", f"{done} {_sessions_of(steady.weeks[-1])} so far this week")
    return [table]


def _sessions_of(week: WeekKept) -> int:
    return week.kept.done + week.beside


def _muscles(page: Page) -> list[Table | str]:
    shown = [group for group in MuscleGroup if any(_has(week, group) for week in page.report.weeks)]
    if not shown:
        return []
    table = _table_of_weeks(page)
    for group in shown:
        table.add_row(muscle_words(group), *_weeks_of(page, _hard_sets_of(group), done_of_words))
    return [table, *_doubts(page.report)]


def _has(week: WeekFigures, group: MuscleGroup) -> bool:
    return group in week.done.hard_sets or (week.asked is not None and group in week.asked.hard_sets)


def _hard_sets_of(group: MuscleGroup) -> Callable[[Amounts], float]:
    return lambda amounts: amounts.hard_sets.get(group, 0.0)


def _weeks_of(
    page: Page,
    amount_of: Callable[[Amounts], float],
    words: Callable[[float, float | None], str],
) -> list[str]:
    """Return last week and this one as words and bars, and all weeks as a sparkline."""
    cells: list[str] = []
    for week in page.report.weeks[-2:] if len(page.report.weeks) > 1 else (None, page.report.weeks[-1]):
        done = amount_of(week.done) if week else 0.0
        asked = amount_of(week.asked) if week and week.asked else None
        cells.append(words(done, asked) if week else "")
        cells += [bar(done, asked, page.ink, width=BAR_WIDTH)] if page.is_wide else []
    return [*cells, page.sparkline([amount_of(week.done) for week in page.report.weeks])]


def _doubts(report: ProgressReport) -> list[Table | str]:
    untold = sum(week.untold for week in report.weeks)
    unknown = sum(week.unknown for week in report.weeks)
    lines: list[Table | str] = []
    if untold:
        lines.append(f"{counted(untold, 'set')} without told effort counted as hard.")
    if unknown:
        told = f"{counted(unknown, 'set')} of exercises without a known name count for no muscle: "
        lines.append(f"{told}`runlift names` lists them.")
    return lines


def _load(page: Page) -> list[Table | str]:
    table = _table_of_weeks(page)

    def tonnage(done: float, asked: float | None) -> str:
        told = tonnage_words(done, page.report.units)
        if not done and not asked:
            return "-"
        return told if asked is None else f"{told} of {tonnage_words(asked, page.report.units).split()[0]}"

    if _any(page.report, lambda amounts: amounts.tonnage_kg):
        table.add_row("weight lifted", *_weeks_of(page, lambda each: each.tonnage_kg, tonnage))
    if _any(page.report, lambda amounts: amounts.contacts):
        table.add_row("foot contacts", *_weeks_of(page, lambda each: each.contacts, done_of_words))
    return [table] if table.rows else []


def _any(report: ProgressReport, amount_of: Callable[[Amounts], float]) -> bool:
    return any(amount_of(week.done) or (week.asked and amount_of(week.asked)) for week in report.weeks)


def _strength(page: Page) -> list[Table | str]:
    if not page.report.strength:
        return []
    table = _table("", "now", "80 % within", "4 weeks", "12 weeks", "sessions")
    for each in page.report.strength[:MOST_LIFTS]:
        now = each.now
        table.add_row(
            lift_words(now.lift),
            strength_words(now, page.report.units),
            interval_words(now, page.report.units),
            change_words(each.short),
            change_words(each.long),
            str(now.sessions),
        )
    more = len(page.report.strength) - MOST_LIFTS
    measures = dict.fromkeys(each.now.lift.measure for each in page.report.strength[:MOST_LIFTS])
    told = (f"{MEASURE_WORDS[each]} [{strength_unit(each, page.report.units)}]" for each in measures)
    lines: list[Table | str] = [table, f"Told: {', '.join(told)}."]
    if any("?" in change_words(one) for each in page.report.strength for one in (each.short, each.long)):
        lines.append("?: it may be chance: the 80 % interval of the change reaches zero.")
    return [*lines, *([f"{more} more with --json."] if more > 0 else [])]


def _balance(page: Page) -> list[Table | str]:
    if not page.report.balances:
        return []
    table = _table("", "left", "right", "")
    for each in page.report.balances[:MOST_BALANCES]:
        sides = (work_words(side.amount, each.unit, page.report.units) for side in (each.left, each.right))
        table.add_row(exercise_name(each.exercise), *sides, balance_words(each))
    return [table, NO_FORECAST]


def _body_mass(page: Page) -> list[Table | str]:
    if page.report.body_mass is None:
        return []
    lines = [
        *body_mass_lines(page.report.body_mass, page.report.units),
        body_mass_context(page.report.body_mass),
    ]
    return [f"  {line}" for line in lines]


def _table_of_weeks(page: Page) -> Table:
    """Return a table for last week, this one, and all that there is room for: what is new is never cut."""
    weeks = counted(page.weeks_drawn, "week")
    if page.is_wide:
        return _table("", "last week", "", "this week so far", "", weeks)
    table = _table("", "last week", "this week", weeks)
    for column in table.columns[1:3]:
        column.width = AMOUNT_WIDTH
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=True, padding=(0, 1), show_header=any(columns))
    for number, column in enumerate(columns):
        table.add_column(Text(column), header_style="dim", min_width=None if number else NAME_WIDTH)
    return table


_PARTS: dict[str, Callable[[Page], list[Table | str]]] = {
    "Consistency": _consistency,
    "Hard sets by muscle": _muscles,
    "Load": _load,
    "Estimated strength": _strength,
    "Left and right": _balance,
    "Body mass": _body_mass,
}
