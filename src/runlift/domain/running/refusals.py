"""The refusals of a made running plan, each with what can be done instead."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.made_rules import DAYS_OF_WEEK, PERCENT, figure_of
from runlift.domain.running.plan import RunKind
from runlift.domain.running.runs_wanted import RaceDistance

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.running.runs_wanted import MadePlan, RunsWanted

_METRES = 1000.0
_RUNS_A_WEEK = (3, 6)
_WORDS = {
    RaceDistance.FIVE_KM: "5 km",
    RaceDistance.TEN_KM: "10 km",
    RaceDistance.HALF: "a half marathon",
    RaceDistance.MARATHON: "a marathon",
}


def findings_of_request(request: RunsWanted) -> tuple[Finding, ...]:
    """Return what makes a request impossible, before any plan is made."""
    return tuple(
        finding
        for finding in (_runs_a_week(request), _dates(request), _present_running(request))
        if finding is not None
    )


def _error(code: str, message: str, remedy: str) -> Finding:
    return Finding(severity=Severity.ERROR, code=code, message=message, remedy=remedy)


def _runs_a_week(request: RunsWanted) -> Finding | None:
    least, most = _RUNS_A_WEEK
    if least <= request.runs_per_week <= most:
        return None
    return _error(
        "runs_per_week_out_of_range",
        f"A plan has {least} to {most} runs a week, not {request.runs_per_week}.",
        f"Ask for {least} to {most} runs a week.",
    )


def _dates(request: RunsWanted) -> Finding | None:
    least, most = pair("made_plan_weeks")
    weeks = (request.race_date - request.start).days / DAYS_OF_WEEK
    if weeks <= 0:
        return _error(
            "race_not_after_start",
            f"The race on {request.race_date} is not after the first day, {request.start}.",
            "Give a race date after the first day of the plan.",
        )
    if least <= weeks <= most:
        return None
    remedy = (
        "Choose a later race; run this one for the experience only."
        if weeks < least
        else f"Start the plan at most {most:g} weeks before the race."
    )
    return _error(
        "plan_length_out_of_range",
        f"The race is {weeks:.1f} weeks from the first day; a plan lasts {least:g} to {most:g} weeks.",
        remedy,
    )


def _present_running(request: RunsWanted) -> Finding | None:
    weekly, longest = number("made_plan_from_weekly"), number("made_plan_from_longest")
    known = math.isfinite(request.weekly_km) and math.isfinite(request.longest_run_km)
    if known and request.weekly_km >= weekly and request.longest_run_km >= longest:
        return None
    return _error(
        "too_little_running",
        f"The plan would begin from {request.weekly_km:g} km a week and a longest run of"
        f" {request.longest_run_km:g} km.",
        f"Walk and run by turns until you run {longest:g} km at a stretch and {weekly:g} km a week,"
        " then ask again.",
    )


def too_short(
    request: RunsWanted, made: MadePlan, make: Callable[[RunsWanted], MadePlan]
) -> tuple[Finding, ...]:
    """Return the refusal of a plan whose long run stays too short for the race, with the alternative."""
    if _prepares(request, made):
        return ()
    needed = figure_of("long_run_needed", request.distance.rank)
    return (
        _error(
            "too_short_for_distance",
            "Without jumps in distance the longest run before the race would be"
            f" {longest_training_km(made):g} km; for {_WORDS[request.distance]} a plan of ours reaches"
            f" at least {needed:g} km.",
            _alternatives(request, make),
        ),
    )


def longest_training_km(made: MadePlan) -> float:
    """Return the longest run of a made plan before the race [km]."""
    runs = () if made.plan is None else made.plan.runs()
    return max(
        ((run.distance_m or 0.0) / _METRES for run in runs if run.kind is not RunKind.RACE), default=0.0
    )


def _prepares(request: RunsWanted, made: MadePlan) -> bool:
    return longest_training_km(made) >= figure_of("long_run_needed", request.distance.rank)


def _alternatives(request: RunsWanted, make: Callable[[RunsWanted], MadePlan]) -> str:
    """Say the longest race that the time is enough for, and the first date for the race that was wanted."""
    shorter = [
        distance
        for distance in reversed(RaceDistance)
        if distance.rank < request.distance.rank
        and _prepares(replace(request, distance=distance), make(replace(request, distance=distance)))
    ]
    _, most = pair("made_plan_weeks")
    dates = (request.start + timedelta(weeks=weeks) for weeks in range(1, int(most) + 1))
    later = (replace(request, race_date=day) for day in dates if day > request.race_date)
    first = next((wanted.race_date for wanted in later if _prepares(wanted, make(wanted))), None)
    sentences = []
    if shorter:
        sentences.append(f"Run {_WORDS[shorter[0]]} on that day")
    if first is not None:
        sentences.append(f"choose a race on or after {first}")
    if not sentences:
        return "Run more each week for some months first, then ask again."
    said = ", or ".join(sentences)
    return f"{said[0].upper()}{said[1:]}."


def findings_of_made(request: RunsWanted, made: MadePlan) -> tuple[Finding, ...]:
    """Return what to tell beside a plan: a short long run, a race far beyond it, fewer runs than asked."""
    longest = longest_training_km(made)
    wanted = figure_of("long_run_wanted", request.distance.rank)
    return tuple(
        finding
        for finding in (
            _below_wanted(longest, wanted, request),
            _race_beyond(longest, request),
            _fewer_runs(request, made),
        )
        if finding is not None
    )


def _below_wanted(longest: float, wanted: float, request: RunsWanted) -> Finding | None:
    if longest >= wanted:
        return None
    covers_race = longest * _METRES >= request.distance.metres
    return Finding(
        severity=Severity.NOTE if covers_race else Severity.WARNING,
        code="long_run_below_wanted",
        message=f"The longest run before the race is {longest:g} km; {wanted:g} km would be wanted for"
        f" {_WORDS[request.distance]}.",
        remedy="A later race leaves time for more."
        if covers_race
        else "Run the race to finish, or choose a later one.",
    )


def _race_beyond(longest: float, request: RunsWanted) -> Finding | None:
    """Tell that the race itself passes the limit that every training run keeps."""
    beyond = request.distance.metres / _METRES / longest
    if beyond <= number("longest_run_ratio_warn"):
        return None
    return Finding(
        severity=Severity.NOTE,
        code="race_beyond_longest_run",
        message=f"The race is {round((beyond - 1) * PERCENT)} % farther than the longest run before it;"
        " every training run keeps the limit of 10 %, the race cannot.",
        remedy="Begin the race slower than you could.",
    )


def _fewer_runs(request: RunsWanted, made: MadePlan) -> Finding | None:
    days = () if made.plan is None else made.plan.days[:DAYS_OF_WEEK]
    least = sum(not day.is_rest for day in days)
    if least >= request.runs_per_week:
        return None
    return Finding(
        severity=Severity.NOTE,
        code="fewer_runs_at_first",
        message=f"The plan begins with fewer than {request.runs_per_week} runs a week, so that none is"
        f" shorter than {number('easy_run_least'):g} km and the week does not jump.",
        remedy="Ask for fewer runs a week to have the same number from the start.",
    )
