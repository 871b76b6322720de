"""The names that other apps use for the usual lifts.

One name a row of `aliases.csv`. `exercise` is the id it means; after `?` the ids it may mean, to be asked
about; empty when the catalogue has no equal. `number` is what the app's weight is: `total`, `each` (one of
two that are held), `both_legs`, `assistance`; `endurance` for what is no strength work.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from runlift.application.map_names import Alias, NumberMeans

COLUMNS = ["name", "exercise", "number"]
ASK = "?"
ENDURANCE = "endurance"


@cache
def aliases() -> tuple[Alias, ...]:
    """Return all names known to the letter.

    Raises:
        ValueError: The table is malformed.
    """
    text = (files("runlift.formats.lift_log") / "aliases.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    if reader.fieldnames != COLUMNS:
        raise ValueError(f"columns of the names are {reader.fieldnames}, not {COLUMNS}")
    return tuple(_alias(row["name"], row["exercise"], row["number"]) for row in reader)


def _alias(name: str, exercise: str, number: str) -> Alias:
    if number == ENDURANCE:
        return Alias(name=name, endurance=True)
    ids = tuple(filter(None, exercise.removeprefix(ASK).split(";")))
    return Alias(
        name=name,
        exercises=ids,
        sure=not exercise.startswith(ASK),
        means=NumberMeans(number) if number else NumberMeans.TOTAL,
    )
