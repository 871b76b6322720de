"""Rules on two sessions: how long after the end of the earlier one the later one may begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.placement.figure import minutes_of, points_of
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from runlift.domain.placement.instance import PlacementInstance, Task


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


def heavy_legs_spacing_wanted(earlier: Task, later: Task) -> tuple[int, ...]:
    """Three days lie between heavy leg sessions; each started quarter of a day missing costs [min]."""
    if min(earlier.leg_stress, later.leg_stress) < LegStress.HEAVY:
        return ()
    least, wanted = minutes_of("heavy_legs_spacing_min"), minutes_of("heavy_legs_spacing_wanted")
    step = minutes_of("spacing_step")
    return tuple(range(least + step, wanted + 1, step))


def spacing(instance: PlacementInstance, earlier: Task, later: Task) -> Spacing:
    """Return what the rules that hold ask between two tasks."""
    hard = (heavy_legs_spacing, intensive_plyometrics_spacing)
    least = max(rule(earlier, later) if instance.holds(rule.__name__) else 0 for rule in hard)
    soft_holds = instance.holds(heavy_legs_spacing_wanted.__name__)
    return Spacing(
        least=least,
        wanted=heavy_legs_spacing_wanted(earlier, later) if soft_holds else (),
        charge=points_of("cost_spacing_step_missing"),
    )
