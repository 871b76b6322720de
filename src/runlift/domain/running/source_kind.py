"""The word that a file's own field has for the kind of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runlift.domain.running.plan import RunKind

OWN_PREFIX = "runlift:"
_REST = re.compile(r"^(?:rest|day ?off|off|rest ?day)$")
_STRENGTH = re.compile(r"strength|weight|gym|lift|crossfit|conditioning|core")
_RUN = re.compile(r"run|jog|treadmill|workout|interval|tempo|easy|long|track|fartlek|hill|recovery")
_CROSS_TRAINING = re.compile(
    r"bike|ride|cycl|swim|x-?train|cross|row|ellip|yoga|pilates|walk|hik|ski|mtb|brick"
)
_RACE = re.compile(r"^(?:race|event|race ?day)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceActivity:
    """What a file's field says an entry is; None stands for a run of a kind still to be read."""

    kind: RunKind | None


def stated_kind(word: str) -> RunKind | None:
    """Return the kind when the plan states it in the project's own schema, or names a race, else None."""
    if word.startswith(OWN_PREFIX):
        name = word.removeprefix(OWN_PREFIX)
        return RunKind(name) if name in {kind.value for kind in RunKind} else None
    return RunKind.RACE if _RACE.match(word.strip().lower()) else None


def activity_of_source(word: str) -> SourceActivity | None:
    """Return what a field's word says the entry is, or None when it says nothing."""
    plain = word.strip().lower()
    for pattern, kind in (
        (_REST, RunKind.REST),
        (_STRENGTH, RunKind.STRENGTH),
        (_RUN, None),
        (_CROSS_TRAINING, RunKind.CROSS_TRAINING),
    ):
        if pattern.search(plain):
            return SourceActivity(kind=kind)
    return None
