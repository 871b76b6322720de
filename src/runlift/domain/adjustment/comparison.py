"""How the sets of an exercise went beside what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import SAME_LOAD, amount_of, reserve_of, working_sets
from runlift.domain.evidence import number
from runlift.domain.plan.session import Side
from runlift.domain.strength.one_rm import one_rm_of

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
    FEWER_AFTER_RUN = auto()  # fewer repetitions, with the reserve asked, when a run came before
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
        wanted, told = felt(self.asked.rir or 0.0), reserve_of(self.done)
        kept = felt(told) if told is not None and self.asked.rir is not None else wanted
        return amount_of(self.asked) - amount_of(self.done) + wanted - kept

    @property
    def is_lighter(self) -> bool:
        """Whether less load was used than asked."""
        return self.asked.load_kg is not None and _load(self.done) < self.asked.load_kg - SAME_LOAD

    @property
    def is_short(self) -> bool:
        """Whether fewer repetitions, seconds or contacts were done than asked."""
        return amount_of(self.done) < amount_of(self.asked) and not self.is_made_up_by_load

    @property
    def is_made_up_by_load(self) -> bool:
        """Whether more load than asked shows no less strength; a reserve not told counts as none.

        Source: J017
        """
        asked_kg, done_kg = self.asked.load_kg or 0.0, _load(self.done)
        if asked_kg <= 0 or done_kg <= asked_kg + SAME_LOAD or not (self.asked.reps and self.done.reps):
            return False
        kept = min(reserve_of(self.done) or 0.0, number("rir_told_most"))
        wanted = one_rm_of(asked_kg, self.asked.reps + (self.asked.rir or 0.0))
        return one_rm_of(done_kg, self.done.reps + kept) >= wanted

    @property
    def reserve_missing(self) -> float:
        """Repetitions in reserve that are missing to what was asked; nothing when not told."""
        reserve = reserve_of(self.done)
        if reserve is None or self.asked.rir is None or self.is_made_up_by_load:
            return 0.0
        return max(0.0, felt(self.asked.rir) - reserve)

    @property
    def kept_reserve(self) -> bool:
        """Whether the reserve is told, and is at least what was asked."""
        reserve = reserve_of(self.done)
        return reserve is not None and self.asked.rir is not None and reserve >= felt(self.asked.rir)

    @property
    def more_shown(self) -> float:
        """Repetitions by which the set shows more than was asked, the reserve counted as far as it is felt.

        Source: P033, D024
        """
        more = amount_of(self.done) - amount_of(self.asked)
        if self.asked.rir is None:
            return more
        reserve = reserve_of(self.done)
        if reserve is None:  # more repetitions may have been taken from the reserve
            return min(more, 0)
        return more + min(reserve, number("rir_told_most")) - self.asked.rir


def felt(reserve: float) -> float:
    """Return a reserve as far as it is felt: of more than a few repetitions nobody knows how many they are.

    Source: D024, D046
    """
    return min(reserve, number("rir_trusted"))


def compare(asked: PrescribedExercise, sets: Sequence[SetDone], doubtful: Sequence[SetDone] = ()) -> Went:
    """Return how the working sets done went beside those asked for; doubtful ones are kept out.

    Source: J001, J003, J005, D011, D024
    """
    found = list(pairs_of(asked, working_sets(sets)))
    pairs = [one for one in found if one.done not in doubtful]
    went = _went(asked, pairs) if pairs else Went.WITH_FEWER_SETS
    hidden = len(pairs) < len(found) and went in _WELL_DONE
    return Went.DOUBTFUL if hidden else went


def _went(asked: PrescribedExercise, pairs: Sequence[Pair]) -> Went:
    if any(pair_.is_lighter for pair_ in pairs):
        return Went.LIGHTER
    short = [one for one in pairs if one.is_short or one.reserve_missing > number("reserve_error")]
    if not short:
        return _well_done(asked, pairs)
    if _came_after_run(asked) and all(one.kept_reserve for one in short):
        return Went.FEWER_AFTER_RUN
    is_far = max(one.effort_short for one in short) >= number("far_short_reps")
    return Went.FAR_SHORT if is_far and asked_in_reps(asked) else Went.SHORT


def _came_after_run(asked: PrescribedExercise) -> bool:
    """Whether the repetitions were an upper end, since a run came hours before.

    Source: S03
    """
    return any(reason.rule == "reps_by_rir_after_run" for reason in asked.reasons)


def pairs_of(asked: PrescribedExercise, done: Sequence[SetDone]) -> Iterator[Pair]:
    """Pair the working sets asked for with those done, in order, each side with its own."""
    for side in Side:
        wanted = [one for one in asked.sets if not one.warm_up and one.side is side]
        found = [one for one in done if one.side in {side, Side.BOTH} or side is Side.BOTH]
        counted = _without_ramp(wanted, found)
        yield from (Pair(asked=one, done=other) for one, other in zip(wanted, counted, strict=False))


def _without_ramp(wanted: Sequence[PrescribedSet], found: Sequence[SetDone]) -> Sequence[SetDone]:
    """Leave out lighter sets that only led up to the load asked: not every app tells them apart."""
    for first in range(len(found) - len(wanted) + 1):
        if wanted and _load(found[first]) >= (wanted[0].load_kg or 0.0) - SAME_LOAD:
            return found[first:]
    return found


def asked_in_reps(asked: PrescribedExercise) -> bool:
    """Whether repetitions with a reserve are asked for."""
    return any(one.reps is not None and one.rir is not None for one in asked.sets if not one.warm_up)


def _well_done(asked: PrescribedExercise, pairs: Sequence[Pair]) -> Went:
    if any(one.reserve_missing > 0 for one in pairs):
        return Went.WITH_LESS_RESERVE
    if len(pairs) < sum(1 for one in asked.sets if not one.warm_up):
        return Went.WITH_FEWER_SETS
    easier = pairs[-1].more_shown >= number("easier_reps") and not is_light_on_purpose(asked)
    return Went.EASIER if easier else Went.AS_ASKED


def is_light_on_purpose(asked: PrescribedExercise) -> bool:
    """Whether less is asked than the exercise stands at: a lighter week, an eased day, fast repetitions."""
    usual = asked.leads_to
    if usual is None:
        return False
    working = [one for one in asked.sets if not one.warm_up]
    lighter = any((one.load_kg or 0.0) < usual.load_kg - SAME_LOAD for one in working)
    return lighter or any(one.reps is not None and one.reps < usual.reps for one in working)


def _load(one: SetDone) -> float:
    return one.load_kg or 0.0
