"""A made-up log: the sets and runs of one person as a diary holds them, and the true strength behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import exp, log
from typing import TYPE_CHECKING

from runlift.application.synthetic_log.capacity import made_curve
from runlift.application.synthetic_log.person import (
    DAYS_PER_WEEK,
    MadeLift,
    Person,
    made_person,
    rack,
    true_levels,
)
from runlift.application.synthetic_log.programme import MadeSet, Programme, made_programme
from runlift.domain.diary.entry import RunDone, SetDone
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from runlift.application.synthetic_log.setting import Setting

FIRST_DAY = date(2026, 1, 5)
_STARTS = time(18, 0)
_RUNS_BEFORE = 0.4
_LEFT_OUT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """True strength on a day: the maximum of external load [kg], without the form of the day."""

    exercise: str
    side: Side
    day: date
    one_rm_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticLog:
    """The log of a made-up person.

    Attributes:
        sets: All sets.
        runs: Runs that ended some hours before a session.
        body_mass_kg: Body mass [kg].
        truth: True strength on each day of training.
    """

    sets: tuple[SetDone, ...]
    runs: tuple[RunDone, ...]
    body_mass_kg: float
    truth: tuple[Truth, ...]


def synthetic_log(setting: Setting, rng: Random) -> SyntheticLog:
    """Make up the log of one person."""
    person = made_person(setting, rng)
    run_days = frozenset(day for day in person.training_days if rng.random() < _RUNS_BEFORE)
    sets: list[SetDone] = []
    truth: list[Truth] = []
    for lift in person.lifts:
        for side in lift.sides:
            made, true = _one_lift(lift, Side(side), person, setting, run_days, rng)
            sets += made
            truth += true
    return SyntheticLog(
        sets=tuple(sets),
        runs=tuple(_run_before(day) for day in sorted(run_days)),
        body_mass_kg=person.body_mass_kg,
        truth=tuple(truth),
    )


def synthetic_logs(setting: Setting, people: int, rng: Random) -> tuple[SyntheticLog, ...]:
    """Make up the logs of some people."""
    return tuple(synthetic_log(setting, rng) for _ in range(people))


def _one_lift(
    lift: MadeLift, side: Side, person: Person, setting: Setting, run_days: frozenset[int], rng: Random
) -> tuple[list[SetDone], list[Truth]]:
    body = rng.uniform(*lift.body) * person.body_mass_kg
    one_rm = lift.ratio * person.body_mass_kg * exp(rng.gauss(0, 0.25))
    levels = true_levels(person, log(one_rm + body), rng)
    loads = rack(lift.kit, kettlebells=setting.kettlebells)
    programme = made_programme(person, setting, rng, rack=loads, body_kg=body, curve=made_curve(rng))
    sets: list[SetDone] = []
    truth: list[Truth] = []
    for day in person.training_days:
        if rng.random() < _LEFT_OUT:
            continue
        form = _form(setting, rng, tired=lift.legs and day in run_days)
        made = programme.session(day // DAYS_PER_WEEK, levels[day], form)
        sets += _logged(made, lift.exercise, side, day)
        truth.append(
            Truth(exercise=lift.exercise, side=side, day=_date(day), one_rm_kg=exp(levels[day]) - body)
        )
    return sets, truth


def _form(setting: Setting, rng: Random, *, tired: bool) -> float:
    """Return the form of a day (log): usual, now and then bad, and a little less after a run.

    Source: Q001, S03.
    """
    form = rng.gauss(0, setting.day_form)
    if rng.random() < setting.bad_day:
        form -= abs(rng.gauss(0.06, 0.02))
    return form - abs(rng.gauss(0.015, 0.015)) if tired else form


def _logged(sets: Iterable[MadeSet], exercise: str, side: Side, day: int) -> Iterator[SetDone]:
    for position, each in enumerate(sets, start=1):
        yield SetDone(
            session=f"day-{day}",
            position=position,
            exercise=exercise,
            done_at=_at(day) + timedelta(minutes=4 * position),
            kind=each.kind,
            side=side,
            reps=each.reps,
            load_kg=each.load_kg,
            rir=each.rir,
        )


def _run_before(day: int) -> RunDone:
    return RunDone(starts_at=_at(day) - timedelta(hours=5), duration_s=3600.0)


def _at(day: int) -> datetime:
    return datetime.combine(_date(day), _STARTS)


def _date(day: int) -> date:
    return FIRST_DAY + timedelta(days=day)


__all__ = ["Programme", "SyntheticLog", "Truth", "synthetic_log", "synthetic_logs"]
