"""The step back: the next lower real weight, else fewer repetitions, a quicker tempo, fewer seconds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import SAME_LOAD, amount_of, reserve_of, working_sets
from runlift.domain.evidence import evidence_of, number
from runlift.domain.prescription.rack import heaviest_within
from runlift.domain.quantity import Reason
from runlift.domain.strength.one_rm import effective_reps, one_rm_of

if TYPE_CHECKING:
    from runlift.domain.adjustment.judging import Attempt
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.plan.progress import Progress


def stepped_back(attempt: Attempt, *, far: bool) -> tuple[Progress, tuple[Reason, ...]]:
    """Return where an exercise stands after a step back, and why.

    Args:
        attempt: What was asked and done.
        far: Whether it stayed far behind, so that it steps back the first time.

    Source: J002, J003
    """
    cited = evidence_of("far_short_reps" if far else "short_in_a_row")
    before = replace(
        attempt.expected, grown_in=attempt.week + int(number("hold_weeks")), careful=False, at_end=False
    )
    if before.load_kg > 0:
        return _lighter(attempt, before, cited)
    return _less(attempt, before, cited)


def _lighter(
    attempt: Attempt, before: Progress, cited: tuple[str, ...]
) -> tuple[Progress, tuple[Reason, ...]]:
    effective = _effective(attempt, before)
    lower = heaviest_within(attempt.rack, before.load_kg - SAME_LOAD)
    if lower is None or lower.total_kg <= 0:
        reps = max(1, before.reps - int(number("step_back_reps")))
        stands = replace(
            before, effective=min(effective, before.effective - number("step_back_reps")), reps=reps
        )
        return stands, (Reason.of("fell_short_step_back", cited, from_reps=before.reps, to_reps=reps),)
    able = effective_reps(one_rm_of(before.load_kg, effective), lower.total_kg)
    stands = replace(before, load_kg=lower.total_kg, effective=min(able, before.effective), reps=0)
    reason = Reason.of("fell_short_step_back", cited, from_kg=before.load_kg, to_kg=lower.total_kg)
    return stands, (reason,)


def _less(attempt: Attempt, before: Progress, cited: tuple[str, ...]) -> tuple[Progress, tuple[Reason, ...]]:
    done = min((amount_of(one) for one in working_sets(attempt.sets)), default=0)
    if before.seconds > 0:
        seconds = max(int(number("seconds_step")), min(done, before.seconds - int(number("seconds_step"))))
        reason = Reason.of("fell_short_step_back", cited, from_s=before.seconds, to_s=seconds)
        return replace(before, seconds=seconds), (reason,)
    if before.tempo > 0:
        reason = Reason.of("fell_short_step_back", cited, tempo="quicker")
        return replace(before, tempo=before.tempo - 1), (reason,)
    if before.reps > 0:
        reps = max(1, min(done, before.reps - int(number("step_back_reps"))))
        reason = Reason.of("fell_short_step_back", cited, from_reps=before.reps, to_reps=reps)
        return replace(before, reps=reps, band=max(0, before.band - 1)), (reason,)
    return before, (Reason.of("fell_short_hold", evidence_of("hold_weeks", "short_in_a_row")),)


def _effective(attempt: Attempt, before: Progress) -> float:
    """Return the repetitions, reserve included, that the load was shown to allow; never more than thought."""
    at_load = [one for one in working_sets(attempt.sets) if one.reps and _is_at(one, before.load_kg)]
    shown = [(one.reps or 0) + (reserve_of(one) or 0.0) for one in at_load]
    return min(max(shown, default=before.effective), before.effective)


def _is_at(one: SetDone, load_kg: float) -> bool:
    return abs((one.load_kg or 0.0) - load_kg) <= SAME_LOAD
