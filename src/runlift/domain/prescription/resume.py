"""Open the ledger where the past left it: what was really done counts, what was missed does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.plan.done import as_done
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import Role
from runlift.domain.prescription.ledger import Ledger, WeekTotal, contacts_of, hard_sides_of
from runlift.domain.prescription.needs import need_of, slot_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.prescription.blocks import Block
    from runlift.domain.season.demand import Season

_DAYS_PER_WEEK = 7


def resumed_ledger(season: Season, past: Past, exercises: Mapping[str, Exercise]) -> Ledger:
    """Return the ledger after the past.

    Args:
        season: What the season asks of its weeks.
        past: What came before.
        exercises: The catalogue by id.
    """
    weeks = {number: WeekTotal(deload=week.deload) for number, week in enumerate(season.weeks)}
    ledger = Ledger(weeks=weeks, progress=dict(past.standing), told=past.told)
    for session in as_done(past.sessions):
        ledger = _entered(ledger, season, session, exercises)
    planned = _lifts_planned(past)
    begun = {_block_of(season, session) for session in past.sessions}
    kept = {block: lifts for block, lifts in planned.items() if block in begun}
    promised = {
        block: frozenset(exercises[id_].family for id_ in lifts.values()) for block, lifts in kept.items()
    }
    return replace(ledger, kept=kept, planned=planned, promised=promised)


def _entered(
    ledger: Ledger, season: Season, session: PlannedSession, exercises: Mapping[str, Exercise]
) -> Ledger:
    number, now = _week_of(season, session), ledger.sessions
    done = [
        (exercises[one.exercise], one)
        for one in session.exercises
        if one.exercise in exercises and one.role is not Role.WARM_UP
    ]
    warmed = {one.exercise: Progress(times=1) for one in session.exercises if one.role is Role.WARM_UP}
    met = {
        exercise.id: replace(ledger.progress[exercise.id], last_session=now)
        for exercise, _ in done
        if exercise.id in ledger.progress
    }
    block = _block_of(season, session)
    families = ledger.families.get(block, frozenset()) | {exercise.family for exercise, _ in done}
    needs = {need: now for exercise, one in done for need in (_group_of(exercise, one), need_of(exercise))}
    return replace(
        ledger,
        progress={**warmed, **ledger.progress, **met},
        weeks={**ledger.weeks, number: _with(ledger.week(number), done)},
        needs={**ledger.needs, **needs},
        families={**ledger.families, block: families},
        led_to=_led_to(ledger, (exercise for exercise, _ in done)),
        last=frozenset(exercise.id for exercise, _ in done),
        sessions=now + 1,
    )


def _with(week: WeekTotal, done: list[tuple[Exercise, PrescribedExercise]]) -> WeekTotal:
    """Return what a week holds after a session."""
    contacts = sum(contacts_of(one, exercise.contacts_per_rep) for exercise, one in done)
    return replace(
        week,
        hard_sets=week.hard_sets + sum(hard_sides_of(one) for _, one in done) / 2,
        leg_hard_sets=week.leg_hard_sets
        + sum(hard_sides_of(one) for exercise, one in done if exercise.leg_load) / 2,
        contacts=week.contacts + contacts,
        session_contacts=max(week.session_contacts, contacts),
    )


def _led_to(ledger: Ledger, done: Iterable[Exercise]) -> dict[str, int]:
    led_to = dict(ledger.led_to)
    for exercise in done:
        progress = ledger.progress.get(exercise.id)
        if exercise.progression is not None and progress is not None:
            led_to[exercise.progression] = max(led_to.get(exercise.progression, 0), progress.times)
    return led_to


def _lifts_planned(past: Past) -> dict[Block, dict[str, str]]:
    """Return the main lifts of each block and place in the version before, by slot."""
    planned: dict[Block, dict[str, str]] = {}
    for lift in past.lifts:
        planned.setdefault((lift.block, lift.place), {})[lift.slot] = lift.exercise
    return planned


def _group_of(exercise: Exercise, one: PrescribedExercise) -> str:
    slot = slot_of(exercise)
    return slot if one.role is Role.MAIN and slot is not None else need_of(exercise)


def _week_of(season: Season, session: PlannedSession) -> int:
    return (session.date - season.weeks[0].monday).days // _DAYS_PER_WEEK


def _block_of(season: Season, session: PlannedSession) -> Block:
    number = min(max(_week_of(season, session), 0), len(season.weeks) - 1)
    return season.weeks[number].block, session.place
