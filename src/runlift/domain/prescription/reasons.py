"""Why a session holds what it holds, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of
from runlift.domain.plan.session import Role
from runlift.domain.prescription.candidates import easier_form, is_familiar
from runlift.domain.prescription.warm_up import warm_up_reason
from runlift.domain.quantity import Reason
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.prescription.budget import Budget
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.selection import Option
    from runlift.domain.prescription.situation import Situation
    from runlift.domain.prescription.work import Work


def reasons_of_exercise(
    option: Option, situation: Situation, ledger: Ledger, exercises: Mapping[str, Exercise]
) -> tuple[Reason, ...]:
    """Return why an exercise was chosen: kept for its block, or for what it is needed; harder than before."""
    exercise = option.work.exercise
    if option.role is Role.MAIN:
        first = Reason.of(
            "main_kept_for_block", ("P035", "D019"), slot=option.group, block=situation.week.block + 1
        )
    else:
        first = Reason.of("covers_need", evidence_of("need_worth"), need=option.group)
    easier = easier_form(exercise, situation, exercises)
    told = (*_reasons_of_body(exercise, situation), *reasons_of_dose(option.work, situation, ledger))
    if easier is None or is_familiar(exercise, situation, ledger) or easier.id not in ledger.progress:
        return first, *told
    harder = Reason.of(
        "lever_exercise_selection",
        evidence_of("sessions_before_harder_form"),
        from_exercise=easier.id,
        to_exercise=exercise.id,
    )
    return first, harder, *told


def _reasons_of_body(exercise: Exercise, situation: Situation) -> tuple[Reason, ...]:
    """Return why it is given rather than another, and what limits it."""
    focus = situation.focus.get(exercise.id)
    given = () if focus is None else (focus.reason,)
    limits = (each.reason for each in situation.limits.get(exercise.id, ()))
    return (*given, *limits, *_reasons_of_weak_side(exercise, situation))


def _reasons_of_weak_side(exercise: Exercise, situation: Situation) -> tuple[Reason, ...]:
    """Return why one side goes first, and has a set more where it has."""
    weak = situation.weak_sides.get(exercise.id)
    if weak is None:
        return ()
    side, percent = weak.side.value, weak.percent
    more = "yes" if situation.may_do_more else "no"
    if weak.in_training:
        cited, trained = evidence_of("weak_side_weeks", "side_error"), weak.shown_by
        return (
            Reason.of(
                "weak_side_in_training_first",
                cited,
                trained_exercise=trained,
                side=side,
                asymmetry_percent=percent,
                more=more,
            ),
        )
    cited = evidence_of("weak_side_weeks", "asymmetry_counts")
    first = Reason.of(
        "weak_side_first", cited, test=weak.shown_by, side=side, asymmetry_percent=percent, more=more
    )
    return (first,)


def reasons_of_dose(work: Work, situation: Situation, ledger: Ledger) -> tuple[Reason, ...]:
    """Return why an exercise has its repetitions, reserve and tempo."""
    effort = _effort_reasons(work, situation) if work.reps is not None and work.dose.rir is not None else ()
    return (*effort, *_manner_reasons(work, situation, ledger))


def _effort_reasons(work: Work, situation: Situation) -> tuple[Reason, ...]:
    low, high = work.dose.reps
    rir = work.dose.rir or 0.0
    found: list[Reason] = []
    if not work.is_fast:
        phase = situation.week.phase.value
        cited = evidence_of("reps_novice", "rir_novice", "rir_trained")
        found.append(Reason.of("dose_by_phase", cited, phase=phase, reps_low=low, reps_high=high, rir=rir))
    if work.exercise.leg_load and situation.after_run:
        hours = situation.placed.hours_after_run or 0.0
        cited = evidence_of("reps_by_rir_within_hours_of_run")
        found.append(Reason.of("reps_by_rir_after_run", cited, hours=hours, rir=rir))
    if work.exercise.leg_load and situation.near_key_run:
        cited = evidence_of("rir_plus_before_key_run")
        found.append(Reason.of("more_reserve_before_key_run", cited, rir=rir))
    return tuple(found)


def _manner_reasons(work: Work, situation: Situation, ledger: Ledger) -> tuple[Reason, ...]:
    found: list[Reason] = []
    held = situation.week.hold_progression and work.exercise.id in ledger.progress
    if held and work.role is not Role.MOBILITY:
        found.append(
            Reason.of(
                "progression_held", evidence_of("weekly_hard_set_increase_cap", "longest_run_ratio_warn")
            )
        )
    if work.exercise.id in cast("list[str]", constant("standing_only_exercises").value):
        found.append(Reason.of("standing_only", evidence_of("standing_only_exercises")))
    if work.tempo and work.progress.tempo == 0 and not work.is_fast:
        found.append(Reason.of("eccentric_quadriceps", evidence_of("emphasis_worth"), tempo=work.tempo))
    if Emphasis.STAIRS in situation.emphases and work.exercise.pattern in {"stairs", "step"}:
        found.append(Reason.of("stairs_for_climbs", evidence_of("emphasis_worth")))
    return tuple(found)


def reasons_of_session(
    situation: Situation, budget: Budget, chosen: tuple[Option, ...], minutes: int
) -> tuple[Reason, ...]:
    """Return why the session is ordered, as long and as hard as it is."""
    found = [
        *situation.eased,
        warm_up_reason(situation),
        Reason.of("session_order", ("D007",)),
        Reason.of(
            "minutes_computed", evidence_of("seconds_per_rep"), minutes=minutes, most=situation.minutes
        ),
        *_hard_sets_reason(budget, chosen),
        Reason.of("leg_stress_kept", evidence_of("light_rir"), stress=situation.stress.word),
    ]
    if not situation.may_meet_new:
        found.append(Reason.of("no_new_exercise_before_race", evidence_of("no_new_exercise_before_race")))
    return tuple(found)


def _hard_sets_reason(budget: Budget, chosen: tuple[Option, ...]) -> tuple[Reason, ...]:
    """Return how many sets are hard, unless a lift is done with so much in reserve that none of its are."""
    lifts = [one for one in chosen if one.role in {Role.MAIN, Role.ACCESSORY} and one.work.reps is not None]
    if any(one.hard_sets == 0 for one in lifts):
        return ()
    reason = Reason.of(
        "weekly_hard_sets",
        evidence_of("weekly_hard_set_increase_cap", "hard_sets_per_session"),
        sets=sum(one.hard_sets for one in chosen),
        leg_sets=sum(one.leg_hard_sets for one in chosen),
        leg_sets_most=budget.leg_hard_sets,
    )
    return (reason,)
