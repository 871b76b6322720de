"""What is to be done in short routines, an exercise at a time: how long it takes and when it suits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import Family
from runlift.domain.exercise.muscle import LEG_MUSCLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.routine import Routine, RoutineItem
    from runlift.domain.quantity import Reason

_BEFORE_RUNS = frozenset({Family.HIP, Family.CORE})
_AWAY_FROM_RUNS = frozenset({Family.CALF_FOOT, Family.BALANCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An exercise that is given beside the sessions.

    Attributes:
        item: The exercise with its dose and how often.
        exercise: The exercise as the catalogue has it.
        moment: Moment it is given for, as `Routine` has it.
        reason: What it is given for.
    """

    item: RoutineItem
    exercise: Exercise
    moment: str
    reason: Reason

    @property
    def is_for_runs(self) -> bool:
        """Whether it suits the minutes before an easy run: hip and trunk.

        Source: X36, CP008
        """
        left_open = self.moment == "session" and self.exercise.family in _BEFORE_RUNS
        return not self.keeps_away and (self.moment == "before_run" or left_open)

    @property
    def keeps_away(self) -> bool:
        """Whether it keeps hours from runs: foot, calf and balance work, and all that loads the legs.

        Source: X36, CO14, CP021
        """
        foot = self.exercise.family in _AWAY_FROM_RUNS or self.exercise.leg_load
        return foot or self.moment == "away_from_run"

    @property
    def loads_legs(self) -> bool:
        """Whether a key run or a race may feel it: it loads the legs, or leaves them sore.

        Source: CP021
        """
        sore = self.exercise.soreness > 0 and not LEG_MUSCLES.isdisjoint(self.exercise.primary_muscles)
        return self.exercise.leg_load or sore

    @property
    def seconds(self) -> int:
        """How long it takes: setting up, each set on each side, rests where the other side is none [s].

        Source: P012, P021, CP020
        """
        per_set = self.item.high * (1 if self.item.unit == "s" else int(number("seconds_per_rep")))
        sides = 2 if self.exercise.unilateral else 1
        rests = self.item.sets - 1 if sides == 1 and self.item.kind == "strengthen" else 0
        resting = rests * int(number("rest_bodyweight"))
        return int(number("setup_bodyweight")) + self.item.sets * sides * per_set + resting

    @property
    def forms(self) -> frozenset[str]:
        """The exercise and the forms next to it: a session that holds one of them counts."""
        steps = (self.exercise.id, self.exercise.progression, self.exercise.regression)
        return frozenset(each for each in steps if each)


def wishes_of(
    routines: Iterable[Routine], exercises: Mapping[str, Exercise], dislikes: Iterable[str]
) -> Iterator[Wish]:
    """Yield what is given beside the sessions, in order, each once, without what the runner dislikes."""
    unloved, seen = frozenset(dislikes), set[str]()
    for routine in routines:
        for item in routine.items:
            exercise = exercises[item.exercise]
            if exercise.id not in seen and unloved.isdisjoint({exercise.id, exercise.family.value}):
                seen.add(exercise.id)
                yield Wish(item=item, exercise=exercise, moment=routine.moment, reason=routine.reason)
