"""The sets of a planned session in the order they are asked, each with its id in the diary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from runlift.application.entry_id import set_entry
from runlift.application.set_amount import Amount, Measure, amount_of
from runlift.domain.diary.entry import SetDone, SetKind
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet

BAND = "band"
TWO_DUMBBELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SetToDo:
    """A prescribed set.

    Attributes:
        id: Id of its entry in the diary.
        session: Id of the session.
        position: Place in the session, from 1.
        exercise: The exercise it belongs to.
        number: From 1, among the sets of the exercise on this side that are warm-up sets or that are not.
        of: How many of these there are.
        prescribed: What is asked.
    """

    id: str
    session: str
    position: int
    exercise: PrescribedExercise
    number: int
    of: int
    prescribed: PrescribedSet

    @property
    def is_warm_up(self) -> bool:
        """Whether it only leads up to the working sets, or is part of the warm-up."""
        return self.prescribed.warm_up or self.exercise.role is Role.WARM_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is asked at once: a set, or the whole warm-up."""

    sets: tuple[SetToDo, ...]

    @property
    def is_warm_up(self) -> bool:
        """Whether it is the warm-up, which is asked as a whole."""
        return self.sets[0].exercise.role is Role.WARM_UP


def steps_of(session: PlannedSession) -> tuple[Step, ...]:
    """Return what is asked of a session, in order."""
    return tuple(_steps(sets_to_do(session.uid, session.exercises)))


def sets_to_do(session: str, exercises: Sequence[PrescribedExercise]) -> tuple[SetToDo, ...]:
    """Return the sets of a session, in order."""
    before: Counter[tuple[str, Side, bool]] = Counter()
    found: list[SetToDo] = []
    for exercise in exercises:
        counted = Counter((each.side, each.warm_up) for each in exercise.sets)
        told: Counter[tuple[Side, bool]] = Counter()
        for each in exercise.sets:
            key = (each.side, each.warm_up)
            told[key] += 1
            before[exercise.exercise, *key] += 1
            number = before[exercise.exercise, *key]
            found.append(
                SetToDo(
                    id=set_entry(session, exercise.exercise, number, each.side, warm_up=each.warm_up),
                    session=session,
                    position=len(found) + 1,
                    exercise=exercise,
                    number=told[key],
                    of=counted[key],
                    prescribed=each,
                )
            )
    return tuple(found)


def as_prescribed(todo: SetToDo, done_at: datetime) -> SetDone:
    """Return a set done as it is prescribed."""
    asked = todo.prescribed
    band = asked.implement is not None and asked.implement.kind == BAND
    return SetDone(
        session=todo.session,
        position=todo.position,
        exercise=todo.exercise.exercise,
        done_at=done_at,
        kind=SetKind.WARM_UP if todo.is_warm_up else SetKind.WORK,
        side=asked.side,
        reps=asked.reps,
        seconds=asked.seconds,
        contacts=asked.contacts,
        load_kg=asked.load_kg,
        band=asked.implement.name if band and asked.implement is not None else "",
        rir=asked.rir,
    )


def with_amount(done: SetDone, amount: Amount) -> SetDone:
    """Return a set with another amount."""
    counted = {each.value: None for each in Measure} | {amount.measure or Measure.REPS: amount.value}
    return replace(
        done,
        reps=counted[Measure.REPS],
        seconds=counted[Measure.SECONDS],
        contacts=counted[Measure.CONTACTS],
    )


def left_out(todo: SetToDo, done_at: datetime) -> SetDone:
    """Return a set of which nothing was done.

    It is kept as taken back: asking goes on after it, and nobody who reads the diary takes it for a set.
    """
    amount = amount_of(todo.prescribed) or Amount(value=0, measure=Measure.REPS)
    return with_amount(as_prescribed(todo, done_at), Amount(value=0, measure=amount.measure))


def is_left_out(recorded: Recorded | None) -> bool:
    """Whether the runner said that the set is not done."""
    if recorded is None or not recorded.withdrawn or not isinstance(recorded.entry, SetDone):
        return False
    amount = amount_of(recorded.entry)
    return amount is not None and amount.value == 0


def held_set(recorded: Recorded | None) -> SetDone | None:
    """Return the set that an entry tells was done."""
    if recorded is None or recorded.withdrawn or not isinstance(recorded.entry, SetDone):
        return None
    return recorded.entry


def takes_two_weights(todo: SetToDo) -> bool:
    """Whether a weight is held in each hand."""
    held = todo.prescribed.implement
    return held is not None and held.each_kg is not None and held.count == TWO_DUMBBELLS


def _steps(sets: Sequence[SetToDo]) -> Iterator[Step]:
    for is_warm_up, group in groupby(sets, key=lambda each: each.exercise.role is Role.WARM_UP):
        if is_warm_up:
            yield Step(sets=tuple(group))
        else:
            yield from (Step(sets=(each,)) for each in group)
