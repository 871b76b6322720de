"""Rules of honesty: labels match the sets, times match the work, the proof adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number, rows
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet
    from runlift.domain.quantity import Reason
    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach

OPTIMAL = "optimal"
EMPTY = "empty"


def leg_stress_told_honestly(case: Case) -> Iterator[Breach]:
    """Refuse a session that taxes the legs more than it says."""
    for lift in case.lifts:
        told, counted = lift.session.leg_stress, lift.counted_stress
        if told < counted:
            yield breach(lift.date, lift.uid, told=told.word, counted=counted.word)


def intensive_plyometrics_told(case: Case) -> Iterator[Breach]:
    """Refuse a session with jumps of high effort that does not say so."""
    for lift in case.lifts:
        if lift.intensive and not lift.session.intensive_plyometrics:
            yield breach(lift.date, lift.uid)


def unaccustomed_told(case: Case) -> Iterator[Breach]:
    """Refuse a heavy session among the first after a break that counts the legs as used to it."""
    for lift in case.lifts:
        if lift.is_heavy and lift.must_be_unaccustomed and not lift.session.unaccustomed:
            yield breach(lift.date, lift.uid, sessions=number("checked_leg_sessions_until_accustomed"))


def new_exercise_told(case: Case) -> Iterator[Breach]:
    """Warn of an exercise met for the first time that is not marked as new."""
    for lift in case.lifts:
        for work in lift.works:
            if work.new and not work.prescribed.new:
                yield breach(lift.date, lift.uid, work.exercise.id)


def session_minutes(case: Case) -> Iterator[Breach]:
    """Refuse a session longer than the runner accepts."""
    most = case.athlete.session_minutes_max
    for lift in case.lifts:
        if lift.session.minutes > most:
            yield breach(lift.date, lift.uid, minutes=lift.session.minutes, minutes_most=most)


def minutes_hold_the_work(case: Case) -> Iterator[Breach]:
    """Warn of a session whose sets alone, without any rest, need more time than it says."""
    for lift in case.lifts:
        least = sum(_seconds(one) for each in lift.session.exercises for one in each.sets) / 60
        if least > lift.session.minutes:
            yield breach(lift.date, lift.uid, minutes=lift.session.minutes, minutes_least=least)


def evidence_exists(case: Case) -> Iterator[Breach]:
    """Refuse a reason that cites a row which is not in the evidence."""
    cited_on = [(each.date, each.uid, reason) for each in case.plan.sessions for reason in _reasons(each)]
    cited_on += [(each.date, each.uid, one) for each in case.plan.placed_routines for one in each.reasons]
    for day, uid, reason in cited_on:
        for cited in reason.evidence:
            if cited not in rows():
                yield breach(day, uid, cited=cited, cited_by=reason.rule)
    for cited in _cited_by_plan(case.plan):
        if cited not in rows():
            yield breach(cited=cited)


def proof_adds_up(case: Case) -> Iterator[Breach]:
    """Refuse a proof whose bound or bill is not its objective, or that proves nothing."""
    proof = case.plan.proof
    billed = sum(charge.cost for charge in proof.bill)
    agrees = proof.objective == proof.bound == billed
    if proof.status not in {OPTIMAL, EMPTY} or not agrees or (proof.status == EMPTY and case.lifts):
        yield breach(status=proof.status, objective=proof.objective, bound=proof.bound, billed=billed)


def _seconds(one: PrescribedSet) -> float:
    """Return the least time that a set takes [s]."""
    moving = (one.reps or 0) * number("checked_seconds_per_repetition_least")
    landing = (one.contacts or 0) * number("checked_seconds_per_contact_least")
    return moving + landing + (one.seconds or 0)


def _reasons(session: PlannedSession) -> Iterator[Reason]:
    yield from session.reasons
    exercises: tuple[PrescribedExercise, ...] = session.exercises + session.ten_minutes
    for one in exercises:
        yield from one.reasons


def _cited_by_plan(plan: Plan) -> Iterator[str]:
    for week in plan.weeks:
        for reason in week.reasons:
            yield from reason.evidence
    for unmet in plan.unmet:
        yield from unmet.reason.evidence
    for charge in plan.proof.bill:
        yield from charge.evidence
