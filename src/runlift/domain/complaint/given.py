"""What is given for complaints: in the strength sessions, and in short routines beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.complaint.complaint import Moment, complaints
from runlift.domain.exercise.exercise import Impact, LoadType
from runlift.domain.plan.body import Stage
from runlift.domain.plan.easing import Focus
from runlift.domain.plan.routine import Routine, RoutineItem
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from runlift.domain.complaint.complaint import Given
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import OpenComplaint


def focuses_for(found: Sequence[OpenComplaint], left_out: Collection[str]) -> tuple[Focus, ...]:
    """Return the exercises that the strength sessions hold rather than others, because they are given.

    Args:
        found: Complaints that are not over.
        left_out: Exercises that any of them leaves out.

    Source: CP007
    """
    return tuple(
        Focus(exercises=ids, first=one.since, until=None, reason=_reason("complaint_gives", one, "CP007"))
        for one in found
        if (ids := tuple(given.exercise for given in _given(one, left_out) if given.moment is Moment.SESSION))
    )


def routines_for(
    found: Sequence[OpenComplaint], left_out: Collection[str], at_hand: Mapping[str, Exercise]
) -> tuple[Routine, ...]:
    """Return what complaints give beside the sessions, each exercise once.

    Of two forms the harder one is given where the kit allows it. What belongs into the strength sessions and
    needs neither a load nor fresh legs is given as well, for the times a week that they leave open.
    A complaint that is locked gives none.

    Args:
        found: Complaints that are not over.
        left_out: Exercises that any of them leaves out.
        at_hand: Exercises that the kit at home allows, by id.

    Source: CP008, CP020, F08, F20
    """
    routines: list[Routine] = []
    seen: set[str] = set()
    locked = {(one.complaint, one.side) for one in found if one.stage is Stage.LOCKED}
    for one in (each for each in found if (each.complaint, each.side) not in locked):
        for moment in (Moment.BEFORE_RUN, Moment.AWAY_FROM_RUN, Moment.DAILY, Moment.SESSION):
            there = (each for each in _given(one, left_out) if _is_for_routines(each, at_hand))
            items = [each for each in there if each.moment is moment and each.exercise not in seen]
            harder_of = {at_hand[each.exercise].regression for each in items}
            items = [each for each in items if each.exercise not in harder_of]
            seen |= {each.exercise for each in items}
            if items:
                routines.append(
                    Routine(
                        moment=moment.value,
                        items=tuple(_item(each) for each in items),
                        reason=_reason("complaint_routine", one, "CP008", moment=moment.value),
                    )
                )
    return tuple(routines)


def _given(one: OpenComplaint, left_out: Collection[str]) -> Iterator[Given]:
    for given in complaints()[one.complaint].given:
        if given.is_given_in(one.stage) and given.exercise not in left_out:
            yield given


def _is_for_routines(given: Given, at_hand: Mapping[str, Exercise]) -> bool:
    exercise = at_hand.get(given.exercise)
    if exercise is None or given.moment is not Moment.SESSION:
        return exercise is not None
    unloaded = exercise.load_type in {LoadType.REPS, LoadType.TIME} and exercise.impact is Impact.NONE
    return unloaded and not exercise.leg_load


def _item(given: Given) -> RoutineItem:
    return RoutineItem(
        exercise=given.exercise,
        kind=given.kind.value,
        sets=given.sets,
        low=given.low,
        high=given.high,
        unit=given.unit,
        per_week=given.per_week,
    )


def _reason(rule: str, one: OpenComplaint, row: str, **more: str) -> Reason:
    cited = (complaints()[one.complaint].evidence, row)
    return Reason.of(rule, cited, complaint=one.complaint, side=one.side.value, stage=one.stage.word, **more)
