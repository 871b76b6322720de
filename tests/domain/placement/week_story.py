"""One week told in a few words: what is run when, what is asked for, and when the runner is free."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tests.domain.placement.seasons import MONDAY, PlacementInput, make_demand, make_run, make_week

from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, Race, RacePriority
from runlift.domain.placement.build import build_instance, minutes_since
from runlift.domain.placement.forbidding import rules_against
from runlift.domain.placement.grid import slots_of_start
from runlift.domain.placement.place import Placed, place
from runlift.domain.placement.slot_rule import case_of
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import RunKind
from runlift.domain.season.demand import Season

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.placement.instance import IntArray
    from runlift.domain.placement.slot_rule import Case
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.season.demand import SessionDemand

WHOLE_DAY = tuple(
    FreeWindow(weekday=weekday, start=time(6), end=time(23), place="home") for weekday in Weekday
)
RUNNER = Athlete(
    lifting=Lifting.EXPERIENCED, windows=WHOLE_DAY, places=(Place(id="home", equipment=Equipment()),)
)


def clock(text: str) -> tuple[date, time]:
    """Read a moment such as `tue 18:30`, counted from the first Monday; `tue+1` is a week later."""
    day, hour = text.split()
    name, _, weeks = day.partition("+")
    number = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name)
    return MONDAY + timedelta(days=number + 7 * int(weeks or 0)), time.fromisoformat(hour)


def ran(text: str, kind: RunKind = RunKind.EASY, minutes: int = 60, note: str = "") -> TimedRun:
    """Make a run that starts at a moment."""
    day, start = clock(text)
    return make_run(day, kind, start, minutes, number=start.hour, note=note)


def race(text: str, priority: str = "A", kilometres: float = 42.195) -> Race:
    """Make a race that starts at a moment."""
    day, start = clock(text)
    return Race(
        date=day, name="race", priority=RacePriority(priority), distance_m=1000 * kilometres, start=start
    )


def story(
    *runs: TimedRun,
    demands: tuple[SessionDemand, ...] = (),
    weeks: int = 3,
    athlete: Athlete = RUNNER,
    races: tuple[Race, ...] = (),
    rest: tuple[date, ...] = (),
) -> PlacementInput:
    """Return all that `place` takes: the same demands each week."""
    asked = tuple(
        make_week(monday, tuple(replace(each, id=f"{monday}/{each.id}") for each in demands))
        for monday in (MONDAY + timedelta(weeks=week) for week in range(weeks))
    )
    return {
        "season": Season(weeks=asked, emphases=(), findings=()),
        "runs": tuple(sorted(runs, key=lambda run: run.starts_at)),
        "rest_days": rest,
        "athlete": athlete,
        "races": races,
        "first_day": MONDAY,
        "last_day": MONDAY + timedelta(days=7 * weeks - 1),
    }


def asked(
    stress: LegStress = LegStress.HEAVY, *, number: int = 1, minutes: int = 60, **flags: bool
) -> SessionDemand:
    """Make a demand."""
    worth = 1_000_000 // number
    return make_demand(str(number), stress, minutes=minutes, worth=worth, **flags)


def case_at(told: PlacementInput, moment: str, demand: SessionDemand) -> Case:
    """Put a demand at a moment of a story."""
    day, start = clock(moment)
    season = told["season"]
    week = (day - MONDAY).days // 7
    told = {
        **told,
        "season": replace(season, weeks=tuple(replace(each, sessions=(demand,)) for each in season.weeks)),
    }
    instance = build_instance(**told)
    slots = slots_of_start(instance, minutes_since(MONDAY, day, start))
    return case_of(instance, instance.weeks[week][0], slots)


def forbidden(told: PlacementInput, moment: str, demand: SessionDemand) -> list[str]:
    """Return the rules on one session that forbid a demand at a moment."""
    case = case_at(told, moment, demand)
    return [rule for rule, broken in rules_against(case.instance, case.task, case.slots).items() if broken[0]]


def cost_of(
    rule: Callable[[Case], IntArray], told: PlacementInput, moment: str, demand: SessionDemand
) -> int:
    """Return what a soft rule charges a demand at a moment [milli-points]."""
    return int(rule(case_at(told, moment, demand))[0])


def placed_at(told: PlacementInput) -> list[datetime]:
    """Place a story and return when its sessions start."""
    return starts(place(**told))


def starts(placed: Placed) -> list[datetime]:
    """Return when the sessions start."""
    return [datetime.combine(session.date, session.start) for session in placed.placement.sessions]
