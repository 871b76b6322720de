"""The values of a made running plan: what is wanted, and what was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.quantity import Weekday

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.quantity import Finding, Reason
    from runlift.domain.running.plan import RunningPlan


class RaceDistance(StrEnum):
    """The races that a running plan is made for."""

    FIVE_KM = "5k"
    TEN_KM = "10k"
    HALF = "half"
    MARATHON = "marathon"

    @property
    def metres(self) -> float:
        """Distance [m]."""
        return {
            RaceDistance.FIVE_KM: 5000.0,
            RaceDistance.TEN_KM: 10000.0,
            RaceDistance.HALF: 21097.5,
            RaceDistance.MARATHON: 42195.0,
        }[self]

    @property
    def rank(self) -> int:
        """Place among the races from the shortest, from 0; the order of the constants by race."""
        return list(RaceDistance).index(self)


class TrainingPhase(StrEnum):
    """Phases of a made running plan."""

    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsWanted:
    """What a runner without a running plan wants.

    Attributes:
        distance: The race.
        race_date: Its day.
        start: First day of the plan.
        weekly_km: Usual distance a week at present [km].
        longest_run_km: Longest run of the last 30 days [km].
        runs_per_week: Runs a week, 3 to 6.
        long_run_day: Day of the long run.
        usual_run_start: Usual local start by weekday; may miss days.
        name: Name of the plan.
    """

    distance: RaceDistance
    race_date: date
    start: date
    weekly_km: float
    longest_run_km: float
    runs_per_week: int = 4
    long_run_day: Weekday = Weekday.SUNDAY
    usual_run_start: tuple[tuple[Weekday, time], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWeek:
    """One week of a made plan.

    Attributes:
        monday: First day.
        phase: Phase of training.
        distance_m: Distance of its runs, the race left out [m].
        down: Whether it is a lighter week.
        reasons: Why it is as it is.
    """

    monday: date
    phase: TrainingPhase
    distance_m: float
    down: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePlan:
    """A made running plan, or the refusal to make one.

    Attributes:
        plan: The plan, or None when it is refused; the findings then say why and what instead.
        weeks: Its weeks in order.
        run_reasons: Why each run, by its id.
        reasons: The rules that the whole plan keeps.
        findings: What to tell the runner.
    """

    plan: RunningPlan | None
    weeks: tuple[MadeWeek, ...] = ()
    run_reasons: tuple[tuple[str, tuple[Reason, ...]], ...] = ()
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
