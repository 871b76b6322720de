"""The complaints that are known, each with what is given for it and what speaks against going on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from runlift.domain.diary.entry import BodyPart
from runlift.domain.evidence import constant
from runlift.domain.plan.body import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STAGES = {stage.word: stage for stage in Stage}


class Tissue(StrEnum):
    """What the pain limits of a complaint go by."""

    JOINT = "joint"
    MUSCLE = "muscle"
    TENDON = "tendon"
    BONE = "bone"


class Help(StrEnum):
    """What an exercise is given for."""

    STRENGTHEN = "strengthen"
    STRETCH = "stretch"
    ROLL = "roll"


class Moment(StrEnum):
    """When an exercise that is given is done."""

    SESSION = "session"  # in the strength sessions
    BEFORE_RUN = "before_run"
    AWAY_FROM_RUN = "away_from_run"  # after a session, or hours after a run
    DAILY = "daily"  # at any hour


class Urgency(StrEnum):
    """How soon somebody has to look at it."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SOON = "soon"


class See(StrEnum):
    """Who has to look at it."""

    EMERGENCY_SERVICES = "emergency_services"
    EMERGENCY_DEPARTMENT = "emergency_department"
    CLINICIAN = "clinician"
    PHYSIOTHERAPIST = "physiotherapist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An exercise that is given for a complaint.

    Attributes:
        exercise: Exercise id.
        kind: What for.
        sets: Sets.
        low: Least of each set [reps or s].
        high: Most of each set [reps or s].
        unit: `reps` or `s`.
        per_week: Times a week.
        first_stage: First stage in which it is given.
        last_stage: Last stage in which it is given.
        moment: When.
    """

    exercise: str
    kind: Help
    sets: int
    low: int
    high: int
    unit: str
    per_week: int
    first_stage: Stage
    last_stage: Stage
    moment: Moment

    def is_given_in(self, stage: Stage) -> bool:
        """Tell whether it is given in a stage."""
        return self.first_stage <= stage <= self.last_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """Something that somebody has to look at before training goes on.

    Attributes:
        id: Stable id; the words of its question are kept by it.
        complaints: Complaints of which it is asked; empty for all.
        urgency: How soon.
        see: Whom to see.
        evidence: Row it rests on.
    """

    id: str
    complaints: frozenset[str]
    urgency: Urgency
    see: See
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A pattern of pain that runners know; never a diagnosis.

    Attributes:
        id: Stable id, as the marks of the catalogue use it.
        name: What the runner calls it on the command line.
        places: Places whose pain belongs to it; empty where the runner tells the place.
        tissue: What its pain limits go by.
        pain_most: The most pain during and after work with which it may be loaded, of 10.
        reserve_least: Repetitions that a loaded set keeps in reserve; None for the usual.
        evidence: Row it rests on.
        given: What is given for it.
    """

    id: str
    name: str
    places: tuple[BodyPart, ...]
    tissue: Tissue
    pain_most: int
    reserve_least: float | None
    evidence: str
    given: tuple[Given, ...]


@cache
def complaints() -> Mapping[str, Complaint]:
    """Return all complaints by id."""
    given: dict[str, list[Given]] = {}
    for row in _rows("given.csv"):
        given.setdefault(row["complaint"], []).append(_given(row))
    return {row["id"]: _complaint(row, tuple(given.get(row["id"], ()))) for row in _rows("complaints.csv")}


@cache
def red_flags() -> Mapping[str, RedFlag]:
    """Return all red flags by id."""
    return {row["id"]: _red_flag(row) for row in _rows("red_flags.csv")}


def red_flags_of(complaint: str) -> tuple[RedFlag, ...]:
    """Return the red flags that are asked of a complaint, those of this one alone first."""
    asked = [flag for flag in red_flags().values() if not flag.complaints or complaint in flag.complaints]
    return tuple(sorted(asked, key=lambda flag: not flag.complaints))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("runlift.domain.complaint").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _complaint(row: dict[str, str], given: tuple[Given, ...]) -> Complaint:
    usual = cast("dict[str, int]", constant("complaint_pain_most").value)
    return Complaint(
        id=row["id"],
        name=row["name"],
        places=tuple(BodyPart(place) for place in row["places"].split(";") if place),
        tissue=Tissue(row["tissue"]),
        pain_most=int(row["pain_most"] or usual[row["tissue"]]),
        reserve_least=float(row["reserve_least"]) if row["reserve_least"] else None,
        evidence=row["evidence"],
        given=given,
    )


def _given(row: dict[str, str]) -> Given:
    return Given(
        exercise=row["exercise"],
        kind=Help(row["kind"]),
        sets=int(row["sets"]),
        low=int(row["low"]),
        high=int(row["high"]),
        unit=row["unit"],
        per_week=int(row["per_week"]),
        first_stage=_STAGES[row["first_stage"]],
        last_stage=_STAGES[row["last_stage"]],
        moment=Moment(row["moment"]),
    )


def _red_flag(row: dict[str, str]) -> RedFlag:
    asked = row["complaints"]
    return RedFlag(
        id=row["id"],
        complaints=frozenset() if asked == "all" else frozenset(asked.split(";")),
        urgency=Urgency(row["urgency"]),
        see=See(row["see"]),
        evidence=row["evidence"],
    )
