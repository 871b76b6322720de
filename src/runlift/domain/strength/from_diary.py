"""The sets of a diary as evidence of strength, by lift and side."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import BodyMass, RunDone, SetDone
from runlift.domain.evidence import number
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.domain.strength.estimate import StrengthEstimate, estimate
from runlift.domain.strength.lift import Lift, lift_of, unmapped_lift
from runlift.domain.strength.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from runlift.domain.diary.diary import Diary

_SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSets:
    """A lift and all its sets."""

    lift: Lift
    sets: tuple[Observation, ...]


def estimates(diary: Diary, *, body_mass_kg: float | None, as_of: date) -> tuple[StrengthEstimate, ...]:
    """Estimate the strength of every lift of a diary on a day, by exercise and side.

    Args:
        diary: What was told.
        body_mass_kg: Body mass where the diary tells none [kg].
        as_of: The day.
    """
    weighed = body_mass_on(diary.of_kind(BodyMass), as_of)
    lifts = lifts_of(
        diary.of_kind(SetDone), diary.of_kind(RunDone), body_mass_kg=weighed or body_mass_kg, as_of=as_of
    )
    found = (estimate(each.sets, lift=each.lift, as_of=as_of) for each in lifts)
    return tuple(each for each in found if each is not None)


def lifts_of(
    sets: Iterable[SetDone], runs: Iterable[RunDone] = (), *, body_mass_kg: float | None, as_of: date
) -> tuple[LiftSets, ...]:
    """Return every lift that can be followed with its sets until a day, by exercise and side."""
    until_then = [each for each in sets if each.done_at.date() <= as_of]
    ended = _ends_of(runs)
    found: list[LiftSets] = []
    for (name, side), group in sorted(_by_side(until_then).items()):
        told = tuple(_observation(each, ended) for each in group)
        lift = _lift(name, side, told, body_mass_kg)
        if lift is not None:
            found.append(LiftSets(lift=lift, sets=told))
    return tuple(found)


def body_mass_on(told: Sequence[BodyMass], day: date) -> float | None:
    """Return the body mass told last until a day [kg]; None when none was."""
    before = [each for each in told if each.date <= day]
    return max(before, key=lambda each: each.date).mass_kg if before else None


def _lift(name: str, side: Side, sets: tuple[Observation, ...], body_mass_kg: float | None) -> Lift | None:
    exercise = catalogue().get(name)
    if exercise is None:
        return unmapped_lift(name, sets)
    return lift_of(exercise, sets, side=side, body_mass_kg=body_mass_kg)


def _by_side(sets: Iterable[SetDone]) -> Mapping[tuple[str, Side], list[SetDone]]:
    """Part the sets by exercise, and by side where the sides are trained and told one after the other."""
    by_name: dict[str, list[SetDone]] = defaultdict(list)
    for each in sets:
        by_name[each.exercise or each.name].append(each)
    found: dict[tuple[str, Side], list[SetDone]] = {}
    for name, group in by_name.items():
        exercise = catalogue().get(name)
        if exercise is None or not exercise.unilateral or all(each.side is Side.BOTH for each in group):
            found[name, Side.BOTH] = group
        else:
            for side in _SIDES:
                found[name, side] = [each for each in group if each.side in {side, Side.BOTH}]
    return found


def _observation(each: SetDone, ended: Sequence[datetime]) -> Observation:
    return Observation(
        done_at=each.done_at,
        session=each.session,
        kind=each.kind,
        load_kg=each.load_kg or 0.0,
        reps=each.reps or 0,
        seconds=each.seconds or 0,
        rir=each.rir,
        band=each.band,
        after_run=_is_after_run(each.done_at, ended),
    )


def _is_after_run(done_at: datetime, ended: Sequence[datetime]) -> bool:
    """Whether the last run before a set ended within the hours that legs still feel it.

    Source: S03, Q021.
    """
    before = bisect_right(ended, done_at)
    return before > 0 and done_at - ended[before - 1] <= timedelta(hours=number("strength_run_near"))


def _ends_of(runs: Iterable[RunDone]) -> tuple[datetime, ...]:
    """Return when runs ended, in order; one without a time is taken to end when it began."""
    return tuple(sorted(each.starts_at + timedelta(seconds=each.duration_s or 0.0) for each in runs))
