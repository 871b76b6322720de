"""Hand-made seasons, placed sessions and runners for the tests of the prescription room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.place import Barbell, Equipment, Machine, Place
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.placement.placement import PlacedSession
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.prescription.prescribe import Prescribed, prescribe
from runlift.domain.prescription.situation import Situation, situations
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.season.demand import Emphasis, Season, SessionDemand, WeekDemand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.athlete.profile import Race
    from runlift.domain.exercise.exercise import Exercise

MONDAY = date(2026, 3, 2)
GYM = Equipment(
    dumbbells_kg=tuple((float(mass), 2) for mass in (2, 4, 6, 8, 10, 12.5, 15, 17.5, 20, 22.5, 25)),
    kettlebells_kg=((8.0, 1), (12.0, 1), (16.0, 2), (20.0, 1), (24.0, 1)),
    barbell=Barbell(bar_kg=20.0, plates_kg=((1.25, 4), (2.5, 4), (5.0, 4), (10.0, 4), (20.0, 6))),
    machines=(Machine(id="any", lightest_kg=5.0, heaviest_kg=150.0, step_kg=5.0),),
    bands=("light", "medium", "heavy"),
    items=("bench", "box", "foam_roller", "pull_up_bar", "rack", "step", "stick"),
)
KITS = {
    "nothing": Equipment(),
    "eight_and_twelve": Equipment(dumbbells_kg=((8.0, 2), (12.0, 2))),
    "kettlebell": Equipment(kettlebells_kg=((12.0, 1), (16.0, 1))),
    "band": Equipment(bands=("light", "heavy"), items=("step",)),
    "stairs": Equipment(items=("stairs", "towel")),
    "gym": GYM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A season to be prescribed, with the figures tests vary."""

    weeks: int = 12
    per_week: int = 2
    minutes: int = 45
    lifting: Lifting = Lifting.NOVICE
    equipment: Equipment = field(default_factory=Equipment)
    athlete: Mapping[str, object] = field(default_factory=dict)
    emphases: tuple[Emphasis, ...] = ()
    races: tuple[Race, ...] = ()
    key_run_days: tuple[int, ...] = (1, 6)
    travel_weeks: tuple[int, ...] = ()
    hold_weeks: tuple[int, ...] = ()

    def runner(self) -> Athlete:
        """The runner of the story."""
        told: dict[str, object] = {
            "lifting": self.lifting,
            "body_mass_kg": 62.0,
            "places": (Place(id="home", equipment=self.equipment),),
            "session_minutes_max": 60,
        }
        return Athlete(**{**told, **self.athlete})  # type: ignore[arg-type]

    def season(self) -> Season:
        """The season of the story: blocks of four weeks, every fourth a deload."""
        return Season(
            weeks=tuple(self._week(number) for number in range(self.weeks)),
            emphases=self.emphases,
            findings=(),
        )

    def phase(self, number: int) -> Phase:
        """The phase of a week."""
        third = max(1, self.weeks // 3)
        if number < third:
            return Phase.FOUNDATION
        return Phase.STRENGTH if number < 2 * third else Phase.POWER

    def _week(self, number: int) -> WeekDemand:
        deload = number % 4 == 3
        return WeekDemand(
            monday=MONDAY + timedelta(weeks=number),
            phase=self.phase(number),
            block=number // 4,
            week_of_block=number % 4,
            deload=deload,
            sets_factor=0.5 if deload else 1.0,
            load_factor=0.9 if deload else 1.0,
            rir_plus=2 if deload else 0,
            leg_hard_sets=(4, 6) if deload else (10, 16),
            hold_progression=number in self.hold_weeks,
            sessions=tuple(self._demand(number, one) for one in range(self.per_week)),
            reasons=(),
        )

    def _demand(self, number: int, one: int) -> SessionDemand:
        phase = self.phase(number)
        kind = (
            SessionKind.POWER
            if phase is Phase.POWER and one == 0
            else SessionKind("strength" if phase is Phase.POWER else phase.value)
        )
        stress = LegStress.HEAVY if phase is not Phase.FOUNDATION else LegStress.MODERATE
        monday = MONDAY + timedelta(weeks=number)
        return SessionDemand(
            id=f"{monday.isoformat()}/{one + 1}",
            kind=kind,
            phase=phase,
            leg_stress=stress,
            intensive_plyometrics=kind is SessionKind.POWER,
            unaccustomed=number < 2,
            minutes=self.minutes,
            worth=1,
        )

    def placed(self) -> tuple[PlacedSession, ...]:
        """The sessions placed on Tuesdays, Fridays and Sundays."""
        days = (1, 4, 6)
        return tuple(
            PlacedSession(
                demand=demand,
                date=week.monday + timedelta(days=days[one]),
                start=time(18, 0),
                place="hotel" if number in self.travel_weeks else "home",
                hours_after_run=6.0 if one == 0 else None,
                reasons=(),
            )
            for number, week in enumerate(self.season().weeks)
            for one, demand in enumerate(week.sessions)
        )

    def runs(self) -> tuple[TimedRun, ...]:
        """Key runs on some days of the week."""
        return tuple(
            TimedRun(
                run=Run(
                    id=f"r{number}-{day}",
                    date=MONDAY + timedelta(weeks=number, days=day),
                    kind=RunKind.TEMPO,
                    key=True,
                    title="tempo",
                ),
                start=time(7, 0),
                minutes=60,
                start_assumed=True,
                minutes_assumed=True,
                buffered_long_run=False,
            )
            for number in range(self.weeks)
            for day in self.key_run_days
        )

    def situations(self) -> tuple[Situation, ...]:
        """What is fixed about the sessions of the story."""
        return situations(self.season(), self.placed(), self.runner(), self.races, self.runs(), catalogue())

    def prescribed(self) -> Prescribed:
        """The sessions of the story, filled."""
        return prescribe(
            self.season(), self.placed(), self.runner(), catalogue(), races=self.races, runs=self.runs()
        )


@pytest.fixture(scope="session")
def exercises() -> Mapping[str, Exercise]:
    return catalogue()


@pytest.fixture(scope="session")
def story() -> type[Story]:
    return Story


@pytest.fixture(scope="session")
def kits() -> Mapping[str, Equipment]:
    return KITS
