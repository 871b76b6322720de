"""How the sets of an exercise went beside what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import SAME_LOAD, amount_of, reserve_of, working_sets
from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runlift.domain.diary.entry import SetDone
    from runlift.domain.plan.session import PrescribedExercise, PrescribedSet


class Went(Enum):
    """How an exercise went, from best to worst."""

    EASIER = auto()
    AS_ASKED = auto()
    WITH_LESS_RESERVE = auto()  # no more than the error of feeling it
    WITH_FEWER_SETS = auto()
    LIGHTER = auto()  # the runner took less load than asked, and did it well
    SHORT = auto()
    FAR_SHORT = auto()
    DOUBTFUL = auto()


_WELL_DONE = frozenset({Went.EASIER, Went.AS_ASKED, Went.WITH_LESS_RESERVE, Went.WITH_FEWER_SETS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A set asked for and the set done for it."""

    asked: PrescribedSet
    done: SetDone

    @property
    def effort_short(self) -> float:
        """Repetitions by which the set stayed behind what was asked, the reserve counted."""
        reserve = reserve_of(self.done)
        asked = amount_of(self.asked) + (self.asked.rir or 0.0)
        told = reserve if reserve is not None and self.asked.rir is not None else self.asked.rir or 0.0
        return asked - amount_of(self.done) - told

    @property
    def is_lighter(self) -> bool:
        """Whether less load was used than asked."""
        return self.asked.load_kg is not None and _load(self.done) < self.asked.load_kg - SAME_LOAD

    @property
    def is_doubtful(self) -> bool:
        """Whether the load looks like kilograms and pounds mixed up."""
        return is_doubtful_load(self.asked.load_kg, self.done.load_kg)

    @property
    def is_short(self) -> bool:
        """Whether fewer repetitions, seconds or contacts were done than asked."""
        return amount_of(self.done) < amount_of(self.asked)

    @property
    def reserve_missing(self) -> float:
        """Repetitions in reserve that are missing to what was asked; nothing when not told."""
        reserve = reserve_of(self.done)
        if reserve is None or self.asked.rir is None:
            return 0.0
        return max(0.0, self.asked.rir - reserve)


def compare(asked: PrescribedExercise, sets: Sequence[SetDone]) -> Went:
    """Return how the working sets done went beside those asked for; doubtful ones are kept out.

    Source: J001, J003, J005, D011, D024
    """
    found = list(pairs_of(asked, working_sets(sets)))
    pairs = [one for one in found if not one.is_doubtful]
    went = _went(asked, pairs) if pairs else Went.WITH_FEWER_SETS
    hidden = len(pairs) < len(found) and went in _WELL_DONE
    return Went.DOUBTFUL if hidden else went


def _went(asked: PrescribedExercise, pairs: Sequence[Pair]) -> Went:
    if any(pair_.is_lighter for pair_ in pairs):
        return Went.LIGHTER
    short = [one for one in pairs if one.is_short or one.reserve_missing > number("reserve_error")]
    if short:
        is_far = max(one.effort_short for one in short) >= number("far_short_reps")
        return Went.FAR_SHORT if is_far and asked_in_reps(asked) else Went.SHORT
    return _well_done(asked, pairs)


def pairs_of(asked: PrescribedExercise, done: Sequence[SetDone]) -> Iterator[Pair]:
    """Pair the working sets asked for with those done, in order, each side with its own."""
    for side in Side:
        wanted = [one for one in asked.sets if not one.warm_up and one.side is side]
        found = [one for one in done if one.side in {side, Side.BOTH} or side is Side.BOTH]
        yield from (Pair(asked=one, done=other) for one, other in zip(wanted, found, strict=False))


def is_doubtful_load(asked_kg: float | None, done_kg: float | None) -> bool:
    """Tell whether a load looks like kilograms and pounds mixed up.

    Source: J005
    """
    if not asked_kg or not done_kg:
        return False
    low, high = pair("unit_mix_up")
    ratio = done_kg / asked_kg
    return low <= ratio <= high or low <= 1 / ratio <= high


def asked_in_reps(asked: PrescribedExercise) -> bool:
    """Whether repetitions with a reserve are asked for."""
    return any(one.reps is not None and one.rir is not None for one in asked.sets if not one.warm_up)


def _well_done(asked: PrescribedExercise, pairs: Sequence[Pair]) -> Went:
    if any(one.reserve_missing > 0 for one in pairs):
        return Went.WITH_LESS_RESERVE
    if len(pairs) < sum(1 for one in asked.sets if not one.warm_up):
        return Went.WITH_FEWER_SETS
    return Went.EASIER if -pairs[-1].effort_short >= number("easier_reps") else Went.AS_ASKED


def _load(one: SetDone) -> float:
    return one.load_kg or 0.0
