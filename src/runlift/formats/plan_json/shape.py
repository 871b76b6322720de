"""The shape of `plan.json`, schema `runlift.plan/1`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    NaiveDatetime,
    model_validator,
)

from runlift.domain.plan.body import Go, Lock
from runlift.domain.plan.outcome import (  # noqa: TC001  pydantic reads the annotations at run time
    ExerciseResult,
    SessionResult,
)
from runlift.domain.plan.session import Phase, Role, SessionKind, Side  # noqa: TC001  pydantic reads the annotations at run time
from runlift.domain.quantity import Severity  # noqa: TC001  pydantic reads the annotations at run time
from runlift.domain.running.plan import RunKind  # noqa: TC001  pydantic reads the annotations at run time

SCHEMA = "runlift.plan/1"
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)


def day_within_reach(day: dt.date) -> dt.date:
    """Return a day that calendars can hold.

    Raises:
        ValueError: It is centuries away.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{day} is centuries away")
    return day


def known_zone(name: str) -> str:
    """Return the name of a time zone that exists.

    Raises:
        ValueError: No time zone has this name.
    """
    if name not in available_timezones():
        raise ValueError(f"{name!r} is no time zone; write one such as 'Europe/Berlin'")
    return name


Day = Annotated[dt.date, AfterValidator(day_within_reach)]
Kilograms = Annotated[float, Field(ge=0, le=10_000)]
Metres = Annotated[float, Field(ge=0, le=10_000_000)]
Count = Annotated[int, Field(ge=0, le=100_000)]
MOST_MINUTES = 7 * 24 * 60
Minutes = Annotated[int, Field(ge=0, le=MOST_MINUTES)]
Word = Annotated[str, Field(min_length=1)]
LegStressWord = Literal["none", "light", "moderate", "heavy"]
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """What every part of the file shares: nothing unknown in it, nothing changed by reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class ReasonPart(Part):
    """Why something is as it is."""

    rule: Word
    evidence: tuple[str, ...]
    numbers: dict[str, int | float | str]


class TimedPart(Part):
    """What has a day and hours on it."""

    date: Day
    start: AwareDatetime
    end: AwareDatetime

    @property
    def minutes_between(self) -> int:
        """Length by the clock on the wall [min]."""
        lasting = self.end.replace(tzinfo=None) - self.start.replace(tzinfo=None)
        return round(lasting.total_seconds() / 60)

    @model_validator(mode="after")
    def lies_on_its_day(self) -> Self:
        """Refuse hours that contradict the date or each other.

        Raises:
            ValueError: The start is on another date, or the end is before it or more than a week later.
        """
        if self.start.date() != self.date:
            raise ValueError(f"start is on {self.start.date()}, but date is {self.date}")
        if not 0 <= self.minutes_between <= MOST_MINUTES:
            raise ValueError("end is before start, or more than a week after it")
        return self


class LastingPart(TimedPart):
    """What has a day and hours on it, and says how long it lasts."""

    minutes: Minutes

    @model_validator(mode="after")
    def lasts_its_minutes(self) -> Self:
        """Refuse minutes that contradict start and end.

        Raises:
            ValueError: They are not the minutes between start and end.
        """
        if self.minutes != self.minutes_between:
            raise ValueError(
                f"minutes is {self.minutes}, but start and end are {self.minutes_between} min apart"
            )
        return self


class RunStructurePart(Part):
    """One stated part of a run."""

    repeats: Count
    distance_m: Metres | None
    duration_s: float | None
    intensity: str
    recovery: str


class RunPart(TimedPart):
    """A run with its hours."""

    id: Word
    kind: RunKind
    key: bool
    title: str
    distance_m: Metres | None
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
    count: Count
    each_kg: Kilograms | None
    plates_per_side_kg: tuple[Kilograms, ...]
    name: str


class SetPart(Part):
    """One set."""

    reps: Count | None
    seconds: Count | None
    contacts: Count | None
    load_kg: Kilograms | None
    implement: ImplementPart | None
    rir: float | None
    rest_s: Count
    side: Side
    warm_up: bool


class ProgressPart(Part):
    """Where an exercise stands."""

    times: Count
    grown_in: Count
    load_kg: Kilograms
    effective: float
    highest_kg: Kilograms
    highest_reps: Count
    reps: Count
    seconds: Count
    tempo: Count
    band: Count
    at_end: bool
    careful: bool
    last_session: int
    overrated: float


class ExercisePart(Part):
    """An exercise with its sets."""

    exercise_id: Word
    name: str
    role: Role
    sets: tuple[SetPart, ...]
    tempo: str
    new: bool
    to_confirm: bool
    reasons: tuple[ReasonPart, ...]
    leads_to: ProgressPart | None = None


class ExerciseOutcomePart(Part):
    """What was done of an exercise."""

    exercise_id: Word
    result: ExerciseResult
    sets: tuple[SetPart, ...]
    stands: ProgressPart | None
    in_a_row: Count
    reasons: tuple[ReasonPart, ...]


class OutcomePart(Part):
    """What became of a session."""

    result: SessionResult
    start: NaiveDatetime | None
    end: NaiveDatetime | None
    exercises: tuple[ExerciseOutcomePart, ...]


class SessionPart(LastingPart):
    """A strength session."""

    uid: Word
    kind: SessionKind
    phase: Phase
    place: Word
    leg_stress: LegStressWord
    intensive_plyometrics: bool
    unaccustomed: bool
    exercises: tuple[ExercisePart, ...]
    ten_minutes: tuple[ExercisePart, ...]
    reasons: tuple[ReasonPart, ...]
    was_at: NaiveDatetime | None = None
    outcome: OutcomePart | None = None


class WeekPart(Part):
    """One week in figures."""

    monday: Day
    phase: Phase
    deload: bool
    sessions_wanted: Count
    run_distance_m: Metres
    reasons: tuple[ReasonPart, ...]


class RelaxationPart(Part):
    """What one change would buy."""

    rule: Word
    sessions_gained: int
    allowed: bool


class UnmetPart(Part):
    """A session that found no place."""

    week: Day
    kind: SessionKind
    rules: tuple[str, ...]
    relaxations: tuple[RelaxationPart, ...]
    reason: ReasonPart


class FindingPart(Part):
    """Something to tell the runner."""

    severity: Severity
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


class EasingPart(Part):
    """Days on which less is asked."""

    first: Day
    until: Day
    sets_factor: Share
    rir_least: Annotated[float, Field(ge=0, le=10)] = 0
    rir_plus: float
    leg_stress_most: LegStressWord
    no_sessions: bool
    reason: ReasonPart


class RestrictionPart(Part):
    """Exercises left out for a while."""

    exercises: tuple[Word, ...]
    first: Day
    until: Day | None
    reason: ReasonPart


class KeptLiftPart(Part):
    """A main lift kept through a block at a place."""

    block: Count
    place: Word
    slot: Word
    exercise: Word


class LimitPart(Part):
    """Exercises done with a limit for a while."""

    exercises: tuple[Word, ...]
    how: Word
    first: Day
    until: Day | None
    reserve_least: Annotated[float, Field(ge=0, le=10)] | None
    reason: ReasonPart


class FocusPart(Part):
    """Exercises done rather than others for a while."""

    exercises: tuple[Word, ...]
    first: Day
    until: Day | None
    reason: ReasonPart
    share_percent: Annotated[float, Field(gt=0, le=100)] = 100.0


class RoutineItemPart(Part):
    """One exercise of a routine."""

    exercise: Word
    kind: Word
    sets: Count
    low: Count
    high: Count
    unit: Literal["reps", "s"]
    per_week: Count


class RoutinePart(Part):
    """What is given beside the sessions, to be done at one moment."""

    moment: Word
    items: tuple[RoutineItemPart, ...]
    reason: ReasonPart


class PlacedRoutinePart(LastingPart):
    """A short routine on a day."""

    uid: Word
    moment: Literal["before_run", "after_run", "away_from_run"]
    place: Word
    items: tuple[RoutineItemPart, ...]
    run: str = ""
    reasons: tuple[ReasonPart, ...] = ()


class ComplaintPart(Part):
    """A complaint that is not over."""

    complaint: Word
    side: Side
    first: Day
    stage: Literal["locked", "sore", "settling", "building"]
    since: Day
    last_told: Day
    lock: Lock
    severe: bool
    too_much: bool = False
    red_flags: tuple[Word, ...]


class ClearancePart(Part):
    """What the answers before training come to."""

    outcome: Go
    told: Day | None = None
    asks: tuple[Word, ...] = ()
    because: tuple[Word, ...] = ()
    limits: tuple[Word, ...] = ()
    told_under_18: Day | None = None


class AcceptedPart(Part):
    """A warning that somebody goes on despite."""

    rule: Word
    reason: str
    by: str
    since: Day


class WeakSidePart(Part):
    """A side that was weaker twice."""

    shown_by: Word
    side: Side
    exercises: tuple[Word, ...]
    first: Day
    until: Day
    percent: Annotated[float, Field(ge=0, le=100)]
    in_training: bool = False


class WeakLinkPart(Part):
    """Something that was weak twice, whatever the sides."""

    shown_by: Word
    first: Day
    until: Day
    result: Annotated[float, Field(ge=0)]
    threshold: Annotated[float, Field(ge=0)]
    sex: str


class BodyPart(Part):
    """What is known of the runner's body."""

    clearance: ClearancePart = ClearancePart(outcome=Go.UNSCREENED)
    complaints: tuple[ComplaintPart, ...] = ()
    accepted: tuple[AcceptedPart, ...] = ()
    weak_sides: tuple[WeakSidePart, ...] = ()
    weak_links: tuple[WeakLinkPart, ...] = ()


class GivenPart(Part):
    """Runner and runs as they were given anew."""

    athlete: dict[str, Any]
    runs: tuple[RunPart, ...]
    rest_days: tuple[Day, ...]
    since: AwareDatetime
    outdated: tuple[Word, ...] = ()


class PlanFile(Part):
    """The whole file."""

    schema_id: Literal["runlift.plan/1"] = Field(alias="schema")
    first_day: Day
    time_zone: Annotated[str, AfterValidator(known_zone)]
    athlete: dict[str, Any]
    runs: tuple[RunPart, ...]
    rest_days: tuple[Day, ...]
    weeks: tuple[WeekPart, ...]
    sessions: tuple[SessionPart, ...]
    unmet: tuple[UnmetPart, ...]
    warnings: tuple[FindingPart, ...]
    proof: ProofPart
    inputs: tuple[InputPart, ...]
    began: Day | None = None
    easings: tuple[EasingPart, ...] = ()
    restrictions: tuple[RestrictionPart, ...] = ()
    limits: tuple[LimitPart, ...] = ()
    focuses: tuple[FocusPart, ...] = ()
    routines: tuple[RoutinePart, ...] = ()
    placed_routines: tuple[PlacedRoutinePart, ...] = ()
    body: BodyPart = BodyPart()
    lifts: tuple[KeptLiftPart, ...] = ()
    given: GivenPart | None = None
