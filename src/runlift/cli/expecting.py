"""`runlift expect`: what to expect of the season's strength work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rich.table import Table

from runlift.application.error import InputError
from runlift.cli.console import console, print_json
from runlift.domain.quantity import Finding, Severity
from runlift.domain.response.expected import ExpectedChange, expected_change
from runlift.domain.response.expected_time import ExpectedTime, KnownTime, expected_time
from runlift.domain.response.measurement import Measured, measured_economy, measured_race
from runlift.domain.response.race_time import time_change
from runlift.domain.response.trial import known_trials
from runlift.domain.running.plan import RunKind
from runlift.wording.names import (
    day_words,
    distance_words,
    figure_words,
    long_day_words,
    seconds_words,
)
from runlift.wording.reason import reason_words
from runlift.wording.response import WHAT_IT_IS, adherence_words, change_words, clock_words, range_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.cli.race_arguments import Dated, RaceTime
    from runlift.domain.plan.plan import Plan
    from runlift.domain.response.trial_group import TrialGroup

PERCENT = 100
PACES_S = (240, 300, 360)  # shown where no time is known [s/km]
METRES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked.

    Attributes:
        plan: The plan.
        time: A time that can be run as the season begins.
        distances: Further distances [m].
        adherence: Share of the sessions to come that will be done [%]; None when not told.
        economy: Measured changes of economy since the season began [%].
        raced: Later times over the distance of `time` [s].
    """

    plan: Plan
    time: RaceTime | None
    distances: tuple[float, ...]
    adherence: float | None
    economy: tuple[Dated, ...]
    raced: tuple[Dated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A day for which something is expected; `name` is that of the race, if it is one."""

    day: date
    name: str
    distances: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What is expected for a day."""

    goal: Goal
    change: ExpectedChange
    times: tuple[ExpectedTime, ...]


def print_expected(wanted: Wanted, *, as_json: bool) -> None:
    """Print what to expect on each race day, why, and the trials behind it."""
    plan = wanted.plan
    measured = tuple(_measured(wanted, plan))
    found = [each for goal in _goals(plan, wanted) if (each := _expected(plan, goal, wanted, measured))]
    if as_json:
        trials = [_trial_document(each) for each in known_trials().usable]
        print_json({"expected": [_document(each) for each in found], "trials": trials})
        return
    out = console()
    if not found:
        out.print("The plan holds no leg work before its races: nothing is expected for running economy.")
        return
    out.print(WHAT_IT_IS)
    for each in found:
        _print_expectation(each, plan)
    out.print()
    out.print(_trial_table())


def _goals(plan: Plan, wanted: Wanted) -> list[Goal]:
    """Return the races of the plan, the last with the further distances; without a race its last day."""
    races = [
        Goal(day=timed.run.date, name=timed.run.title, distances=_distance(timed.run.distance_m))
        for timed in plan.runs
        if timed.run.kind is RunKind.RACE and timed.run.date >= plan.began
    ]
    if not races:
        last = max(
            [timed.run.date for timed in plan.runs] + [each.date for each in plan.sessions], default=None
        )
        races = [Goal(day=last + timedelta(days=1), name="", distances=())] if last else []
    *others, final = races or [Goal(day=plan.began, name="", distances=())]
    distances = tuple(dict.fromkeys((*final.distances, *wanted.distances)))
    return [*others, Goal(day=final.day, name=final.name, distances=distances)]


def _distance(metres: float | None) -> tuple[float, ...]:
    return (metres,) if metres else ()


def _expected(plan: Plan, goal: Goal, wanted: Wanted, measured: tuple[Measured, ...]) -> Expectation | None:
    adherence = None if wanted.adherence is None else wanted.adherence / PERCENT
    change = expected_change(plan, goal.day, adherence=adherence, measured=measured)
    if change is None:
        return None
    known = wanted.time and KnownTime(distance_m=wanted.time.distance_m, time_s=wanted.time.time_s)
    times = [expected_time(metres, known, change) for metres in goal.distances] if known else []
    return Expectation(goal=goal, change=change, times=tuple(times))


def _measured(wanted: Wanted, plan: Plan) -> Iterator[Measured]:
    early = [each.day for each in (*wanted.economy, *wanted.raced) if each.day < plan.began]
    if early:
        raise InputError([_too_early(early[0], plan)])
    if wanted.raced and wanted.time is None:
        raise InputError([_nothing_to_compare()])
    yield from (measured_economy(each.day, each.figure) for each in wanted.economy)
    for each in wanted.raced:
        if wanted.time:
            yield measured_race(each.day, wanted.time.distance_m, wanted.time.time_s, each.figure)


def _print_expectation(each: Expectation, plan: Plan) -> None:
    out, units, change = console(), plan.athlete.units, each.change
    named = f", {each.goal.name}" if each.goal.name else ""
    out.print(f"\nOn {long_day_words(each.goal.day)}{named}", markup=False, style="bold")
    told = f"{change_words(change.change)}, {range_words(change.low, change.high)} for 80 of 100 runners"
    out.print(f"Running economy: {told}.", markup=False)
    for line in _time_lines(each, plan):
        out.print(line, markup=False)
    for reason in (*change.reasons, *(time.reason for time in each.times[:1])):
        out.print(f"- {reason_words(reason, units)}", markup=False)
    out.print(f"- {adherence_words(change.adherence)}", markup=False)


def _time_lines(each: Expectation, plan: Plan) -> Iterator[str]:
    units = plan.athlete.units
    for time in each.times:
        reckoned = " (reckoned)" if time.is_reckoned else ""
        unsure = (
            "; so far from the time you told that it is a rough guess" if not time.is_within_reach else ""
        )
        yield (
            f"{distance_words(time.distance_m, units)}: {clock_words(time.time_s)} instead of "
            f"{clock_words(time.now_s)}{reckoned}, from {clock_words(time.fastest_s)} to "
            f"{clock_words(time.slowest_s)}{unsure}."
        )
    if not each.times:
        yield from _pace_lines(each.change)


def _pace_lines(change: ExpectedChange) -> Iterator[str]:
    for pace in PACES_S:
        speed = METRES / pace
        mean, low, high = (time_change(end, speed) for end in (change.change, change.low, change.high))
        told = f"{change_words(mean)}, {range_words(low, high)}"
        yield f"Race time at {seconds_words(pace)} a kilometre: {told}."


def _trial_table() -> Table:
    trials = known_trials().usable
    title = f"The {len(trials)} groups of {len({each.study_id for each in trials})} trials that tell a change"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in ("Trial", "Work", "Runners", "Weeks", "A week", "Economy", "Status"):
        table.add_column(column, justify="right" if column in {"Runners", "Weeks", "A week"} else "left")
    for each in trials:
        table.add_row(
            f"{each.study} {each.year}",
            each.method.value,
            _figure(each.runners),
            _figure(each.weeks),
            _figure(each.sessions_per_week),
            change_words(each.change or 0.0),
            _status(each),
        )
    return table


def _figure(value: float | None) -> str:
    return "" if value is None else figure_words(value)


def _status(each: TrialGroup) -> str:
    if each.from_memory:
        return "recalled, not read again"
    return "read" if each.change_told else "told as no significant change"


def _document(each: Expectation) -> dict[str, Any]:
    change = each.change
    return {
        "date": each.goal.day.isoformat(),
        "race": each.goal.name,
        "economy_change_pct": round(change.change, 3),
        "economy_low_pct": round(change.low, 3),
        "economy_high_pct": round(change.high, 3),
        "interval_pct": 80,
        "share_of_full_effect": round(change.share, 3),
        "sessions": {method.value: round(count, 2) for method, count in change.sessions.items()},
        "adherence": round(change.adherence.share, 3),
        "adherence_is_known": change.adherence.is_known,
        "times": [_time_document(time) for time in each.times],
        "reasons": [{"rule": r.rule, "words": reason_words(r)} for r in change.reasons],
    }


def _time_document(time: ExpectedTime) -> dict[str, Any]:
    return {
        "distance_m": time.distance_m,
        "now_s": round(time.now_s, 1),
        "reckoned": time.is_reckoned,
        "expected_s": round(time.time_s, 1),
        "fastest_s": round(time.fastest_s, 1),
        "slowest_s": round(time.slowest_s, 1),
    }


def _trial_document(each: TrialGroup) -> dict[str, Any]:
    return {
        "study_id": each.study_id,
        "study": f"{each.study} {each.year}",
        "arm": each.arm,
        "method": each.method.value,
        "runners": each.runners,
        "weeks": each.weeks,
        "sessions_per_week": each.sessions_per_week,
        "economy_change_pct": each.change,
        "status": _status(each),
        "source": each.source,
    }


def _too_early(day: date, plan: Plan) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="measured_before_the_season",
        message=f"{day_words(day)} is before the season begins on {long_day_words(plan.began)}.",
        remedy="Tell changes since the season began.",
    )


def _nothing_to_compare() -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="race_without_comparison",
        message="A later time says nothing without the time from the start of the season.",
        remedy="Add --time with the same distance, such as --time 10k=50:00.",
    )
