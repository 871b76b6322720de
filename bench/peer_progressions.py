"""What other programs ask next, by the rules that their documentation states.

Each rule is a few lines of our own after that text, not their code, and each needs steps that its user has to
choose: here those that the kit can make.

wger: its manual, "Using the routines", section "Progression rules", and "Using the routine API", sections
"Days" and "Configuration". A rule adds a fixed value at each iteration of a day, realistically a week; with
requirements it only does so when what was planned was logged in the last one, and else the value stays.

Liftosaur: "Progressions and State" and "Liftoscript", sections "Linear Progression" and "Double Progression",
and "Equipment, Plates and Gyms" for rounding: fixed weights are the heaviest not above the target, or the
lightest if all are heavier. Where a reserve is asked as RPE, its scripts count a set with less reserve as not
completed.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

OTHER = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
DAYS_A_WEEK = 2
SETS = 3
_HALF_GRAM = 0.0005
_STREPROGEN = """
import json, sys, streprogen
told = json.loads(sys.argv[1])
programme = streprogen.Program("season", duration=told["weeks"], round_to=told["round_to"])
with programme.Day("A"):
    programme.DynamicExercise("Squat", told["one_rm"])
programme.render()
weeks = [week[0]["exercises"][0] for week in programme.to_dict()["rendered"]]
print(json.dumps([list(zip(week["reps"], week["weights"])) for week in weeks]))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a session asks of the lift: sets of the same repetitions, a load [kg] or none."""

    reps: int
    load_kg: float
    sets: int = SETS

    def __str__(self) -> str:
        load = f" {self.load_kg:g}" if self.load_kg else ""
        return f"{self.sets}x{self.reps}{load}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How the session went: repetitions missing in the worst set, and whether the reserve asked was kept."""

    reps_missing: int = 0
    reserve_kept: bool = True

    @property
    def is_completed(self) -> bool:
        """Whether every set was done as asked."""
        return self.reps_missing == 0 and self.reserve_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What the user of such a program chooses for a kit.

    Attributes:
        start_kg: First load [kg].
        rack_kg: What can be loaded, lightest first [kg].
        step_kg: Step up [kg].
        reps: First and most repetitions of a double progression.
        usual_reps: Repetitions where only the load grows.
    """

    start_kg: float
    rack_kg: tuple[float, ...]
    step_kg: float
    reps: tuple[int, int] = (8, 12)
    usual_reps: int = 8

    def shown(self, target_kg: float) -> float:
        """Return the weight of the kit for a target."""
        within = [load for load in self.rack_kg if load <= target_kg + _HALF_GRAM]
        return within[-1] if within else min(self.rack_kg, default=0.0)


class Peer(Protocol):
    """A program that asks, is told how it went, and asks again."""

    def asks(self) -> Ask:
        """Return what the next session asks."""

    def hears(self, result: Result) -> None:
        """Take in how the session went."""


@dataclass
class Wger:
    """A weight, or repetitions without one, that grows each week where the log met what was planned."""

    steps: Steps
    days: list[Ask] = field(init=False)
    session: int = 0

    def __post_init__(self) -> None:
        self.days = [Ask(reps=self.steps.usual_reps, load_kg=self.steps.start_kg)] * DAYS_A_WEEK

    def asks(self) -> Ask:
        """Return what the next day of the week asks."""
        return self.days[self.session % DAYS_A_WEEK]

    def hears(self, result: Result) -> None:
        """Grow that day where what was planned was logged; the day after is next."""
        day, now = self.session % DAYS_A_WEEK, self.asks()
        if result.is_completed:
            more = 0 if self.steps.step_kg else 1
            self.days[day] = Ask(reps=now.reps + more, load_kg=now.load_kg + self.steps.step_kg)
        self.session += 1


@dataclass
class LiftosaurLinear:
    """`lp(step, 1, 0, two steps, 2)`: a step after each good session, two back after two that were not."""

    steps: Steps
    target_kg: float = field(init=False)
    failures: int = 0

    def __post_init__(self) -> None:
        self.target_kg = self.steps.start_kg

    def asks(self) -> Ask:
        """Return the sets at the weight of the kit."""
        return Ask(reps=self.steps.usual_reps, load_kg=self.steps.shown(self.target_kg))

    def hears(self, result: Result) -> None:
        """Add a step to what was lifted, or take two off after the second failure."""
        if result.is_completed:
            self.target_kg, self.failures = self.asks().load_kg + self.steps.step_kg, 0
            return
        self.failures += 1
        if self.failures == 2:  # noqa: PLR2004  the fifth argument of lp
            self.target_kg, self.failures = max(0.0, self.target_kg - 2 * self.steps.step_kg), 0


@dataclass
class LiftosaurDouble:
    """`dp(step, low, high)`: a repetition more after each good session, then a step and the low end again."""

    steps: Steps
    target_kg: float = field(init=False)
    reps: int = field(init=False)

    def __post_init__(self) -> None:
        self.target_kg, self.reps = self.steps.start_kg, self.steps.reps[0]

    def asks(self) -> Ask:
        """Return the sets at the weight of the kit."""
        return Ask(reps=self.reps, load_kg=self.steps.shown(self.target_kg))

    def hears(self, result: Result) -> None:
        """Add a repetition, or a step at the top; what was not completed is asked again."""
        low, high = self.steps.reps
        if not result.is_completed:
            return
        if self.reps < high:
            self.reps += 1
        else:
            self.reps, self.target_kg = low, self.asks().load_kg + self.steps.step_kg


def streprogen_weeks(one_rm_kg: float, round_to: float, weeks: int) -> list[list[tuple[int, float]]]:
    """Return repetitions and loads of each week as streprogen makes them with its defaults, once for all."""
    if not OTHER.exists():
        return []
    told = json.dumps({"one_rm": one_rm_kg, "round_to": round_to, "weeks": weeks})
    done = subprocess.run([str(OTHER), "-c", _STREPROGEN, told], check=True, capture_output=True, text=True)
    return [[(reps, load) for reps, load in week] for week in json.loads(done.stdout)]
