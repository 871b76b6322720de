"""Which exercise of the catalogue a name of another app means, and what that app's number for it means.

A name is looked up among what the runner confirmed, then among names that are known to the letter. What is
only alike is proposed, never taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.exercise.exercise import Exercise

LEFT_OPEN = "-"
"""Kept in place of an exercise when the runner says that a name is to stay without one."""

MOST_NAMES = 1_000
PAIR = 2
SHORTEST_PLURAL = 4

_WORDS = re.compile(r"[^\W_]+")
_NOT_HELD = frozenset({"barbell", "bar", "bb", "smith", "machine", "cable", "landmine", "plate", "trap"})
_HELD = frozenset({"dumbbell", "db", "kettlebell", "kb"})
_ONE_LEG = frozenset({"single", "one", "1", "unilateral", "sl"})
_ASSISTED = frozenset({"assisted", "assist"})


class NumberMeans(StrEnum):
    """What an app's weight for an exercise is."""

    TOTAL = "total"  # all that is moved
    EACH = "each"  # one of two weights that are held at once
    BOTH_LEGS = "both_legs"  # moved by both legs, where the catalogue counts one
    ASSISTANCE = "assistance"  # what is taken off the body mass


class NameState(StrEnum):
    """How far a name is known."""

    CONFIRMED = "confirmed"  # the runner said so
    KNOWN = "known"  # one of the names that are known to the letter
    UNSURE = "unsure"  # like some exercises; the runner is asked
    NO_EQUAL = "no_equal"  # known, and not in the catalogue
    LEFT_OPEN = "left_open"  # the runner said that it stays open
    OPEN = "open"  # like nothing in the catalogue
    ENDURANCE = "endurance"  # no strength work


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name that other apps use.

    Attributes:
        name: The name.
        exercises: Exercise ids: the one that it means, or those it may mean; none when the catalogue has no
            equal.
        sure: Whether it means that one; else the runner is asked.
        means: What the number beside it is; where the runner is asked, the answer decides that too.
        endurance: Whether it is no strength work.
    """

    name: str
    exercises: tuple[str, ...] = ()
    sure: bool = True
    means: NumberMeans = NumberMeans.TOTAL
    endurance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An exercise that a name may mean.

    Attributes:
        exercise: Exercise id.
        likeness: How alike the names are, 0 to 100.
    """

    exercise: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMeaning:
    """What a name of another app means.

    Attributes:
        name: The name as written.
        state: How far it is known.
        exercise: Exercise id; empty while it has none.
        means: What the app's number is.
        proposals: Exercises it may mean, the most likely first.
    """

    name: str
    state: NameState
    exercise: str = ""
    means: NumberMeans = NumberMeans.TOTAL
    proposals: tuple[Proposal, ...] = ()


Likeness: TypeAlias = Callable[[str], Sequence[Proposal]]
"""Returns the exercises that a name is like enough to ask about, the most likely first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMap:
    """Knows names.

    Attributes:
        aliases: Names known to the letter, by their key.
        confirmed: What the runner confirmed, by key: an exercise id, or that it stays open.
        likeness: Finds what is alike.
    """

    aliases: Mapping[str, Alias]
    confirmed: Mapping[str, str]
    likeness: Likeness

    @classmethod
    def of(cls, aliases: Iterable[Alias], confirmed: Mapping[str, str], likeness: Likeness) -> NameMap:
        """Make a map of aliases and of the names kept for an athlete."""
        return cls(
            aliases={name_key(each.name): each for each in aliases},
            confirmed={name_key(name): exercise for name, exercise in confirmed.items()},
            likeness=likeness,
        )

    def meaning(self, name: str) -> NameMeaning:
        """Return what a name means."""
        key = name_key(name)
        alias = self.aliases.get(key)
        told = self.confirmed.get(key, "")
        if told in catalogue():
            means = number_means(name, catalogue()[told], alias)
            return NameMeaning(name=name, state=NameState.CONFIRMED, exercise=told, means=means)
        if told == LEFT_OPEN:
            helped = _is_assisted(name) or (alias is not None and alias.means is NumberMeans.ASSISTANCE)
            means = NumberMeans.ASSISTANCE if helped else NumberMeans.TOTAL
            return NameMeaning(name=name, state=NameState.LEFT_OPEN, means=means)
        return self._known(name, key, alias) or self._alike(name)

    def _known(self, name: str, key: str, alias: Alias | None) -> NameMeaning | None:
        if alias is not None:
            return _of_alias(name, alias)
        exercise = _by_catalogue_name().get(key)
        if exercise is None:
            return None
        means = number_means(name, exercise)
        return NameMeaning(name=name, state=NameState.KNOWN, exercise=exercise.id, means=means)

    def _alike(self, name: str) -> NameMeaning:
        if _is_assisted(name):
            return NameMeaning(name=name, state=NameState.NO_EQUAL, means=NumberMeans.ASSISTANCE)
        proposals = tuple(self.likeness(name))
        state = NameState.UNSURE if proposals else NameState.OPEN
        return NameMeaning(name=name, state=state, proposals=proposals)


def meanings(names: Sequence[str], known: NameMap) -> dict[str, NameMeaning]:
    """Return what each name means; beyond the most that anybody uses, none is looked up by likeness."""
    few = replace(known, likeness=lambda _: ()) if len(names) > MOST_NAMES else known
    return {name: few.meaning(name) for name in names}


def number_means(name: str, exercise: Exercise, alias: Alias | None = None) -> NumberMeans:
    """Return what an app's number is when a name means an exercise: as known of the name, else by its words.

    Apps write the weight of one dumbbell where two are held, and what both legs move on a machine.
    """
    if alias is not None and alias.sure and exercise.id in alias.exercises:
        return alias.means
    words = set(name_key(name).split())
    if words & _ASSISTED:
        return NumberMeans.ASSISTANCE
    if exercise.weights_held == PAIR and _is_held(words, exercise):
        return NumberMeans.EACH
    if _is_leg_machine(exercise) and not words & _ONE_LEG:
        return NumberMeans.BOTH_LEGS
    return NumberMeans.TOTAL


def name_key(name: str) -> str:
    """Return what is left of a name when capitals, punctuation and plurals do not matter."""
    words = _WORDS.findall(unicodedata.normalize("NFKC", name).casefold())
    return " ".join(map(_singular, words)) or name.strip().casefold()


def _of_alias(name: str, alias: Alias) -> NameMeaning:
    if alias.endurance:
        return NameMeaning(name=name, state=NameState.ENDURANCE)
    if alias.exercises and alias.sure:
        return NameMeaning(name=name, state=NameState.KNOWN, exercise=alias.exercises[0], means=alias.means)
    state = NameState.UNSURE if alias.exercises else NameState.NO_EQUAL
    proposals = tuple(Proposal(exercise=each, likeness=100.0) for each in alias.exercises)
    return NameMeaning(name=name, state=state, means=alias.means, proposals=proposals)


@cache
def _by_catalogue_name() -> Mapping[str, Exercise]:
    return {name_key(each.name): each for each in catalogue().values()}


def _is_leg_machine(exercise: Exercise) -> bool:
    """Whether it is done leg by leg on a machine that also takes both."""
    kinds = {kind for group in exercise.equipment for kind in group if kind.startswith("machine:")}
    return exercise.unilateral and bool(kinds) and "machine:cable" not in kinds


def _is_held(words: set[str], exercise: Exercise) -> bool:
    """Whether a weight in each hand is meant, where the name says so or a bar is out of the question."""
    may_be_bar = any("barbell" in group for group in exercise.equipment)
    return bool(words & _HELD) or not (may_be_bar or words & _NOT_HELD)


def _is_assisted(name: str) -> bool:
    return bool(set(name_key(name).split()) & _ASSISTED)


def _singular(word: str) -> str:
    plural = len(word) > SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word
