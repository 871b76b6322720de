"""What the plan has prescribed so far: progress, week totals, needs met, lifts kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.exercise.exercise import Family
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PrescribedExercise
    from runlift.domain.prescription.blocks import Block
    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTotal:
    """What a week holds so far.

    Attributes:
        hard_sets: Hard sets, a left and right pair counted once; a set of one side alone is half a set.
        leg_hard_sets: Those that load the legs.
        contacts: Foot contacts.
        session_contacts: Most foot contacts of one session.
        deload: Whether it is a lighter week.
    """

    hard_sets: float = 0
    leg_hard_sets: float = 0
    contacts: int = 0
    session_contacts: int = 0
    deload: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was prescribed so far.

    Attributes:
        progress: Where each exercise stands.
        weeks: Totals by number of the week.
        needs: Number of the session in which each need was last met.
        families: Families met in each block and place.
        kept: Exercise kept in each slot of each block and place.
        planned: Exercise of each slot of each block and place in the version of the plan before.
        promised: Families of the exercises kept in each block and place.
        last: Exercises of the session before.
        led_to: Most sessions in which a form that leads to an exercise was done, by the exercise led to.
        sessions: Sessions prescribed.
        told: What is still to be said of an exercise, the next time that it is prescribed.
    """

    progress: Mapping[str, Progress] = field(default_factory=dict)
    weeks: Mapping[int, WeekTotal] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    families: Mapping[Block, frozenset[Family]] = field(default_factory=dict)
    kept: Mapping[Block, Mapping[str, str]] = field(default_factory=dict)
    planned: Mapping[Block, Mapping[str, str]] = field(default_factory=dict)
    promised: Mapping[Block, frozenset[Family]] = field(default_factory=dict)
    last: frozenset[str] = frozenset()
    led_to: Mapping[str, int] = field(default_factory=dict)
    sessions: int = 0
    told: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)

    def week(self, week_number: int) -> WeekTotal:
        """Return what a week holds so far."""
        return self.weeks.get(week_number, WeekTotal())

    def reference(self, week_number: int) -> tuple[WeekTotal, ...]:
        """Return the last three weeks before this one that were not deloads.

        Source: P027.
        """
        before = [self.week(one) for one in range(week_number - 1, -1, -1) if not self.week(one).deload]
        return tuple(before[: int(number("hard_set_reference_weeks"))])

    def weeks_of_jumps(self, week_number: int) -> int:
        """Return how many weeks before this one held jumps, back to a gap after which they start afresh.

        Source: P027.
        """
        weeks = gap = 0
        for week in (self.week(one) for one in range(week_number - 1, -1, -1)):
            weeks += week.contacts > 0
            gap = 0 if week.contacts else gap + (not week.deload)
            if gap >= number("hard_set_reference_weeks"):
                break
        return weeks


def hard_sets_of(prescribed: PrescribedExercise) -> int:
    """Return the hard sets of an exercise: working sets near enough to the limit, two sides counted once.

    Source: D093.
    """
    return (hard_sides_of(prescribed) + 1) // 2


def hard_sides_of(prescribed: PrescribedExercise) -> int:
    """Return the hard sets of an exercise, each side of the body counted: a set of both sides counts two."""
    if prescribed.role in {Role.WARM_UP, Role.MOBILITY}:
        return 0
    trusted = number("rir_trusted")
    return sum(
        1 if one.side is not Side.BOTH else 2
        for one in prescribed.sets
        if not one.warm_up and one.reps is not None and (one.rir is None or one.rir <= trusted)
    )


def contacts_of(prescribed: PrescribedExercise, contacts_per_rep: int) -> int:
    """Return the foot contacts of an exercise, both sides."""
    return sum(
        one.contacts if one.contacts is not None else (one.reps or 0) * contacts_per_rep
        for one in prescribed.sets
    )


def tonnage_of(prescribed: PrescribedExercise) -> float:
    """Return the kilograms lifted in the working sets of an exercise [kg]."""
    return sum((one.load_kg or 0.0) * (one.reps or 0) for one in prescribed.sets if not one.warm_up)
