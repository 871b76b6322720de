"""Which exercises of the catalogue a name of another app is like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from runlift.application.map_names import Proposal
from runlift.domain.evidence import number
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.exercise_name import plain_name
from runlift.formats.lift_log.aliases import aliases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.application.map_names import Alias

NO_EQUAL = ""
SHARE_OF_WORDS_IN_COMMON = 0.4
NAMES_COMPARED = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A plain name and the exercise it means, empty where it is known to mean none of the catalogue."""

    name: str
    exercise: str


def likely_exercises(name: str) -> tuple[Proposal, ...]:
    """Return the exercises that a name is like enough to ask about, the most likely first."""
    return nearest(name, _all_names())


def nearest(name: str, known: Sequence[KnownName]) -> tuple[Proposal, ...]:
    """Return the exercises whose names are nearest.

    A name that is still more like one that is known to have no equal is like nothing.

    Source: IM07, IM08.
    """
    plain = plain_name(name)
    if not plain:
        return ()
    found = process.extract(
        plain,
        [each.name for each in known],
        scorer=_likeness,
        score_cutoff=number("lift_log_likeness_worth_asking"),
        limit=NAMES_COMPARED,
    )
    best: dict[str, float] = {}
    for _, likeness, at in found:
        if known[at].exercise == NO_EQUAL:
            break
        best.setdefault(known[at].exercise, likeness)
    most = int(number("lift_log_names_proposed"))
    return tuple(Proposal(exercise=each, likeness=round(best[each], 1)) for each in list(best)[:most])


def known_names(told: Iterable[Alias]) -> tuple[KnownName, ...]:
    """Return the names of the catalogue and of a table of aliases, as they are compared."""
    names = [KnownName(name=plain_name(each.name), exercise=each.id) for each in catalogue().values()]
    for alias in told:
        ids = alias.exercises if alias.sure else alias.exercises[:1]
        names += [KnownName(name=plain_name(alias.name), exercise=each) for each in ids or (NO_EQUAL,)]
    return tuple(dict.fromkeys(names))


@cache
def _all_names() -> tuple[KnownName, ...]:
    return known_names(aliases())


def _likeness(words: str, name: str, *, score_cutoff: float | None = None) -> float:
    """Rate two names by their letters in any order of words, and by the words they share."""
    whole = fuzz.token_sort_ratio(words, name)
    shared = fuzz.token_set_ratio(words, name, score_cutoff=score_cutoff)
    return whole * (1 - SHARE_OF_WORDS_IN_COMMON) + shared * SHARE_OF_WORDS_IN_COMMON
