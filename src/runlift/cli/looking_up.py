"""`runlift exercises`, `runlift evidence` and `runlift schema`."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING

from rich.table import Table

from runlift.application.error import InputError
from runlift.cli.console import console, print_json
from runlift.domain.evidence import rows
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from runlift.domain.evidence import EvidenceRow
    from runlift.domain.exercise.exercise import Exercise

SCHEMAS = ("plan", "athlete", "running-plan")


def print_exercises(*, family: str | None, kit: list[str] | None, level: int | None, as_json: bool) -> None:
    """Print the exercises of the catalogue that fit."""
    if family is not None and family not in set(Family):
        raise InputError([_unknown("family", family, tuple(Family))])
    known_kit = {kind for exercise in catalogue().values() for group in exercise.equipment for kind in group}
    for kind in kit or ():
        if kind not in known_kit | {"none"}:
            raise InputError([_unknown("kit", kind, sorted(known_kit | {"none"}))])
    found = [each for each in catalogue().values() if _fits(each, family=family, kit=kit, level=level)]
    if as_json:
        print_json([asdict(exercise) for exercise in found])
        return
    console().print(_exercise_table(found))
    console().print(f"{len(found)} of {len(catalogue())} exercises")


def print_evidence(evidence_id: str | None, *, as_json: bool) -> None:
    """Print one row of evidence, or all of them in short."""
    if evidence_id is None:
        _print_all(as_json=as_json)
        return
    found = rows().get(evidence_id) or rows().get(evidence_id.upper())
    if found is None:
        raise InputError([_unknown("evidence id", evidence_id, ("see `runlift evidence`",))])
    if as_json:
        print_json(asdict(found))
        return
    for name, value in _evidence_lines(found):
        console().print(f"{name:<11}{value}", markup=False)


def print_schema(name: str) -> None:
    """Print a published JSON schema."""
    if name not in SCHEMAS:
        raise InputError([_unknown("schema", name, SCHEMAS)])
    text = (files("runlift.formats.schema") / f"{name}.schema.json").read_text(encoding="utf-8")
    print_json(json.loads(text))


def _fits(exercise: Exercise, *, family: str | None, kit: list[str] | None, level: int | None) -> bool:
    if family is not None and exercise.family != family:
        return False
    if level is not None and exercise.level > level:
        return False
    return kit is None or exercise.can_be_done_with(frozenset(kit))


def _exercise_table(found: list[Exercise]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Id", "Name", "Family", "Level", "Kit", "Cue"):
        table.add_column(column)
    for exercise in found:
        kit = " and ".join(" or ".join(group) for group in exercise.equipment) or "none"
        table.add_row(
            exercise.id, exercise.name, exercise.family.value, str(exercise.level), kit, exercise.cue
        )
    return table


def _print_all(*, as_json: bool) -> None:
    if as_json:
        print_json([asdict(entry) for entry in rows().values()])
        return
    for entry in rows().values():
        console().print(
            f"{entry.id:<6}{entry.strength.value}  {entry.claim}",
            markup=False,
            overflow="ellipsis",
            no_wrap=True,
        )


def _evidence_lines(entry: EvidenceRow) -> list[tuple[str, str]]:
    figure = " ".join(part for part in (entry.number, entry.unit) if part)
    spread = f" ({entry.range})" if entry.range and entry.range != entry.number else ""
    lines = [
        ("id", entry.id),
        ("claim", entry.claim),
        ("figure", f"{figure}{spread}"),
        ("population", entry.population),
        ("source", entry.source + (f", doi:{entry.doi}" if entry.doi else "")),
        ("strength", f"{entry.strength.value}: {entry.strength.meaning}"),
        ("status", entry.status),
        ("use", entry.use),
    ]
    return [(name, value) for name, value in lines if value.strip()]


def _unknown(what: str, word: str, known: Collection[str]) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="unknown_word",
        message=f"There is no {what} {word!r}.",
        remedy=f"Known: {', '.join(known)}.",
    )
