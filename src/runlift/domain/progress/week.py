"""Weeks in figures: hard sets by muscle, kilograms lifted and foot contacts, done beside asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import LoadType
from runlift.domain.exercise.muscle import GROUP_OF, MuscleGroup
from runlift.domain.prescription.ledger import contacts_of, hard_sets_of, tonnage_of
from runlift.domain.running.load import monday_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.progress.work import Work

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What was done or asked for in a week.

    Attributes:
        hard_sets: Hard sets by group of muscles: a set of its own counts whole, one beside others half.
        tonnage_kg: Load times repetitions of the working sets, both sides [kg].
        contacts: Foot contacts, both feet.
        sets: Hard sets in all, two sides counted once.
    """

    hard_sets: Mapping[MuscleGroup, float]
    tonnage_kg: float
    contacts: int
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFigures:
    """A week in figures.

    Attributes:
        monday: First day.
        done: What was done.
        asked: What the plan asked for; None where there was no plan.
        untold: Working sets that count as hard though nothing tells how near to the limit they were.
        unknown: Sets of exercises that the catalogue does not know: they count for no muscle.
    """

    monday: date
    done: Amounts
    asked: Amounts | None
    untold: int = 0
    unknown: int = 0


def weeks_in_figures(
    done: Sequence[Work],
    asked: Sequence[Work],
    exercises: Mapping[str, Exercise],
    *,
    today: date,
    weeks: int,
    planned_from: date | None = None,
) -> tuple[WeekFigures, ...]:
    """Return the last weeks in figures, the one that has begun last.

    Args:
        done: Work that was done.
        asked: Work that was asked for.
        exercises: The catalogue by id.
        today: The day it is.
        weeks: How many [weeks].
        planned_from: First day of the plan; None where no plan is followed.
    """
    mondays = [monday_of(today) - back * WEEK for back in range(weeks - 1, -1, -1)]
    return tuple(
        _week(
            monday,
            _within(monday, done),
            None if planned_from is None or monday + WEEK <= planned_from else _within(monday, asked),
            exercises,
        )
        for monday in mondays
    )


def amounts_of(work: Iterable[Work], exercises: Mapping[str, Exercise]) -> Amounts:
    """Add up work.

    Source: D018, D093, PG10.
    """
    muscles: dict[MuscleGroup, float] = defaultdict(float)
    tonnage, contacts, sets = 0.0, 0, 0
    for each in work:
        exercise = exercises.get(each.written.exercise)
        hard = hard_sets_in(each, exercise)
        sets += hard
        tonnage += tonnage_in(each)
        if exercise is not None:
            contacts += contacts_of(each.written, exercise.contacts_per_rep)
            for group, share in shares_of(exercise).items():
                muscles[group] += share * hard
    found = {group: muscles[group] for group in MuscleGroup if muscles.get(group)}
    return Amounts(hard_sets=found, tonnage_kg=tonnage, contacts=contacts, sets=sets)


def hard_sets_in(work: Work, exercise: Exercise | None) -> int:
    """Return the hard sets of an exercise; jumps are counted by their contacts."""
    jumps = exercise is not None and exercise.load_type is LoadType.CONTACTS
    return 0 if jumps else hard_sets_of(work.written)


def tonnage_in(work: Work) -> float:
    """Return the kilograms lifted, drop sets too [kg].

    Source: PG10.
    """
    dropped = sum((one.load_kg or 0.0) * (one.reps or 0) for one in work.drops)
    return tonnage_of(work.written) + dropped


def shares_of(exercise: Exercise) -> Mapping[MuscleGroup, float]:
    """Return how much a hard set of an exercise counts for each group of muscles.

    Source: D018.
    """
    indirect = number("indirect_set_share")
    shares = {GROUP_OF[muscle]: indirect for muscle in exercise.secondary_muscles if muscle in GROUP_OF}
    shares |= {GROUP_OF[muscle]: 1.0 for muscle in exercise.primary_muscles if muscle in GROUP_OF}
    return {group: share for group, share in shares.items() if group is not MuscleGroup.JOINT}


def _week(
    monday: date, done: Sequence[Work], asked: Sequence[Work] | None, exercises: Mapping[str, Exercise]
) -> WeekFigures:
    return WeekFigures(
        monday=monday,
        done=amounts_of(done, exercises),
        asked=None if asked is None else amounts_of(asked, exercises),
        untold=sum(each.untold for each in done),
        unknown=sum(len(each.written.sets) + len(each.drops) for each in done if not each.known),
    )


def _within(monday: date, work: Sequence[Work]) -> list[Work]:
    return [each for each in work if monday <= each.date < monday + WEEK]
