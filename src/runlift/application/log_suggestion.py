"""What Enter alone records of a set, and what an answer makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.application.log_findings import (
    both_hands_together,
    other_side,
    say_how_much,
    warm_up_as_a_whole,
)
from runlift.application.log_steps import as_prescribed, held_set, takes_two_weights, with_amount
from runlift.application.set_amount import Measure, amount_of
from runlift.application.set_answer import read_set_answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from runlift.application.log_steps import SetToDo, Step
    from runlift.application.set_answer import SetAnswer
    from runlift.domain.athlete.profile import Units
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.quantity import Finding


def suggested(
    todo: SetToDo, steps: tuple[Step, ...], held: Mapping[str, Recorded], done_at: datetime
) -> SetDone:
    """Return what Enter alone records: what was told before, else what is prescribed.

    A load or band that the runner changed in an earlier set of the same exercise is kept for the later sets
    that were prescribed with the same.
    """
    before = held_set(held.get(todo.id))
    if before is not None:
        return before
    plain = as_prescribed(todo, done_at)
    changed = [
        done
        for step in steps
        for each in step.sets
        if _is_alike(each, todo) and (done := held_set(held.get(each.id))) is not None
    ]
    return replace(plain, load_kg=changed[-1].load_kg, band=changed[-1].band) if changed else plain


def told(
    step: Step, suggestion: tuple[SetDone, ...], text: str, units: Units, *, hurts: bool = False
) -> tuple[tuple[SetDone, ...], tuple[Finding, ...]]:
    """Return the sets as told, and what to tell about the answer; an error means that nothing was told.

    Where pain speaks against the exercise, how much was done has to be said.

    Raises:
        WordError: The answer is not understood.
    """
    if not text.strip():
        return suggestion, ()
    amount = amount_of(step.sets[0].prescribed)
    measure = amount.measure if amount is not None and amount.measure is not None else Measure.REPS
    given = read_set_answer(text, units, measure)
    if step.is_warm_up and not _is_feeling_only(given):
        return suggestion, (warm_up_as_a_whole(),)
    if given.details.sides not in {(), (step.sets[0].prescribed.side,)} and not step.is_warm_up:
        return suggestion, (other_side(step.sets[0].prescribed.side),)
    if hurts and given.amount is None:
        return suggestion, (say_how_much(),)
    first, *others = suggestion
    return (_changed(first, given), *others), _about_load(step.sets[0], given, units)


def _is_alike(earlier: SetToDo, todo: SetToDo) -> bool:
    """Whether an earlier set was prescribed with the same load for the same exercise."""
    same = earlier.exercise is todo.exercise and earlier.is_warm_up == todo.is_warm_up
    return (
        same
        and earlier.position < todo.position
        and earlier.prescribed.load_kg == todo.prescribed.load_kg
        and earlier.prescribed.implement == todo.prescribed.implement
    )


def _is_feeling_only(given: SetAnswer) -> bool:
    details = given.details
    doses = (given.amount, details.load, details.rir, details.kind)
    return all(each is None for each in doses) and not details.band and not details.sides


def _changed(done: SetDone, given: SetAnswer) -> SetDone:
    """Return a set as suggested, with what was told instead."""
    details = given.details
    if given.amount is not None:
        done = with_amount(done, given.amount)
    if details.load is not None:
        done = replace(done, load_kg=details.load.load_kg)
    if details.pain is not None:
        done = replace(done, pain=details.pain, pain_at=details.pain_at)
    return replace(
        done,
        band=details.band or done.band,
        rir=done.rir if details.rir is None else details.rir,
        kind=details.kind or done.kind,
        note=details.note or done.note,
    )


def _about_load(todo: SetToDo, given: SetAnswer, units: Units) -> tuple[Finding, ...]:
    load = given.details.load
    if load is None or load.load_kg is None or load.per_hand or not takes_two_weights(todo):
        return ()
    return (both_hands_together(load.load_kg, units, way_back="b"),)
