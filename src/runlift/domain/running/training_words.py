"""Whether an entry speaks of training at all, or is one of a calendar's other events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.domain.running.activities import activities_of
from runlift.domain.running.kind_rules import any_word
from runlift.domain.running.reading import read_run
from runlift.domain.running.source_kind import activity_of_source, stated_kind
from runlift.domain.running.spelling import plain

if TYPE_CHECKING:
    from runlift.domain.running.entry import DistanceUnit, PlanEntry

_TRAINING = re.compile(
    any_word("training", "sports?", "fitness", "exercise", "sessions?", "drills?", "wu", "cd", "pb", "wod")
)


def speaks_of_training(entry: PlanEntry, unit: DistanceUnit) -> bool:
    """Tell whether an entry has any word, length or structure of training, in its title or beside it."""
    if stated_kind(entry.source_kind) is not None or activity_of_source(entry.source_kind) is not None:
        return True
    if entry.distance_m is not None or entry.parts:
        return True
    return any(_says_training(plain(words), unit) for words in (entry.title, entry.note, entry.source_kind))


def _says_training(words: str, unit: DistanceUnit) -> bool:
    if not words:
        return False
    if _TRAINING.search(words):
        return True
    activities = activities_of(words)
    return any(
        activity.kind is not None or read_run(activity.text, unit).rule != "" for activity in activities
    )
