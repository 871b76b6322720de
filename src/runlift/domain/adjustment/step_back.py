"""The step back: the next lower real weight, else fewer repetitions, a quicker tempo, fewer seconds."""

from __future__ import annotations

from dataclasses import replace
from math import floor, inf
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import (
    SAME_LOAD,
    amount_of,
    best_of_weaker_side,
    reserve_of,
    working_sets,
)
from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.prescription.rack import heaviest_within
from runlift.domain.quantity import Reason
from runlift.domain.strength.one_rm import effective_reps, one_rm_of

if TYPE_CHECKING:
    from runlift.domain.adjustment.judging import Attempt
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.plan.progress import Progress


def stepped_back(attempt: Attempt, why: str) -> tuple[Progress, tuple[Reason, ...]]:
    """Return where an exercise stands after a step back, and why.

    Args:
        attempt: What was asked and done.
        why: Key of the constant by which it steps back.

    Source: J002, J003, J019
    """
    cited = evidence_of(why)
    before = replace(
        on_the_rack(attempt), grown_in=attempt.week + int(number("hold_weeks")), careful=False, at_end=False
    )
    if before.tempo > 0:
        reason = Reason.of("fell_short_step_back", cited, tempo="quicker")
        return replace(before, tempo=before.tempo - 1), (reason,)
    if before.load_kg > 0:
        return _lighter(attempt, before, cited)
    return _less(attempt, before, cited)


def _lighter(
    attempt: Attempt, before: Progress, cited: tuple[str, ...]
) -> tuple[Progress, tuple[Reason, ...]]:
    """Take the next lower real weight, which then counts as the highest, so that the step up is earned again.

    Where it is far lower, fewer repetitions with the same weight are the smaller step, while enough are left;
    else it takes back the repetitions that the step up had cost, and the next step up expects less. What
    hurt, or stayed far behind with a weight that was not new, gets no more repetitions than were asked.

    Source: J002, J003, J018, P018
    """
    hurt = attempt.pain > number("pain_go_on")
    shown, at_load = _effective(attempt, before)
    lower = heaviest_within(attempt.rack, before.load_kg - SAME_LOAD)
    if lower is None or lower.total_kg <= 0:
        return _fewer_reps(attempt, before, shown, cited)
    is_far = not hurt and lower.total_kg * (1 + number("load_step_cap") / 100) < before.load_kg
    if is_far and _reps_left(attempt, before, shown) >= number("big_step_least_reps"):
        return _fewer_reps(attempt, before, shown, cited)
    far_short = before.effective - shown >= number("far_short_reps")
    takes_back = is_far and (_is_leap_tried(attempt, before) or not far_short)
    most = before.effective + (number("big_step_fewer_reps") if takes_back else 0)
    effective = min(effective_reps(one_rm_of(before.load_kg, shown), lower.total_kg), most)
    stands = replace(
        before,
        load_kg=lower.total_kg,
        effective=effective,
        highest_kg=lower.total_kg,
        highest_reps=0,
        reps=max(1, floor(effective - _usual_reserve(attempt, before))),
        overrated=before.overrated + (before.effective - shown if is_far and at_load else 0.0),
    )
    reason = Reason.of("fell_short_step_back", cited, from_kg=before.load_kg, to_kg=lower.total_kg)
    return stands, (reason,)


def _is_leap_tried(attempt: Attempt, before: Progress) -> bool:
    """Tell whether the weight was taken up only now, so that the lower one is known to have gone well."""
    done = [one.load_kg for one in attempt.before.sets if one.load_kg] if attempt.before is not None else []
    return bool(done) and max(done) < before.load_kg - SAME_LOAD


def _reps_left(attempt: Attempt, before: Progress, shown: float) -> int:
    """Return the repetitions to go back to with the same weight: two fewer, or what was shown."""
    fewer = before.reps - int(number("step_back_reps"))
    return min(fewer, floor(shown - _usual_reserve(attempt, before)))


def _fewer_reps(
    attempt: Attempt, before: Progress, shown: float, cited: tuple[str, ...]
) -> tuple[Progress, tuple[Reason, ...]]:
    fewer = before.reps - int(number("step_back_reps"))
    least = max(1, min(fewer, int(number("big_step_least_reps"))))  # one bad day does not end it
    reps = max(least, _reps_left(attempt, before, shown))
    stands = replace(before, effective=reps + _usual_reserve(attempt, before), reps=reps)
    return stands, (Reason.of("fell_short_step_back", cited, from_reps=before.reps, to_reps=reps),)


def _less(attempt: Attempt, before: Progress, cited: tuple[str, ...]) -> tuple[Progress, tuple[Reason, ...]]:
    done = min((amount_of(one) for one in working_sets(attempt.sets)), default=0)
    if before.seconds > 0:
        seconds = max(int(number("seconds_step")), min(done, before.seconds - int(number("seconds_step"))))
        reason = Reason.of("fell_short_step_back", cited, from_s=before.seconds, to_s=seconds)
        return replace(before, seconds=seconds), (reason,)
    fewer = before.reps - int(number("step_back_reps"))
    if before.band > 0 and fewer < pair("reps_bodyweight")[0]:
        reason = Reason.of("fell_short_step_back", cited, band="lighter")
        return replace(before, band=before.band - 1), (reason,)
    if before.reps > 0:
        reps = max(1, min(done, fewer))
        reason = Reason.of("fell_short_step_back", cited, from_reps=before.reps, to_reps=reps)
        return replace(before, reps=reps), (reason,)
    return before, (Reason.of("fell_short_hold", evidence_of("hold_weeks", "short_in_a_row")),)


def on_the_rack(attempt: Attempt) -> Progress:
    """Return where an exercise stands on the weights there are: a careful load is the one under it.

    After a break the load may lie between two weights. The lighter one was asked; what went badly with it is
    no ground for the heavier.
    """
    expected = attempt.expected
    if not expected.careful or expected.load_kg <= 0:
        return expected
    here = heaviest_within(attempt.rack, expected.load_kg + SAME_LOAD)
    if here is None or not 0 < here.total_kg < expected.load_kg - SAME_LOAD:
        return expected
    effective = effective_reps(one_rm_of(expected.load_kg, expected.effective), here.total_kg)
    asked = [
        (one.reps or 0) + (one.rir or 0.0)
        for one in attempt.asked.sets
        if not one.warm_up and abs((one.load_kg or 0.0) - here.total_kg) <= SAME_LOAD
    ]
    effective = min((effective, max(asked))) if asked else effective
    return replace(
        expected,
        load_kg=here.total_kg,
        effective=effective,
        highest_kg=here.total_kg,
        highest_reps=0,
        reps=max(1, floor(effective - _usual_reserve(attempt, expected))),
    )


def reserve_left(attempt: Attempt, one: SetDone) -> float:
    """Return the reserve of a set; untold it is what was asked where the repetitions were met, else none."""
    told = reserve_of(one)
    if told is not None:
        return min(told, number("rir_told_most"))
    working = [each for each in attempt.asked.sets if not each.warm_up]
    met = all((one.reps or 0) >= (each.reps or 0) for each in working)
    return max((each.rir or 0.0 for each in working), default=0.0) if met else 0.0


def _usual_reserve(attempt: Attempt, before: Progress) -> float:
    """Return the reserve of a usual week; a lighter week asks for more of it."""
    asked = max((one.rir or 0.0 for one in attempt.asked.sets if not one.warm_up), default=inf)
    usual = max(0.0, before.effective - before.reps)
    return min(asked, usual)


def _effective(attempt: Attempt, before: Progress) -> tuple[float, bool]:
    """Return the repetitions, reserve included, that the load was shown to allow, and whether with that load.

    They are never more than thought. In a lighter week the lighter load says it.
    """
    done = [one for one in working_sets(attempt.sets) if one.reps and one.load_kg]
    best = best_of_weaker_side(one for one in done if _is_at(one, before.load_kg))
    if best is not None:
        return min((best.reps or 0) + (reserve_of(best) or 0.0), before.effective), True
    best = best_of_weaker_side(done)
    if best is None:
        return before.effective, False
    one_rm = one_rm_of(best.load_kg or 0.0, (best.reps or 0) + reserve_left(attempt, best))
    return min(effective_reps(one_rm, before.load_kg), before.effective), False


def _is_at(one: SetDone, load_kg: float) -> bool:
    return abs((one.load_kg or 0.0) - load_kg) <= SAME_LOAD
