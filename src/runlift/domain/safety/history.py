"""The loads of a plan in order, each with the highest that came before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.session import PrescribedSet
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Highest:
    """The highest load done before, and the most done with it.

    Attributes:
        load_kg: Load [kg].
        amount: Repetitions, or seconds where the set is timed.
    """

    load_kg: float
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSet:
    """A working set with a load, and what was done before it.

    Attributes:
        lift: Its session.
        work: Its exercise.
        one: The set.
        load_kg: Its load [kg].
        before: The highest load of earlier sessions and of sets known, or None when it is the first.
    """

    lift: Lift
    work: Work
    one: PrescribedSet
    load_kg: float
    before: Highest | None

    @property
    def is_growth(self) -> bool:
        """Whether it is heavier than all before."""
        return self.before is not None and self.load_kg > self.before.load_kg + number(
            "checked_load_tolerance"
        )


def loaded_sets(case: Case) -> Iterator[LoadedSet]:
    """Yield every loaded working set, also of ten-minute versions, by session."""
    history: dict[tuple[str, Side], Highest] = {}
    for known in case.athlete.known_sets:
        # With many repetitions left, a set says little about what the runner can lift.
        for side in Side if known.rir <= number("checked_known_set_rir") else ():
            _remember(history, (known.exercise, side), Highest(load_kg=known.load_kg, amount=known.reps))
    for lift in case.lifts:
        yield from (_found(history, lift, work, one) for work, one in _loaded(lift.works + lift.short_works))
        for work, one in _loaded(lift.works):
            done = Highest(load_kg=one.load_kg or 0.0, amount=amount_of(one))
            _remember(history, (work.exercise.id, one.side), done)


def amount_of(one: PrescribedSet) -> int:
    """Return the repetitions of a set, or its seconds where it is timed."""
    return one.reps or one.seconds or 0


def _loaded(works: tuple[Work, ...]) -> Iterator[tuple[Work, PrescribedSet]]:
    return ((work, one) for work in works for one in work.sets if one.load_kg is not None)


def _found(history: dict[tuple[str, Side], Highest], lift: Lift, work: Work, one: PrescribedSet) -> LoadedSet:
    before = history.get((work.exercise.id, one.side))
    return LoadedSet(lift=lift, work=work, one=one, load_kg=one.load_kg or 0.0, before=before)


def _remember(history: dict[tuple[str, Side], Highest], key: tuple[str, Side], done: Highest) -> None:
    before = history.get(key)
    if before is None or (done.load_kg, done.amount) > (before.load_kg, before.amount):
        history[key] = done
