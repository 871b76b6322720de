"""Rules on two sessions: how long after the end of the earlier one the later one may begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.placement.figure import minutes_of, points_of
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """What lies between the end of an earlier session and the start of a later one.

    Attributes:
        least: Time that must lie between them [min].
        wanted: Times that should lie between them, shortest first [min].
        charge: Cost of each wanted time that is missed [milli-points].
    """

    least: int = 0
    wanted: tuple[int, ...] = ()
    charge: int = 0

    @property
    def thresholds(self) -> tuple[int, ...]:
        """Every time at which something changes [min]."""
        return (*((self.least,) if self.least else ()), *self.wanted)


def heavy_legs_spacing(earlier: Task, later: Task) -> int:
    """Two days lie between heavy leg sessions, three after one the legs are not yet used to [min]."""
    if min(earlier.leg_stress, later.leg_stress) < LegStress.HEAVY:
        return 0
    return minutes_of("heavy_legs_spacing_unaccustomed" if earlier.unaccustomed else "heavy_legs_spacing_min")


def intensive_plyometrics_spacing(earlier: Task, later: Task) -> int:
    """Two days lie between sessions that hold jumps of high effort [min]."""
    both = earlier.intensive and later.intensive
    return minutes_of("intensive_plyometrics_spacing") if both else 0


def missed_session_not_squeezed_in(earlier: Task, later: Task) -> int:
    """Two days lie between a missed session that is made up and any other leg session [min]."""
    legs = min(earlier.leg_stress, later.leg_stress) >= LegStress.LIGHT
    return minutes_of("made_up_spacing") if legs and (earlier.made_up or later.made_up) else 0


def heavy_legs_spacing_wanted(earlier: Task, later: Task) -> tuple[int, ...]:
    """Three days lie between heavy leg sessions; each started quarter of a day missing costs [min]."""
    if min(earlier.leg_stress, later.leg_stress) < LegStress.HEAVY:
        return ()
    least, wanted = minutes_of("heavy_legs_spacing_min"), minutes_of("heavy_legs_spacing_wanted")
    step = minutes_of("spacing_step")
    return tuple(range(least + step, wanted + 1, step))


def spacing(instance: PlacementInstance, earlier: Task, later: Task) -> Spacing:
    """Return what the rules that hold ask between two tasks."""
    hard = (heavy_legs_spacing, intensive_plyometrics_spacing, missed_session_not_squeezed_in)
    least = max(rule(earlier, later) if instance.holds(rule.__name__) else 0 for rule in hard)
    soft_holds = instance.holds(heavy_legs_spacing_wanted.__name__)
    return Spacing(
        least=least,
        wanted=heavy_legs_spacing_wanted(earlier, later) if soft_holds else (),
        charge=points_of("cost_spacing_step_missing"),
    )


def is_too_many(instance: PlacementInstance, first: int, heavy: IntArray) -> BoolArray:
    """Tell which counts of days with heavy legs in the seven days from `first` on are too many (counts).

    What past sessions alone have broken cannot be mended: only another session beside them is forbidden. Two
    of the past on one day are two sessions.
    """
    fixed = instance.fixed_heavy[first : first + DAYS_PER_WEEK]
    past, twice = int(fixed.sum()), int((fixed - (fixed > 0)).sum())
    broken: BoolArray = heavy + twice > max(past, number("heavy_legs_in_seven_days_most"))
    return broken
