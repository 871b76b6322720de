"""The sets of a strength session as a watch takes them down."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from fitdecode import profile

from runlift.domain.activity.activity import WatchSet
from runlift.formats.activity.fit_tables import EXERCISE_TITLE, SET, words_of

if TYPE_CHECKING:
    from runlift.formats.activity.fit_tables import FitTables

ACTIVE = 1
UNKNOWN_CATEGORY = 65534
MOST_SETS = 1_000
_FIELDS = ("start_time", "duration", "repetitions", "weight", "set_type")


def watch_sets(tables: FitTables, start_s: float, end_s: float) -> tuple[WatchSet, ...]:
    """Return the sets of a session, without the rests between them.

    A watch writes several guesses of the exercise, and a weight of zero where it knows none.
    """
    titles = _titles(tables)
    rows = zip(
        tables.rows(SET, _FIELDS),
        tables.arrays(SET, "category"),
        tables.arrays(SET, "category_subtype"),
        strict=True,
    )
    sets = []
    for row, categories, names in list(rows)[:MOST_SETS]:
        begin = start_s if row["start_time"] is None else row["start_time"]
        if row["set_type"] != ACTIVE or not start_s <= begin <= end_s:
            continue
        sets.append(
            WatchSet(
                starts_after_s=begin - start_s,
                duration_s=row["duration"] or 0.0,
                guesses=_guesses(categories, names, titles),
                reps=None if row["repetitions"] is None else int(row["repetitions"]),
                load_kg=row["weight"] or None,
            )
        )
    return tuple(sets)


def _titles(tables: FitTables) -> dict[tuple[int, int], str]:
    """Return the names that the workout itself gives to exercises."""
    rows = tables.rows(EXERCISE_TITLE, ("exercise_category", "exercise_name"))
    words = tables.texts(EXERCISE_TITLE, "wkt_step_name")
    return {
        (int(row["exercise_category"]), int(row["exercise_name"])): text
        for row, text in zip(rows, words, strict=True)
        if text and row["exercise_category"] is not None and row["exercise_name"] is not None
    }


def _guesses(
    categories: list[float | None], names: list[float | None], titles: dict[tuple[int, int], str]
) -> tuple[str, ...]:
    """Return the words for the exercises a set may have been."""
    pairs = zip_longest(categories, names[: len(categories)])
    told = [
        (int(family), name if name is None else int(name)) for family, name in pairs if family is not None
    ]
    words = [
        titles.get((category, name or 0)) or exercise_words(category, name)
        for category, name in told
        if category != UNKNOWN_CATEGORY
    ]
    return tuple(dict.fromkeys(filter(None, words)))


@cache
def exercise_words(category: int, name: int | None) -> str:
    """Return the profile's words for an exercise, such as `goblet squat`; empty where it has none."""
    family = words_of("exercise_category", category)
    named = profile.FIELD_TYPES.get(f"{family}_exercise_name")
    words = named.enum.get(name, "") if named is not None and name is not None else ""
    return (words or family).replace("_", " ").strip()
