"""`runlift runs`: the runs of the diary with what was recorded of them."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.table import Table

from runlift.cli.console import console, print_json
from runlift.cli.recording import author_now, open_desk
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.runs_done import flat_speed, habits_of, load_of, running_now
from runlift.domain.running.load import monday_of
from runlift.wording.activity import BASES, pace_words
from runlift.wording.names import counted, day_words, distance_words, minutes_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runlift.domain.activity.habits import Habits
    from runlift.domain.athlete.profile import Units
    from runlift.domain.diary.runs_done import RunningNow

SECONDS_PER_MINUTE = 60
WEEK = timedelta(days=7)
_COLUMNS = ("Day", "Kind", "Distance", "Time", "Pace", "Flat pace", "Heart", "Climb", "Load", "By")


def print_runs(*, weeks: int, database: str | None, who: str, as_json: bool) -> None:
    """Print the runs of some weeks, and what they say of the runner now."""
    desk, today = open_desk(database, who), author_now().today
    runs = Diary.of(desk.store.recorded(who)).of_kind(RunDone)
    age = desk.plan.athlete.age_on(today) if desk.plan else None
    habits = habits_of(runs, today=today, age=age)
    now = running_now(runs, today=today)
    first = monday_of(today) - (weeks - 1) * WEEK
    shown = sorted((run for run in runs if run.starts_at.date() >= first), key=lambda run: run.starts_at)
    if as_json:
        print_json({"runs": [_document(run, habits) for run in shown], "now": _now_document(now, habits)})
        return
    out = console()
    out.print(_table(shown, habits, desk.units) if shown else "No runs in these weeks.")
    for line in _now_lines(now, habits, desk.units):
        out.print(line, markup=False, soft_wrap=True)


def _table(runs: Sequence[RunDone], habits: Habits, units: Units) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in _COLUMNS:
        table.add_column(column, justify="left" if column in {"Day", "Kind", "By"} else "right")
    for monday, of_week in groupby(runs, key=lambda run: monday_of(run.starts_at.date())):
        week = list(of_week)
        for run in week:
            table.add_row(*_row(run, habits, units))
        table.add_row(*_sum(monday, week, habits, units), style="bold")
    return table


def _row(run: RunDone, habits: Habits, units: Units) -> list[str]:
    load, speed, flat = load_of(run, habits), _speed(run), flat_speed(run)
    guessed = "?" if run.record.kind_sure is not None else ""
    return [
        day_words(run.starts_at.date()),
        f"{run.kind.value}{guessed}" if run.kind else "",
        distance_words(run.distance_m, units) if run.distance_m else "",
        minutes_words(round(run.duration_s / SECONDS_PER_MINUTE)) if run.duration_s else "",
        pace_words(speed, units) if speed else "",
        pace_words(flat, units) if flat and run.record.flat_distance_m else "",
        f"{run.record.heart_rate:.0f}" if run.record.heart_rate else "",
        f"+{run.record.ascent_m:.0f} m" if run.record.ascent_m else "",
        f"{load.value:.0f}" if load else "",
        BASES[load.basis] if load else "",
    ]


def _sum(monday: date, week: Sequence[RunDone], habits: Habits, units: Units) -> list[str]:
    distance = sum(run.distance_m or 0.0 for run in week)
    minutes = round(sum(run.duration_s or 0.0 for run in week) / SECONDS_PER_MINUTE)
    load = sum(each.value for each in (load_of(run, habits) for run in week) if each)
    named = f"Week of {monday.day}.{monday.month}."
    figures = [distance_words(distance, units), minutes_words(minutes), "", "", "", "", f"{load:.0f}", ""]
    return [named, counted(len(week), "run"), *figures]


def _speed(run: RunDone) -> float | None:
    lasting = run.record.moving_s or run.duration_s
    return run.distance_m / lasting if run.distance_m and lasting else None


def _now_lines(now: RunningNow, habits: Habits, units: Units) -> Iterator[str]:
    if now.weekly_km is not None:
        yield f"Usual distance a week now: {distance_words(now.weekly_km * 1000, units)}."
    if now.longest_run_km is not None:
        yield f"Longest run of the last 30 days: {distance_words(now.longest_run_km * 1000, units)}."
    if habits.easy_speed is not None:
        yield f"Usual easy pace, grade taken out: {pace_words(habits.easy_speed, units)}."
    yield (
        "Load is effort (0 to 10) times minutes: the effort you told, else read from heart rate, else from "
        "pace. A kind with ? is guessed from the record."
    )


def _document(run: RunDone, habits: Habits) -> dict[str, Any]:
    load = load_of(run, habits)
    record = run.record
    return {
        "starts_at": run.starts_at.isoformat(),
        "kind": run.kind.value if run.kind else None,
        "kind_sure": record.kind_sure,
        "run": run.run,
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "moving_s": record.moving_s,
        "ascent_m": record.ascent_m,
        "descent_m": record.descent_m,
        "flat_distance_m": record.flat_distance_m,
        "flat_speed": flat_speed(run),
        "heart_rate": record.heart_rate,
        "effort": run.effort,
        "load": round(load.value, 1) if load else None,
        "load_by": load.basis.value if load else None,
        "sources": list(record.sources),
        "partial": record.partial,
    }


def _now_document(now: RunningNow, habits: Habits) -> dict[str, Any]:
    return {
        "weekly_km": now.weekly_km,
        "longest_run_km": now.longest_run_km,
        "easy_speed": habits.easy_speed,
        "heart_rate_max": habits.heart.highest if habits.heart else None,
    }
