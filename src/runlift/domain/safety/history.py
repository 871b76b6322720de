"""The loads of a plan in order, each with the highest that came before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import PrescribedSet, Side
from runlift.domain.safety.doubt import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.work import Work

Key = tuple[str, Side]


@dataclass(frozen=True, slots=True, kw_only=True)
class Highest:
    """The highest load done before, and the most done with it.

    Attributes:
        load_kg: Load [kg].
        amount: Repetitions, or seconds where the set is timed.
        one: A set that showed it.
    """

    load_kg: float
    amount: int
    one: PrescribedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSet:
    """A working set with a load, and what was done before it.

    Attributes:
        lift: Its session.
        work: Its exercise.
        one: The set.
        load_kg: Its load [kg].
        before: The highest load of earlier sessions and of sets known, or None when it is the first.
        in_doubt: Whether the last time all that was done of it was too odd to count.
    """

    lift: Lift
    work: Work
    one: PrescribedSet
    load_kg: float
    before: Highest | None
    in_doubt: bool

    @property
    def is_growth(self) -> bool:
        """Whether it is heavier than all before."""
        return self.before is not None and self.load_kg > self.before.load_kg + number(
            "checked_load_tolerance"
        )


def loaded_sets(case: Case) -> Iterator[LoadedSet]:
    """Yield every loaded working set, also of ten-minute versions, by session.

    Sets done that are too odd to count leave no trace but the doubt.
    """
    history: dict[Key, Highest] = {}
    for known in case.athlete.known_sets:
        # With many repetitions left, a set says little about what the runner can lift.
        for side in Side if known.rir <= number("checked_known_set_rir") else ():
            one = PrescribedSet(reps=known.reps, load_kg=known.load_kg, rir=known.rir, side=side)
            _remember(history, (known.exercise, side), one)
    planned = {session.uid: session for session in case.plan.sessions}
    doubted: set[Key] = set()
    for lift in case.lifts:
        before = dict(history)
        for work, one in _loaded(lift.works + lift.short_works):
            yield _found(before, lift, work, one, in_doubt=(work.exercise.id, one.side) in doubted)
        sets = list(_loaded(lift.works))
        doubted -= {(work.exercise.id, one.side) for work, one in sets}
        for work, one in sets:
            key = (work.exercise.id, one.side)
            highest = before.get(key)
            odd = is_doubtful(
                case.plan, planned[lift.uid], work.exercise.id, one, highest.one if highest else None
            )
            if odd:
                doubted.add(key)
            else:
                _remember(history, key, one)


def amount_of(one: PrescribedSet) -> int:
    """Return the repetitions of a set, or its seconds where it is timed."""
    return one.reps or one.seconds or 0


def _loaded(works: tuple[Work, ...]) -> Iterator[tuple[Work, PrescribedSet]]:
    return ((work, one) for work in works for one in work.sets if one.load_kg is not None)


def _found(
    before: Mapping[Key, Highest], lift: Lift, work: Work, one: PrescribedSet, *, in_doubt: bool
) -> LoadedSet:
    return LoadedSet(
        lift=lift,
        work=work,
        one=one,
        load_kg=one.load_kg or 0.0,
        before=before.get((work.exercise.id, one.side)),
        in_doubt=in_doubt,
    )


def _remember(history: dict[Key, Highest], key: Key, one: PrescribedSet) -> None:
    done = Highest(load_kg=one.load_kg or 0.0, amount=amount_of(one), one=one)
    before = history.get(key)
    if before is None or (done.load_kg, done.amount) > (before.load_kg, before.amount):
        history[key] = done
