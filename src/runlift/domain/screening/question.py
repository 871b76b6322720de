"""The questions before training, each with what an answer changes."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Change(StrEnum):
    """What an answer leads to."""

    NOTHING = ""
    LIMIT = "limit"  # training goes on with limits
    ASK = "ask"  # somebody is asked first


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question before training.

    Attributes:
        id: Stable id; its words are kept by it.
        group: What it is about.
        when_yes: What a yes leads to by itself.
        when_open: What leaving it open leads to.
        limits: Limits of training it brings, by name.
        see: Whom to see after a yes; empty for nobody.
        urgency: How soon; empty where nobody is seen.
        evidence: Row it rests on.
    """

    id: str
    group: str
    when_yes: Change
    when_open: Change
    limits: tuple[str, ...]
    see: str
    urgency: str
    evidence: str


@cache
def questions() -> Mapping[str, Question]:
    """Return all questions by id, in the order they are asked."""
    text = files("runlift.domain.screening").joinpath("questions.csv").read_text(encoding="utf-8")
    return {row["id"]: _question(row) for row in csv.DictReader(text.splitlines())}


def of_group(group: str) -> tuple[str, ...]:
    """Return the ids of the questions of a group."""
    return tuple(each.id for each in questions().values() if each.group == group)


def _question(row: dict[str, str]) -> Question:
    return Question(
        id=row["id"],
        group=row["group"],
        when_yes=Change(row["when_yes"]),
        when_open=Change(row["when_open"]),
        limits=tuple(each for each in row["limits"].split(";") if each),
        see=row["see"],
        urgency=row["urgency"],
        evidence=row["evidence"],
    )
