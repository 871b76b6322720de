"""`runlift workouts` and `runlift fit-names`: workouts for watches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rich.table import Table

from runlift.application.error import InputError
from runlift.bootstrap import write_workouts
from runlift.cli.console import console, print_json
from runlift.domain.quantity import DateSpan, Finding, Severity
from runlift.formats.workout.step import Sport
from runlift.formats.workout_files import WorkoutFormat
from runlift.formats.workout_fit import Match, fit_names
from runlift.wording.names import counted, exercise_name

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.cli.plan_at_hand import PlanAtHand
    from runlift.domain.plan.plan import Plan
    from runlift.formats.workout_files import WorkoutFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to write.

    Attributes:
        at_hand: The plan.
        out: Folder to write to.
        form: Format, by name.
        first_day: First day; None for the plan's.
        weeks: How many weeks; None for all.
        steps: Most steps of a workout.
    """

    at_hand: PlanAtHand
    out: Path
    form: str
    first_day: date | None
    weeks: int | None
    steps: int


def write(wanted: Wanted, *, as_json: bool) -> None:
    """Write the workouts and print what was written."""
    plan = wanted.at_hand.plan
    files = write_workouts(
        plan,
        wanted.out,
        form=WorkoutFormat(wanted.form),
        span=_span(plan, wanted),
        most_steps=wanted.steps,
    )
    if not files:
        raise InputError([_nothing_to_write(wanted)])
    if as_json:
        print_json([_document(each, wanted.out) for each in files])
        return
    _print_files(files, wanted.out)


def print_names(match: str | None, *, as_json: bool) -> None:
    """Print what the FIT profile calls each exercise."""
    if match is not None and match not in set(Match):
        raise InputError([_unknown_match(match)])
    found = [each for each in fit_names().values() if match in {None, each.match.value}]
    if as_json:
        print_json(
            [
                {
                    "exercise_id": each.exercise,
                    "category": each.category,
                    "category_number": each.category_number,
                    "name": each.name or None,
                    "number": each.number,
                    "match": each.match.value,
                }
                for each in found
            ]
        )
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Id", "Exercise", "FIT category", "FIT name", "Match"):
        table.add_column(column, overflow="fold")
    for each in found:
        table.add_row(each.exercise, exercise_name(each.exercise), each.category, each.name, each.match.value)
    console().print(table)
    counts = Counter(each.match for each in found)
    told = ", ".join(f"{counts[kind]} {kind.value.replace('_', ' ')}" for kind in Match)
    console().print(f"{len(found)} of {len(fit_names())} exercises: {told}", markup=False)


def _span(plan: Plan, wanted: Wanted) -> DateSpan:
    first = wanted.first_day or plan.first_day
    last = date.max if wanted.weeks is None else first + timedelta(weeks=wanted.weeks)
    return DateSpan(start=first, end=last)


def _print_files(files: tuple[WorkoutFile, ...], folder: Path) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("File", "Workout", "Steps", "How"):
        table.add_column(column, justify="right" if column == "Steps" else "left")
    for each in files:
        folded = each.fold.words if each.fold is not None else "as the running plan states it"
        table.add_row(each.name, each.workout.name, str(each.workout.size), folded)
    console().print(table)
    sports = Counter(each.workout.sport for each in files)
    told = f"{counted(sports[Sport.STRENGTH], 'session')} and {counted(sports[Sport.RUNNING], 'run')}"
    console().print(f"{told} in {folder}. A valid file is no proof that your watch shows it.", markup=False)


def _document(each: WorkoutFile, folder: Path) -> dict[str, Any]:
    return {
        "file": str(folder / each.name),
        "uid": each.workout.uid,
        "name": each.workout.name,
        "sport": each.workout.sport.value,
        "starts_at": each.workout.starts_at.isoformat(),
        "steps": each.workout.size,
        "folded": None if each.fold is None else each.fold.name.lower(),
    }


def _nothing_to_write(wanted: Wanted) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="no_workouts",
        message="No session and no run with a structure lies in these days.",
        place=wanted.at_hand.place,
        remedy="Give other days with --from and --weeks.",
    )


def _unknown_match(word: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="unknown_word",
        message=f"There is no match {word!r}.",
        remedy=f"Known: {', '.join(Match)}.",
    )
