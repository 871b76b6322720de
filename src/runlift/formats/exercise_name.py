"""Find which exercise of the catalogue a runner means by a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SURE = 90  # of 100: a name as near as this is taken, when no other is about as near
AHEAD = 4  # by how much the nearest must be ahead of the next
NEAR = 55  # from here on a name is worth asking about
NAMES_ASKED = 4
SHORTEST_PLURAL = 4

_SPLIT = re.compile(r"[^a-z0-9/]+")
_PHRASES = (
    (re.compile(r"\bpush ups?\b|\bpushups?\b"), "press up"),
    (re.compile(r"\bpullups?\b"), "pull up"),
    (re.compile(r"\bchinups?\b"), "chin up"),
    (re.compile(r"\bstepups?\b"), "step up"),
    (re.compile(r"\brdls?\b"), "romanian deadlift"),
    (re.compile(r"\bdb\b"), "dumbbell"),
    (re.compile(r"\bkb\b"), "kettlebell"),
    (re.compile(r"\bbb\b"), "barbell"),
    (re.compile(r"\bsl\b|\bone leg\b|\b1 leg\b|\bone legged\b|\bsingle legged\b"), "single leg"),
    (re.compile(r"\bohp\b|\bmilitary press\b"), "overhead press"),
    (re.compile(r"\bbulgarian split squat\b"), "rear foot elevated split squat"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFound:
    """What a name means.

    Attributes:
        exercise: Exercise id; empty when it is not sure.
        near: Ids of exercises that may be meant, the nearest first.
    """

    exercise: str = ""
    near: tuple[str, ...] = ()


def find_exercise(
    name: str, *, at_hand: Collection[str] = (), confirmed: Mapping[str, str] | None = None
) -> NameFound:
    """Find an exercise by id, by name, or by a name that is near enough.

    Args:
        name: What was written.
        at_hand: Ids of exercises that are likely meant: those of the day's session.
        confirmed: Exercise id that the runner confirmed for a name.
    """
    known = catalogue()
    exact = _exact(name, at_hand, confirmed or {})
    if exact:
        return NameFound(exercise=exact, near=(exact,))
    plain = plain_name(name)
    likely = [each for each in at_hand if each in known and _holds(_names()[each], plain)]
    if len(likely) == 1:
        return NameFound(exercise=likely[0], near=(likely[0],))
    return _nearest(plain, likely)


def plain_name(name: str) -> str:
    """Return a name in lower case, without punctuation and plurals, in the catalogue's own words."""
    words = " ".join(_SPLIT.split(name.lower())).strip()
    for phrase, meant in _PHRASES:
        words = phrase.sub(meant, words)
    return " ".join(_singular(word) for word in words.split())


def _singular(word: str) -> str:
    plural = len(word) > SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _exact(name: str, at_hand: Collection[str], confirmed: Mapping[str, str]) -> str:
    """Return the exercise of exactly this name or id; of two, the one at hand, else that of the name."""
    wanted = " ".join(name.split()).casefold()
    told = {key.casefold(): meant for key, meant in confirmed.items()}
    plain = plain_name(name)
    found = [
        told.get(wanted, ""),
        *(key for key, each in catalogue().items() if each.name.casefold() == wanted),
        wanted.replace(" ", "_").replace("-", "_"),
        *(key for key, each in _names().items() if each == plain),
    ]
    known = [each for each in found if each in catalogue()]
    return next((each for each in known if each in at_hand), known[0] if known else "")


@cache
def _names() -> Mapping[str, str]:
    return {key: plain_name(each.name) for key, each in catalogue().items()}


def _holds(name: str, words: str) -> bool:
    return bool(words) and set(words.split()) <= set(name.split())


def _nearest(plain: str, likely: Collection[str]) -> NameFound:
    """Compare with every name: as a whole to be sure, in parts to ask."""
    names = _names()
    whole = process.extract(plain, names, scorer=fuzz.token_sort_ratio, limit=2)
    if whole and whole[0][1] >= SURE and (len(whole) == 1 or whole[0][1] - whole[1][1] >= AHEAD):
        return NameFound(exercise=whole[0][2], near=(whole[0][2],))
    parts = process.extract(plain, names, scorer=_in_parts, limit=NAMES_ASKED, score_cutoff=NEAR)
    near = dict.fromkeys((*sorted(likely), *(key for _, _, key in parts)))
    return NameFound(near=tuple(near)[:NAMES_ASKED])


def _in_parts(words: str, name: str, *, score_cutoff: float | None = None) -> float:
    """Rate a name by the words it shares, and a little by how much else it says."""
    shared = fuzz.token_set_ratio(words, name, score_cutoff=score_cutoff)
    return shared * 0.8 + fuzz.token_sort_ratio(words, name) * 0.2
