"""Where an exercise stands after it was done: it grows, holds, or steps back, by stated rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf
from typing import TYPE_CHECKING

from runlift.domain.adjustment.comparison import Went, compare, is_light_on_purpose
from runlift.domain.adjustment.doubt import leaps, mixed_up
from runlift.domain.adjustment.exercise_sets import (
    SAME_LOAD,
    as_prescribed,
    best_of_weaker_side,
    reserve_of,
    working_sets,
)
from runlift.domain.adjustment.step_back import on_the_rack, reserve_left, stepped_back
from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import Side
from runlift.domain.quantity import Reason
from runlift.domain.strength.one_rm import effective_reps, one_rm_of

if TYPE_CHECKING:
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PrescribedExercise
    from runlift.domain.prescription.rack import Loading

_RESULTS = {
    Went.EASIER: ExerciseResult.EASIER,
    Went.LIGHTER: ExerciseResult.FELL_SHORT,
    Went.SHORT: ExerciseResult.FELL_SHORT,
    Went.FAR_SHORT: ExerciseResult.FELL_SHORT,
}
_STEP_BACK = {
    Went.FAR_SHORT: "far_short_reps",
    Went.SHORT: "short_in_a_row",
    Went.WITH_LESS_RESERVE: "less_reserve_in_a_row",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An exercise that was asked for and done.

    Attributes:
        exercise: The exercise.
        asked: What was asked.
        sets: All sets done of it.
        before: How it went the last time; None the first time.
        rack: What can be loaded at the place, lightest first.
        week: Number of the week of the season.
        pain_after: Pain told after it, 0 to 10.
        bad_day: Whether less was asked because of poor sleep, soreness or an illness before.
    """

    exercise: Exercise
    asked: PrescribedExercise
    sets: tuple[SetDone, ...]
    before: ExerciseOutcome | None
    rack: tuple[Loading, ...]
    week: int
    pain_after: int = 0
    bad_day: bool = False

    @property
    def expected(self) -> Progress:
        """Where it stands when it is done as asked."""
        return self.asked.leads_to or Progress(times=1)

    @property
    def pain(self) -> int:
        """The most pain told of it, 0 to 10."""
        return max((self.pain_after, *(one.pain or 0 for one in self.sets)))


def judge(attempt: Attempt) -> ExerciseOutcome:
    """Return how an exercise went, and where that leaves it.

    Source: J001, J002, J003, J004, J005, J006, J017
    """
    went = compare(attempt.asked, attempt.sets, doubtful_sets(attempt))
    hurt = attempt.pain > number("pain_go_on")
    result = ExerciseResult.HURT if hurt else _RESULTS.get(went, ExerciseResult.AS_PLANNED)
    in_a_row = _in_a_row(attempt, went, result)
    stands, reasons = _stands(attempt, went, result, in_a_row)
    return ExerciseOutcome(
        exercise=attempt.exercise.id,
        result=result,
        sets=as_prescribed(trusted_sets(attempt), attempt.asked.sets, attempt.exercise),
        stands=stands if _is_known(attempt) else _stood(attempt, hurt=hurt),
        in_a_row=in_a_row,
        reasons=reasons,
    )


def _in_a_row(attempt: Attempt, went: Went, result: ExerciseResult) -> int:
    """Return how often in a row it went like this; after a step back the count begins anew.

    What went badly on a day known to be bad leaves the count as it was.

    Source: J002
    """
    counts = not (attempt.bad_day and (result is ExerciseResult.FELL_SHORT or went is Went.WITH_LESS_RESERVE))
    return _in_a_row_before(attempt.before, went, result) + counts


def _in_a_row_before(before: ExerciseOutcome | None, went: Went, result: ExerciseResult) -> int:
    if before is None or before.result is not result:
        return 0
    told = {reason.rule for reason in before.reasons}
    was_slack = "less_reserve_hold" in told
    begins = "fell_short_step_back" in told or was_slack != (went is Went.WITH_LESS_RESERVE)
    return 0 if begins else before.in_a_row


def _is_known(attempt: Attempt) -> bool:
    """Tell whether there is a set to go by for each side that was asked for."""
    done = {one.side for one in working_sets(trusted_sets(attempt))}
    asked = {one.side for one in attempt.asked.sets if not one.warm_up}
    return bool(done) and (Side.BOTH in done or asked <= done or asked == {Side.BOTH})


def _stood(attempt: Attempt, *, hurt: bool) -> Progress | None:
    """Return where it stood before, or lower as it was asked after a break.

    What hurt too early to count does not grow for a week.
    """
    stood = attempt.before.stands if attempt.before is not None else None
    if stood is None:
        return None
    if _amount(attempt.expected) < _amount(stood):
        return held(attempt) if hurt else held_untested(attempt)
    if not hurt:
        return stood
    return replace(stood, grown_in=attempt.week + int(number("hold_weeks")), careful=False)


def _amount(stands: Progress) -> tuple[float, int, int]:
    return stands.load_kg, stands.reps, stands.seconds


def trusted_sets(attempt: Attempt) -> tuple[SetDone, ...]:
    """Return the sets but those that are doubtful: what they were nobody knows."""
    doubtful = doubtful_sets(attempt)
    return tuple(one for one in attempt.sets if one not in doubtful)


def doubtful_sets(attempt: Attempt) -> tuple[SetDone, ...]:
    """Return the sets that are kept out.

    Source: J005, J017
    """
    return (*_mixed_up(attempt), *leaps(attempt.sets, attempt.expected, attempt.before))


def _mixed_up(attempt: Attempt) -> tuple[SetDone, ...]:
    asked = [one.load_kg for one in attempt.asked.sets if not one.warm_up and one.load_kg]
    return mixed_up(attempt.sets, asked)


def _stands(
    attempt: Attempt, went: Went, result: ExerciseResult, in_a_row: int
) -> tuple[Progress, tuple[Reason, ...]]:
    if result is ExerciseResult.HURT:
        return _hurt(attempt, went)
    if went is Went.EASIER:
        return easier_than_asked(attempt, in_a_row)
    if went is Went.LIGHTER and not attempt.bad_day:
        return lighter_load_held(attempt, in_a_row)
    if _steps_back(attempt, went, in_a_row):
        return _stepped_back(attempt, _STEP_BACK[went])
    why = _why_held(attempt, went)
    if why is None:
        return _taken_from_load(attempt), ()
    says_nothing = went in {Went.WITH_FEWER_SETS, Went.FEWER_AFTER_RUN, Went.DOUBTFUL}
    return (held_untested(attempt) if says_nothing else held(attempt)), (why,)


def _steps_back(attempt: Attempt, went: Went, in_a_row: int) -> bool:
    """Tell whether less is asked from now on; a day known to be bad says too little of the days to come.

    Source: J002, J003, J019
    """
    if attempt.bad_day:
        return False
    if went is Went.WITH_LESS_RESERVE:
        return in_a_row >= number("less_reserve_in_a_row")
    return went is Went.FAR_SHORT or (went is Went.SHORT and in_a_row >= number("short_in_a_row"))


def _why_held(attempt: Attempt, went: Went) -> Reason | None:
    """Return why nothing grows though the exercise does not step back; None where it may grow."""
    if went is Went.WITH_LESS_RESERVE:
        return Reason.of("less_reserve_hold", evidence_of("reserve_error", "hold_weeks"))
    if went is Went.WITH_FEWER_SETS:
        return Reason.of("fewer_sets_hold", evidence_of("hold_weeks"))
    if went is Went.FEWER_AFTER_RUN:
        return Reason.of("fewer_reps_after_run", evidence_of("reps_by_rir_within_hours_of_run", "hold_weeks"))
    if went is Went.DOUBTFUL:
        return _doubtful(attempt)
    if went in {Went.SHORT, Went.FAR_SHORT, Went.LIGHTER}:
        return Reason.of("fell_short_hold", evidence_of("hold_weeks", "short_in_a_row"))
    return None


def held(attempt: Attempt) -> Progress:
    """Return a standing that asks the same again: nothing grows for a week, and no catching up any more.

    Source: J002
    """
    return replace(_again(attempt, on_the_rack(attempt)), careful=False)


def _again(attempt: Attempt, stands: Progress) -> Progress:
    return replace(
        stands,
        effective=min(stands.effective, _asked_in_all(attempt)),
        grown_in=attempt.week + int(number("hold_weeks")),
        at_end=False,
    )


def _asked_in_all(attempt: Attempt) -> float:
    """Return the repetitions asked with their reserve, or more than any where less was asked on purpose."""
    working = [one for one in attempt.asked.sets if not one.warm_up]
    if is_light_on_purpose(attempt.asked) or not working:
        return inf
    return max((one.reps or 0) + (one.rir or 0.0) for one in working)


def easier_than_asked(attempt: Attempt, in_a_row: int) -> tuple[Progress, tuple[Reason, ...]]:
    """Take a larger step when the last set left clearly more than asked, twice in a row.

    Source: D011, J004
    """
    expected = _taken_from_load(attempt)
    if in_a_row < number("easier_in_a_row"):
        return expected, ()
    more = int(number("easier_reps"))
    reason = Reason.of("easier_than_asked", evidence_of("easier_reps", "easier_in_a_row"), reps=more)
    if expected.load_kg > 0:
        return replace(expected, effective=expected.effective + more), (reason,)
    if expected.reps > 0:
        return replace(expected, reps=expected.reps + more), (reason,)
    return expected, ()


def held_untested(attempt: Attempt) -> Progress:
    """Return a standing that asks the same again after what says nothing against it: it may still catch up.

    Source: J002
    """
    catches_up = attempt.expected.careful
    weeks = int(number("hold_weeks")) + catches_up  # who catches up may grow within a week
    return replace(_again(attempt, attempt.expected), grown_in=attempt.week + weeks)


def lighter_load_held(attempt: Attempt, in_a_row: int) -> tuple[Progress, tuple[Reason, ...]]:
    """Hold when the runner took less than asked: at what was asked, else at the load that was completed.

    The load asked is asked again the first time, where it was done before; also where it is light on purpose.

    Source: J002
    """
    again = Reason.of("fell_short_hold", evidence_of("hold_weeks", "short_in_a_row"))
    best = best_of_weaker_side(working_sets(trusted_sets(attempt)))
    expected_kg = attempt.expected.load_kg
    was_done = expected_kg <= _highest_before(attempt) + SAME_LOAD
    first = in_a_row < number("short_in_a_row")
    if best is None or (first and was_done) or is_light_on_purpose(attempt.asked):
        return held(attempt), (again,)
    done_kg = best.load_kg or 0.0
    if done_kg >= expected_kg - SAME_LOAD:  # one set at least was done with it
        return held(attempt), (again,)
    load_kg = max(done_kg, _lightest(attempt))
    effective = _no_more_than_thought(attempt, best, load_kg)
    stands = replace(
        held(attempt),
        load_kg=load_kg,
        effective=effective,
        highest_kg=max(_highest_before(attempt), done_kg),
        reps=max(1, min((best.reps or 0) - (load_kg > done_kg), floor(effective))),
    )
    if load_kg > done_kg:  # nothing so light is there
        return stands, (again,)
    return stands, (Reason.of("lighter_load_held", evidence_of("hold_weeks"), load_kg=load_kg),)


def _lightest(attempt: Attempt) -> float:
    """Return the lightest weight of the kit; a lighter one was borrowed and cannot be asked for [kg]."""
    return attempt.rack[0].total_kg if attempt.rack else 0.0


def _no_more_than_thought(attempt: Attempt, best: SetDone, load: float) -> float:
    """Return the repetitions, reserve included, that a lighter load allows; nothing grows by taking it."""
    thought, done_kg = attempt.expected, best.load_kg or 0.0
    shown = (best.reps or 0) + reserve_left(attempt, best)
    shown = effective_reps(one_rm_of(done_kg, shown), load) if load > done_kg else shown
    if thought.load_kg <= 0:
        return shown
    return min(shown, effective_reps(one_rm_of(thought.load_kg, thought.effective), load))


def _taken_from_load(attempt: Attempt) -> Progress:
    """Return the standing as expected; more load than asked, done well, is what it now stands at.

    What was done counts as it is, the set that showed least with that load; the next step is again one of
    ours, a tenth at most.

    Source: J017
    """
    expected, sets = attempt.expected, working_sets(trusted_sets(attempt))
    best = best_of_weaker_side(sets)
    asked_kg = max((one.load_kg or 0.0 for one in attempt.asked.sets), default=0.0)
    load = (best.load_kg or 0.0) if best is not None else 0.0
    if expected.load_kg <= 0 or load <= max(asked_kg, expected.highest_kg):
        return expected
    with_it = [one for one in sets if one.reps and abs((one.load_kg or 0.0) - load) <= SAME_LOAD]
    effective, reps = min((_shown(one), one.reps or 0) for one in with_it)
    return replace(
        expected,
        load_kg=load,
        effective=effective,
        highest_kg=load,
        highest_reps=reps,
        reps=reps,
    )


def _shown(one: SetDone) -> float:
    """Return the repetitions of a set with its reserve; one not told counts as none."""
    return (one.reps or 0) + min(reserve_of(one) or 0.0, number("rir_told_most"))


def _hurt(attempt: Attempt, went: Went) -> tuple[Progress, tuple[Reason, ...]]:
    pain, held_at = attempt.pain, held(attempt)
    if pain <= number("pain_hold"):
        reason = Reason.of("hurt_hold", evidence_of("pain_hold"), pain=pain)
    else:
        reason = Reason.of("hurt_step_back", evidence_of("pain_hold"), pain=pain)
        held_at, _ = _stepped_back(attempt, "pain_hold")
    if went is Went.LIGHTER:  # what was too much is not asked again
        lighter, _ = lighter_load_held(attempt, int(number("short_in_a_row")))
        held_at = lighter if lighter.load_kg < held_at.load_kg else held_at
    return held_at, (reason,)


def _stepped_back(attempt: Attempt, why: str) -> tuple[Progress, tuple[Reason, ...]]:
    """Step back by what the trusted sets show; the pain of every set counts."""
    return stepped_back(replace(attempt, sets=trusted_sets(attempt), pain_after=attempt.pain), why)


def _highest_before(attempt: Attempt) -> float:
    before = attempt.before
    return before.stands.highest_kg if before is not None and before.stands is not None else 0.0


def _doubtful(attempt: Attempt) -> Reason:
    asked = max((one.load_kg or 0.0 for one in attempt.asked.sets), default=0.0)
    mixed = [one.load_kg or 0.0 for one in _mixed_up(attempt)]
    if mixed:
        return Reason.of("doubtful_load", evidence_of("unit_mix_up"), done_kg=max(mixed), asked_kg=asked)
    best = max(doubtful_sets(attempt), key=lambda one: (one.load_kg or 0.0, one.reps or 0))
    return Reason.of(
        "doubtful_leap",
        evidence_of("strength_doubtful_jump", "leap_over_careful_start"),
        done_kg=best.load_kg or 0.0,
        reps=best.reps or 0,
        asked_kg=asked,
    )
