"""The making of a running plan for a runner who has none, within limits that are said."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.quantity import Reason, Weekday
from runlift.domain.running import made_sessions
from runlift.domain.running.made_rules import (
    DAYS_OF_WEEK,
    PERCENT,
    hard_days_apart,
    plan_reasons,
    quality_sessions,
    rounded_down,
    single_run_growth,
    weekly_growth,
)
from runlift.domain.running.made_weeks import WeekShape, week_shapes
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan
from runlift.domain.running.refusals import findings_of_made, findings_of_request, too_short
from runlift.domain.running.runs_wanted import MadePlan, MadeWeek, RaceDistance, RunsWanted, TrainingPhase

if TYPE_CHECKING:
    from runlift.domain.running.made_sessions import Content

__all__ = ["MadePlan", "MadeWeek", "RaceDistance", "RunsWanted", "TrainingPhase", "make_running_plan"]

_METRES = 1000.0
_HARD_PLACES = (2, 4)


@dataclass(slots=True, kw_only=True)
class _Making:
    """A plan while it is made: what is run so far, with the longest run before it."""

    request: RunsWanted
    heaviest_km: float
    done: list[tuple[date, float]] = field(default_factory=list)
    long_km: list[float] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    reasons: list[tuple[str, tuple[Reason, ...]]] = field(default_factory=list)


def make_running_plan(request: RunsWanted) -> MadePlan:
    """Make a running plan, or refuse with the honest alternative."""
    refused = findings_of_request(request)
    if refused:
        return MadePlan(plan=None, findings=refused)
    made = _made(request)
    short = too_short(request, made, _made)
    if short:
        return MadePlan(plan=None, findings=short)
    return replace(made, findings=findings_of_made(request, made))


def _made(request: RunsWanted) -> MadePlan:
    """Make the plan without judging whether it prepares for the race."""
    making = _Making(request=request, heaviest_km=request.weekly_km)
    making.done.append((request.start - timedelta(days=1), request.longest_run_km))
    weeks = [
        _add_week(making, shape, number_of_week) for number_of_week, shape in enumerate(week_shapes(request))
    ]
    _add_race(making)
    return MadePlan(
        plan=RunningPlan(days=_days(request, making.runs), name=request.name),
        weeks=tuple(weeks),
        run_reasons=tuple(sorted(making.reasons)),
        reasons=plan_reasons(request.distance),
    )


def _add_week(making: _Making, wanted: WeekShape, number_of_week: int) -> MadeWeek:
    """Lay the runs of a week on their days, in order of date, so that each is limited by those before it."""
    shape = replace(wanted, weekly_km=weekly_growth(making.heaviest_km, wanted.weekly_km))
    places = _places(making.request, shape)
    long_km = _long_km(making, shape, places)
    other_km = _other_km(shape, long_km, _runs_of(making.request, shape))
    hard = _hard_places(making.request, shape, places, number_of_week)
    if long_km and not shape.down:
        making.long_km.append(long_km)
    before = len(making.runs)
    for day, place in places:
        _add_run(making, shape, day, long_km if place == 0 else other_km, _role(place, hard))
    distance = sum(run.distance_m or 0.0 for run in making.runs[before:])
    making.heaviest_km = max(making.heaviest_km, distance / _METRES)
    return MadeWeek(
        monday=shape.monday, phase=shape.phase, distance_m=distance, down=shape.down, reasons=shape.reasons
    )


def _places(request: RunsWanted, shape: WeekShape) -> list[tuple[date, int]]:
    """Return the days of the week's runs with their place from the long run; fewer in a light week."""
    days = [
        (shape.monday + timedelta(days=(request.long_run_day + place) % DAYS_OF_WEEK), place)
        for place in hard_days_apart(_runs_of(request, shape))
    ]
    last = request.race_date - timedelta(days=int(number("no_run_before_race")))
    return sorted((day, place) for day, place in days if request.start <= day < last)


def _runs_of(request: RunsWanted, shape: WeekShape) -> int:
    """Return how many runs the week's distance is enough for."""
    enough = 1 + math.floor((shape.weekly_km - shape.long_km) / number("easy_run_least"))
    return max(3, min(request.runs_per_week, enough))


def _long_km(making: _Making, shape: WeekShape, places: list[tuple[date, int]]) -> float:
    """Return the week's long run [km], within the limit on single runs; 0 when the race is near."""
    day = next((day for day, place in places if place == 0), None)
    if day is None or (making.request.race_date - day).days <= number("no_long_run_before_race"):
        return 0.0
    wanted = shape.long_km
    if shape.down and making.long_km:
        wanted = min(wanted, making.long_km[-1] * number("down_week_volume") / PERCENT)
        wanted = max(wanted, number("easy_run_least"))  # a long run shorter than the others would be none
    return rounded_down(min(wanted, single_run_growth(day, making.done)))


def _other_km(shape: WeekShape, long_km: float, runs: int) -> float:
    """Return the length of each other run of the week [km]; a week cut short by its dates holds less."""
    least = number("easy_run_least")
    longest = max(least, (long_km or shape.long_km) * number("other_run_share") / PERCENT)
    share = (shape.weekly_km - long_km) / (runs - (long_km > 0))
    return rounded_down(min(share, longest))


def _hard_places(
    request: RunsWanted, shape: WeekShape, places: list[tuple[date, int]], number_of_week: int
) -> tuple[int, ...]:
    """Return the places of hard runs: none in the first week, none in the last days before the race."""
    if number_of_week == 0:
        return ()
    near = number("no_hard_run_before_race")
    free = [place for day, place in places if place in _HARD_PLACES and (request.race_date - day).days > near]
    return tuple(sorted(free)[: quality_sessions(_runs_of(request, shape), shape.phase, down=shape.down)])


def _role(place: int, hard: tuple[int, ...]) -> int | None:
    """Return which hard run of the week a place holds, -1 for the long run, None for an easy one."""
    if place == 0:
        return -1
    return hard.index(place) if place in hard else None


def _add_run(making: _Making, shape: WeekShape, day: date, km: float, role: int | None) -> None:
    is_long = role == -1 and km > 0
    wanted = km or _other_km(shape, 0.0, _runs_of(making.request, shape))
    limit = rounded_down(single_run_growth(day, making.done))
    length = min(wanted, limit)
    content = _content(making.request, shape, length, role if is_long or role != -1 else None)
    reasons = [*content.reasons]
    if length == limit or is_long:
        reasons.append(_limit_reason(limit))
    _append(making, day, content, length, tuple(reasons))


def _content(request: RunsWanted, shape: WeekShape, km: float, role: int | None) -> Content:
    if role is None:
        return made_sessions.easy_run(km, with_strides=shape.phase is TrainingPhase.BASE)
    if role < 0:
        return made_sessions.long_run(km, shape.phase, request.distance, down=shape.down)
    return made_sessions.hard_run(km, shape.phase, request.distance, role)


def _limit_reason(limit_km: float) -> Reason:
    cited = evidence_of("longest_run_ratio_warn", "longest_run_window")
    return Reason.of("single_run_growth", cited, km=limit_km, days=number("longest_run_window"))


def _append(making: _Making, day: date, content: Content, km: float, reasons: tuple[Reason, ...]) -> None:
    run = Run(
        id=f"{day}/1",
        date=day,
        kind=content.kind,
        key=content.kind.is_key,
        title=content.title,
        start=dict(making.request.usual_run_start).get(Weekday(day.weekday())),
        distance_m=round(km * _METRES, 1),
        parts=content.parts,
        movable=content.kind is not RunKind.RACE,
    )
    making.runs.append(run)
    making.reasons.append((run.id, reasons))
    making.done.append((day, km))


def _add_race(making: _Making) -> None:
    request = making.request
    content = made_sessions.Content(kind=RunKind.RACE, title=f"Race {request.distance.metres / _METRES:g} km")
    _append(making, request.race_date, content, request.distance.metres / _METRES, ())


def _days(request: RunsWanted, runs: list[Run]) -> tuple[RunningDay, ...]:
    by_date = {run.date: run for run in runs}
    count = (request.race_date - request.start).days + 1
    dates = [request.start + timedelta(days=number_of_day) for number_of_day in range(count)]
    return tuple(RunningDay(date=day, runs=(by_date.get(day) or _rest(day),)) for day in dates)


def _rest(day: date) -> Run:
    return Run(id=f"{day}/1", date=day, kind=RunKind.REST, key=False, title="Rest")
