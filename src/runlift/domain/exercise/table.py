"""Reads exercises from the rows of a table.

Lists are written `a;b`; kit is written `box & dumbbell|kettlebell`: a box, and a dumbbell or a kettlebell.
"""

from __future__ import annotations

import csv
from dataclasses import fields
from typing import TYPE_CHECKING

from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.exercise.vocabulary import ANY_MACHINE, MACHINES

if TYPE_CHECKING:
    from collections.abc import Mapping

_YES_NO = {"yes": True, "no": False}


def read_table(text: str) -> tuple[Exercise, ...]:
    """Read every row of a comma-separated table.

    Raises:
        ValueError: The columns are not those of an exercise, or a row is malformed; the row is named.
    """
    reader = csv.DictReader(text.splitlines())
    wanted = {field.name for field in fields(Exercise)}
    found = list(reader.fieldnames or ())
    if set(found) != wanted or len(found) != len(wanted):
        raise ValueError(f"columns of the catalogue are {sorted(found)}, not {sorted(wanted)}")
    return tuple(read_row(row) for row in reader)


def read_row(row: Mapping[str, str]) -> Exercise:
    """Read one row.

    Raises:
        ValueError: A value is missing or cannot be read; the row is named.
    """
    if None in row or None in row.values():
        raise ValueError(f"exercise {row.get('id')}: the row has more or fewer values than columns")
    try:
        return _exercise(row)
    except (KeyError, ValueError) as problem:
        raise ValueError(f"exercise {row['id']}: {problem}") from problem


def read_equipment(text: str) -> tuple[tuple[str, ...], ...]:
    """Read a kit expression; a machine asked for by name is also met by an unnamed one."""
    groups = [group.split("|") for group in text.split("&")] if text.strip() else []
    return tuple(_with_any_machine(tuple(word.strip() for word in group)) for group in groups)


def _with_any_machine(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return (*kinds, ANY_MACHINE) if MACHINES.intersection(kinds) else kinds


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";")) if text.strip() else ()


def _yes_or_no(text: str) -> bool:
    if text not in _YES_NO:
        raise ValueError(f"{text!r} is neither yes nor no")
    return _YES_NO[text]


def _exercise(row: Mapping[str, str]) -> Exercise:
    return Exercise(
        id=row["id"],
        name=row["name"],
        family=Family(row["family"]),
        pattern=row["pattern"],
        primary_muscles=_words(row["primary_muscles"]),
        secondary_muscles=_words(row["secondary_muscles"]),
        equipment=read_equipment(row["equipment"]),
        weights_held=int(row["weights_held"]),
        unilateral=_yes_or_no(row["unilateral"]),
        load_type=LoadType(row["load_type"]),
        level=int(row["level"]),
        regression=row["regression"] or None,
        progression=row["progression"] or None,
        contacts_per_rep=int(row["contacts_per_rep"]),
        impact=Impact(row["impact"]),
        soreness=int(row["soreness"]),
        leg_load=_yes_or_no(row["leg_load"]),
        unsuitable_for=_words(row["unsuitable_for"]),
        start_load=row["start_load"],
        fit_category=row["fit_category"],
        cue=row["cue"],
    )
