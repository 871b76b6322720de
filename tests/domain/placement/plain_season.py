"""The rules of placement told a second time, slot by slot on the calendar, for the oracles.

Nothing here is taken from the placement room: dates and clock times instead of minutes, loops instead of
arrays. Only the constants are shared.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.profile import Athlete, Race, RacePriority
from runlift.domain.evidence import constant, number
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.season.demand import Season, SessionDemand

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class PlainCase:
    """All that placement is given."""

    season: Season
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    athlete: Athlete
    races: tuple[Race, ...]
    first_day: date
    last_day: date
    easings: tuple[Easing, ...] = ()

    def soft(self, rule: str) -> bool:
        return rule not in self.athlete.soft_rules_off

    def outings(self) -> list[TimedRun]:
        return [run for run in self.runs if run.run.kind not in {RunKind.REST, RunKind.STRENGTH}]

    def has_key_run(self, day: date) -> bool:
        return any(run.run.key and run.run.date == day for run in self.outings())


@dataclass(frozen=True)
class PlainSlot:
    demand: SessionDemand
    week: int
    start: datetime
    cost: int

    @property
    def end(self) -> datetime:
        minutes = self.demand.fixed.minutes if self.demand.fixed else self.demand.minutes
        return self.start + timedelta(minutes=minutes)

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def heavy(self) -> bool:
        return self.demand.leg_stress is LegStress.HEAVY


def plain_slots(case: PlainCase, week: int, demand: SessionDemand) -> list[PlainSlot]:
    if demand.fixed:
        return [PlainSlot(demand=demand, week=week, start=demand.fixed.starts_at, cost=0)]
    monday = case.season.weeks[week].monday
    slots = []
    for ahead in range(7):
        day = monday + ahead * DAY
        slots += [
            PlainSlot(demand=demand, week=week, start=start, cost=plain_cost(case, demand, start))
            for start in sorted(starts_of(case, day))
            if may_start(case, demand, start)
        ]
    return slots


def starts_of(case: PlainCase, day: date) -> set[datetime]:
    found = set()
    for window in joined_windows(case, day):
        opens, closes = window[0], window[1]
        found.add(opens)
        quarter = datetime.combine(day, time())
        while quarter < closes:
            if quarter >= opens:
                found.add(quarter)
            quarter += QUARTER
    return found


def joined_windows(case: PlainCase, day: date) -> list[tuple[datetime, datetime, str]]:
    away = [travel.place for travel in case.athlete.travel if travel.span.start <= day < travel.span.end]
    todays = sorted(
        (away[0] if away else window.place, window.start, window.end)
        for window in case.athlete.windows
        if window.weekday == day.weekday()
    )
    joined: list[tuple[datetime, datetime, str]] = []
    for place, start, end in todays:
        opens, closes = datetime.combine(day, start), datetime.combine(day, end)
        if joined and joined[-1][2] == place and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes), place)
        else:
            joined.append((opens, closes, place))
    return joined


def may_start(case: PlainCase, demand: SessionDemand, start: datetime) -> bool:
    end = start + timedelta(minutes=demand.minutes)
    return (
        max(case.first_day, demand.earliest or case.first_day) <= start.date()
        and start.date() <= min(case.last_day, demand.latest or case.last_day)
        and start.date() not in case.rest_days
        and _day_allows(case, demand, start.date())
        and _fits_window(case, start, end)
        and _day_has_room(case, start.date())
        and _is_after_runs(case, start, end)
        and _spares_key_runs(case, demand, start, end)
        and _spares_races(case, demand, start, end)
    )


def _day_allows(case: PlainCase, demand: SessionDemand, day: date) -> bool:
    asked = [easing for easing in case.easings if easing.first <= day < easing.until]
    return not any(easing.no_sessions or demand.leg_stress > easing.leg_stress_most for easing in asked)


def _fits_window(case: PlainCase, start: datetime, end: datetime) -> bool:
    for opens, closes, place_id in joined_windows(case, start.date()):
        if opens <= start and end <= closes:
            hours = case.athlete.place(place_id).hours
            todays = [each for each in hours if each.weekday == start.weekday()]
            if not hours or any(
                each.start <= start.time() and end <= datetime.combine(start.date(), each.end)
                for each in todays
            ):
                return True
    return False


def _day_has_room(case: PlainCase, day: date) -> bool:
    outings = sum(run.run.date == day for run in case.outings())
    kept = sum(
        run.run.date == day and run.run.kind is RunKind.STRENGTH and "to be replaced" not in run.run.note
        for run in case.runs
    )
    return outings + kept < 2 and kept < 1


def _is_after_runs(case: PlainCase, start: datetime, end: datetime) -> bool:
    for run in case.outings():
        if run.run.date == start.date() and start < run.ends_at:
            return False
        if run.starts_at < end and start < run.ends_at + 3 * HOUR:
            return False
    return True


def _spares_key_runs(case: PlainCase, demand: SessionDemand, start: datetime, end: datetime) -> bool:
    heavy = demand.leg_stress is LegStress.HEAVY
    before = 0
    if heavy:
        before = 48 if demand.unaccustomed else 24
    elif demand.leg_stress is LegStress.MODERATE and demand.unaccustomed:
        before = 24
    for run in case.outings():
        if run.run.key and run.starts_at > start and run.starts_at - end < before * HOUR:
            return False
        near = run.starts_at - end < DAY and start - run.ends_at < DAY
        if heavy and run.buffered_long_run and near:
            return False
    return True


def _spares_races(case: PlainCase, demand: SessionDemand, start: datetime, end: datetime) -> bool:
    for race in case.races:
        begins, ends = race_hours(case, race)
        if start.date() == race.date:
            return False
        if demand.leg_stress is LegStress.NONE:
            continue
        if start >= begins:
            rest = 3 if race.distance_m <= 10000 else 5 if race.distance_m <= 21100 else 14
            if start - ends < rest * DAY:
                return False
            continue
        fresh = 0 * HOUR
        if race.priority is RacePriority.A:
            fresh = 48 * HOUR if race.distance_m <= 5000 else 72 * HOUR
        if demand.leg_stress is LegStress.HEAVY:
            fresh = {"A": 7 * DAY, "B": 4 * DAY, "C": 72 * HOUR}[race.priority.value]
        if begins - end < fresh:
            return False
    return True


def race_hours(case: PlainCase, race: Race) -> tuple[datetime, datetime]:
    outings = [run for run in case.outings() if run.run.date == race.date]
    raced = [run for run in outings if run.run.kind is RunKind.RACE]
    clock = race.start
    if clock is None:
        clock = min((run.start for run in (raced or outings)), default=time())
    begins = datetime.combine(race.date, clock)
    return begins, max([begins, *(run.ends_at for run in raced)])


def plain_cost(case: PlainCase, demand: SessionDemand, start: datetime) -> int:
    end = start + timedelta(minutes=demand.minutes)
    stress = int(demand.leg_stress)
    near = [
        run for run in case.outings() if run.starts_at - end <= 3 * DAY and start - run.ends_at <= 3 * DAY
    ]
    total = 0
    if case.soft("hard_days_before_easy_days") and not case.has_key_run(start.date()):
        total += stress * int(number("cost_easy_day_per_leg_stress"))
    if case.soft("gap_after_run_wanted"):
        since = [_minutes(start - run.ends_at) for run in near if run.ends_at <= start]
        total += max([0, *(360 - gap for gap in since)]) * int(number("cost_gap_after_run_missing"))
    if case.soft("heavy_legs_before_key_run_wanted") and demand.leg_stress is LegStress.HEAVY:
        ahead = [_minutes(run.starts_at - end) for run in near if run.run.key and run.starts_at >= end]
        total += max([0, *(2880 - gap for gap in ahead)]) * int(number("cost_key_run_missing"))
    for run in near:
        total += _fatigue(stress, run, end) if case.soft("fatigue_into_run") else 0
        if case.soft("long_run_interference") and _is_long(run):
            apart = max(run.starts_at - end, start - run.ends_at, 0 * HOUR)
            missing = max(0, 48 * 60 - _minutes(apart))
            total += missing * stress * int(number("cost_long_run_missing")) // 60
    total += _moved(demand, start) if case.soft("as_planned_before") else 0
    total += _beside_key_runs(case, demand, start) if case.soft("moved_beside_key_runs") else 0
    return total + (_dislike(case, start, end) if case.soft("preferred_hours") else 0)


def _moved(demand: SessionDemand, start: datetime) -> int:
    if demand.was_at is None or demand.was_at == start:
        return 0
    other_day = demand.was_at.date() != start.date()
    return int(number("cost_moved_start")) + other_day * int(number("cost_moved_day"))


def _beside_key_runs(case: PlainCase, demand: SessionDemand, start: datetime) -> int:
    stays = demand.was_at is None or demand.was_at.date() == start.date()
    if stays or demand.leg_stress is LegStress.NONE:
        return 0
    is_long = any(_is_long(run) and run.run.date == start.date() for run in case.outings())
    is_before = case.has_key_run(start.date() + DAY)
    return int(number("cost_moved_beside_key_run")) if is_long or is_before else 0


def _fatigue(stress: int, run: TimedRun, end: datetime) -> int:
    ahead = _minutes(run.starts_at - end)
    if not 0 <= ahead <= 72 * 60:
        return 0
    weights = cast("list[int]", constant("fatigue_of_leg_stress").value)
    kind = "long" if _is_long(run) else "key" if run.run.key else "easy"
    whole = weights[stress] * int(number(f"fatigue_cost_{kind}_run"))
    left = round(1_000_000 * math.pow(2.0, -ahead / (22 * 60)))
    return (left * whole + 500_000) // 1_000_000


def _is_long(run: TimedRun) -> bool:
    return run.run.kind is not RunKind.RACE and (run.buffered_long_run or run.run.kind is RunKind.LONG)


def _dislike(case: PlainCase, start: datetime, end: datetime) -> int:
    liked = [window for window in case.athlete.windows if window.preferred]
    if not liked:
        return 0
    away = [240]
    for ahead in (-1, 0, 1):
        day = start.date() + ahead * DAY
        for opens, closes in _joined_liked(case, day):
            away.append(max(0, _minutes(opens - start), _minutes(end - closes)))
    return min(away) * int(number("cost_hour_not_preferred"))


def _joined_liked(case: PlainCase, day: date) -> list[tuple[datetime, datetime]]:
    spans = sorted(
        (datetime.combine(day, window.start), datetime.combine(day, window.end))
        for window in case.athlete.windows
        if window.preferred and window.weekday == day.weekday()
    )
    joined: list[tuple[datetime, datetime]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined


def plain_pair_cost(case: PlainCase, one: PlainSlot, other: PlainSlot) -> int | None:
    """Tell what two sessions cost each other; None when they may not both be."""
    if one.demand.fixed and other.demand.fixed:
        return 0
    earlier, later = (one, other) if one.start <= other.start else (other, one)
    return _cost_in_order(case, earlier, later, later.start - earlier.end)


def _cost_in_order(case: PlainCase, earlier: PlainSlot, later: PlainSlot, gap: timedelta) -> int | None:
    jumps = earlier.demand.intensive_plyometrics and later.demand.intensive_plyometrics
    if earlier.day == later.day or ((jumps or _is_squeezed_in(earlier, later)) and gap < 2 * DAY):
        return None
    if not (earlier.heavy and later.heavy):
        return 0
    if gap < (3 if earlier.demand.unaccustomed else 2) * DAY:
        return None
    if not case.soft("heavy_legs_spacing_wanted"):
        return 0
    missing_quarters = math.ceil(max(0, _minutes(3 * DAY - gap)) / 360)
    return missing_quarters * int(number("cost_spacing_step_missing"))


def _is_squeezed_in(earlier: PlainSlot, later: PlainSlot) -> bool:
    legs = min(earlier.demand.leg_stress, later.demand.leg_stress) > LegStress.NONE
    return legs and (earlier.demand.made_up or later.demand.made_up)


def too_many_heavy_days(case: PlainCase, heavy_days: list[date]) -> bool:
    return any(
        sum(first <= day < first + 7 * DAY for day in heavy_days) > 2 for first in seven_day_starts(case)
    )


def seven_day_starts(case: PlainCase) -> list[date]:
    """Return the first days of all seven days in the season that hold a key run."""
    first = case.season.weeks[0].monday
    days = len(case.season.weeks) * 7
    starts = [first + ahead * DAY for ahead in range(days - 6)]
    return [start for start in starts if any(case.has_key_run(start + ahead * DAY) for ahead in range(7))]


def new_weekday_cost(case: PlainCase, week: int) -> int:
    over = case.season.weeks[week].monday + 7 * DAY <= case.first_day
    return int(number("cost_new_weekday")) if case.soft("same_weekdays") and not over else 0


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
