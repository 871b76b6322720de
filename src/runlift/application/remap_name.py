"""Say which exercise a name of another app means, also for what was imported before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.application.app_load import HandWeights, load_of, number_of
from runlift.application.author import Author, latest_versions
from runlift.application.import_lifts import DEVICE, contacts_of
from runlift.application.map_names import NumberMeans, name_key, number_means
from runlift.domain.diary.entry import SetDone
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from runlift.application.map_names import Alias
    from runlift.domain.diary.diary import Recorded


def remap_name(
    name: str,
    exercise: str,
    recorded: Iterable[Recorded],
    *,
    recorded_at: datetime,
    aliases: Mapping[str, Alias],
    hands: HandWeights = HandWeights.EACH,
) -> tuple[Recorded, ...]:
    """Return the sets imported under a name as sets of an exercise, each as a correction.

    Args:
        name: The name as the app writes it.
        exercise: Exercise id; empty to leave them without one.
        recorded: Every version of every entry of the diary.
        recorded_at: When it is said, in UTC.
        aliases: Names known to the letter, by their key.
        hands: What the runner writes into the app for two weights held at once.
    """
    author = Author(device=DEVICE, now=recorded_at)
    latest = latest_versions(recorded)
    found: list[Recorded] = []
    for each in latest.values():
        told = each.entry
        if each.withdrawn or not isinstance(told, SetDone) or name_key(told.name) != name_key(name):
            continue
        if told.name and told.exercise != exercise:
            now = _as_exercise(told, exercise, aliases.get(name_key(name)), hands)
            found.append(author.write(each.id, now, latest))
    return tuple(found)


def _as_exercise(told: SetDone, exercise: str, alias: Alias | None, hands: HandWeights) -> SetDone:
    """Return a set as one of another exercise, its load taken back to the app's number in between."""
    before = _means(told.name, told.exercise, alias)
    number_kg = number_of(told.load_kg, before, told.exercise, hands)
    return replace(
        told,
        exercise=exercise,
        load_kg=load_of(number_kg, _means(told.name, exercise, alias), exercise, hands),
        contacts=contacts_of(told.reps, exercise),
    )


def _means(name: str, exercise: str, alias: Alias | None) -> NumberMeans:
    known = catalogue().get(exercise)
    return NumberMeans.TOTAL if known is None else number_means(name, known, alias)
