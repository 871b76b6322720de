"""The shape of `plan.json`, schema `runlift.plan/1`."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  pydantic reads the annotations at run time
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

SCHEMA = "runlift.plan/1"

Kilograms = Annotated[float, Field(ge=0)]
Word = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """What every part of the file shares: nothing unknown in it, nothing changed by reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReasonPart(Part):
    """Why something is as it is."""

    rule: Word
    evidence: tuple[str, ...]
    numbers: dict[str, float | str]


class RunStructurePart(Part):
    """One stated part of a run."""

    repeats: int
    distance_m: float | None
    duration_s: float | None
    intensity: str
    recovery: str


class RunPart(Part):
    """A run with its hours."""

    id: Word
    date: dt.date
    start: AwareDatetime
    end: AwareDatetime
    kind: Word
    key: bool
    title: str
    distance_m: float | None
    duration_s: float | None
    parts: tuple[RunStructurePart, ...]
    confidence: float
    movable: bool
    note: str
    stated_start: dt.time | None
    start_assumed: bool
    minutes_assumed: bool
    buffered_long_run: bool


class ImplementPart(Part):
    """What is held or loaded."""

    kind: Word
    count: int
    each_kg: Kilograms | None
    plates_per_side_kg: tuple[Kilograms, ...]
    name: str


class SetPart(Part):
    """One set."""

    reps: int | None
    seconds: int | None
    contacts: int | None
    load_kg: Kilograms | None
    implement: ImplementPart | None
    rir: float | None
    rest_s: int
    side: Literal["both", "left", "right"]
    warm_up: bool


class ExercisePart(Part):
    """An exercise with its sets."""

    exercise_id: Word
    name: str
    role: Word
    sets: tuple[SetPart, ...]
    tempo: str
    new: bool
    to_confirm: bool
    reasons: tuple[ReasonPart, ...]


class SessionPart(Part):
    """A strength session."""

    uid: Word
    date: dt.date
    start: AwareDatetime
    end: AwareDatetime
    minutes: int
    kind: Word
    phase: Word
    place: Word
    leg_stress: Literal["none", "light", "moderate", "heavy"]
    intensive_plyometrics: bool
    unaccustomed: bool
    exercises: tuple[ExercisePart, ...]
    ten_minutes: tuple[ExercisePart, ...]
    reasons: tuple[ReasonPart, ...]


class WeekPart(Part):
    """One week in figures."""

    monday: dt.date
    phase: Word
    deload: bool
    sessions_wanted: int
    run_distance_m: float
    reasons: tuple[ReasonPart, ...]


class RelaxationPart(Part):
    """What one change would buy."""

    rule: Word
    sessions_gained: int
    allowed: bool


class UnmetPart(Part):
    """A session that found no place."""

    week: dt.date
    kind: Word
    rules: tuple[str, ...]
    relaxations: tuple[RelaxationPart, ...]
    reason: ReasonPart


class FindingPart(Part):
    """Something to tell the runner."""

    severity: Literal["error", "warning", "note"]
    code: Word
    message: str
    place: str
    remedy: str


class ChargePart(Part):
    """One line of the bill."""

    rule: Word
    evidence: tuple[str, ...]
    cost: int


class ProofPart(Part):
    """That no better placement exists; costs in milli-points."""

    status: Word
    objective: int
    bound: int
    bill: tuple[ChargePart, ...]
    seconds: float | None


class InputPart(Part):
    """A file the plan was made from."""

    name: str
    sha256: str


class PlanFile(Part):
    """The whole file."""

    schema_id: Literal["runlift.plan/1"] = Field(alias="schema")
    first_day: dt.date
    time_zone: Word
    athlete: dict[str, Any]
    runs: tuple[RunPart, ...]
    rest_days: tuple[dt.date, ...]
    weeks: tuple[WeekPart, ...]
    sessions: tuple[SessionPart, ...]
    unmet: tuple[UnmetPart, ...]
    warnings: tuple[FindingPart, ...]
    proof: ProofPart
    inputs: tuple[InputPart, ...]
