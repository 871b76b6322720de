"""One made-up lifter: habits, days of training, lifts."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from runlift.application.synthetic_log.setting import Setting

DAYS_PER_WEEK = 7
_TRAINING_DAYS = (1, 4)
_MOST_BREAKS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLift:
    """A lift of the catalogue as made-up people do it.

    Attributes:
        exercise: Exercise id.
        kit: What is loaded: bar, machine or dumbbell.
        ratio: Usual maximum beside body mass.
        legs: Whether a run before it is felt.
        sides: Sides that are trained.
        body: Least and most share of body mass that moves with the weight.
    """

    exercise: str
    kit: str
    ratio: float
    legs: bool
    sides: tuple[str, ...] = ("both",)
    body: tuple[float, float] = (0.0, 0.0)


LIFTS = (
    MadeLift(exercise="back_squat", kit="bar", ratio=0.9, legs=True),
    MadeLift(exercise="deadlift", kit="bar", ratio=1.1, legs=True),
    MadeLift(exercise="bench_press", kit="bar", ratio=0.65, legs=False),
    MadeLift(exercise="leg_press", kit="machine", ratio=1.8, legs=True),
    MadeLift(exercise="goblet_squat", kit="dumbbell", ratio=0.55, legs=True, body=(0.3, 0.8)),
    MadeLift(exercise="db_row", kit="dumbbell", ratio=0.4, legs=False, sides=("left", "right")),
    MadeLift(
        exercise="rfess", kit="dumbbell", ratio=0.45, legs=True, sides=("left", "right"), body=(0.3, 0.8)
    ),
)
_LIFTS_EACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A made-up lifter.

    Attributes:
        body_mass_kg: Body mass [kg].
        days: Length of the log [days].
        training_days: Days of training, counted from the first day of the log.
        lifts: What is trained.
        silent: Whether the reserve is never told.
        rir_bias: Repetitions told beyond the true reserve; mostly negative.
        warm_ups: `marked`, `unmarked` or `none`.
        blocks: Whether repetitions change every few weeks.
        light_weeks: Whether every fifth week is light.
    """

    body_mass_kg: float
    days: int
    training_days: tuple[int, ...]
    lifts: tuple[MadeLift, ...]
    silent: bool
    rir_bias: float
    warm_ups: str
    blocks: bool
    light_weeks: bool


def made_person(setting: Setting, rng: Random) -> Person:
    """Make up a person."""
    weeks = rng.randint(30, 70)
    away = _days_away(setting, weeks * DAYS_PER_WEEK, rng)
    days = (week * DAYS_PER_WEEK + day for week in range(weeks) for day in _TRAINING_DAYS)
    lifts = [lift for lift in LIFTS if lift.kit == "dumbbell" or not setting.kettlebells]
    return Person(
        body_mass_kg=max(45.0, rng.gauss(68, 10)),
        days=weeks * DAYS_PER_WEEK,
        training_days=tuple(day for day in days if day not in away and rng.random() >= setting.skipped),
        lifts=tuple(rng.sample(lifts, min(_LIFTS_EACH, len(lifts)))),
        silent=rng.random() < setting.silent,
        rir_bias=rng.gauss(-setting.rir_bias, setting.rir_bias),
        warm_ups=_warm_ups(setting, rng),
        blocks=rng.random() < setting.blocks,
        light_weeks=rng.random() < setting.light_weeks,
    )


def rack(kit: str, *, kettlebells: bool) -> tuple[float, ...]:
    """Return the loads that can be made [kg]."""
    if kettlebells:
        return tuple(4.0 * step for step in range(2, 13))
    if kit == "bar":
        return tuple(20 + 2.5 * step for step in range(140))
    if kit == "machine":
        return tuple(5.0 * step for step in range(1, 80))
    return tuple(2.0 * step for step in range(1, 36))


def true_levels(person: Person, start: float, rng: Random) -> tuple[float, ...]:
    """Return the log of true strength on each day: growth that slows, a slow wander, loss in breaks."""
    gain, slows = rng.uniform(0.05, 0.40), rng.uniform(60, 200)
    trained = frozenset(person.training_days)
    wander = lost = 0.0
    adapted = idle = 0
    levels: list[float] = []
    for day in range(person.days):
        idle = 0 if day in trained else idle + 1
        if idle <= DAYS_PER_WEEK:
            adapted += 1
            lost *= exp(-1 / 14)
        else:
            lost = min(0.25, lost + 0.0035)
        wander += -wander / 40 + rng.gauss(0, 0.03 * (2 / 40) ** 0.5)
        levels.append(start + gain * (1 - exp(-adapted / slows)) + wander - lost)
    return tuple(levels)


def _days_away(setting: Setting, days: int, rng: Random) -> frozenset[int]:
    away: set[int] = set()
    for _ in range(_MOST_BREAKS):
        if rng.random() >= setting.breaks / (setting.breaks + 1):
            break
        first = rng.randint(30, max(31, days - 30))
        away |= set(range(first, first + rng.randint(8, 45)))
    return frozenset(away)


def _warm_ups(setting: Setting, rng: Random) -> str:
    drawn = rng.random()
    if drawn < setting.warm_ups_marked:
        return "marked"
    return "unmarked" if drawn < setting.warm_ups_marked + setting.warm_ups_unmarked else "none"
