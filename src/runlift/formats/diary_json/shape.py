"""The shape of each entry of the diary as JSON.

Every entry says what it is under `kind`; what it calls its own kind has a key with a longer name. The ranges
keep out what no runner can mean; they judge nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, NaiveDatetime, StringConstraints, model_validator

from runlift.application.keepable import LONGEST_ID, is_keepable
from runlift.domain.activity.steady import Lack  # noqa: TC001  pydantic reads the annotations at run time
from runlift.domain.athlete.profile import RacePriority, Surface  # noqa: TC001  see above
from runlift.domain.diary.entry import BodyPart, IllnessKind, SessionState, SetKind  # noqa: TC001  see above
from runlift.domain.plan.session import Side  # noqa: TC001  see above
from runlift.domain.running.plan import RunKind  # noqa: TC001  see above
from runlift.formats.plan_json.shape import Day, Part, day_within_reach

LONGEST_REFERENCE = 1000
LONGEST_TITLE = 500
LONGEST_NOTE = 10_000
MOST_SOURCES = 50
MOST_RED_FLAGS = 100
MOST_QUESTIONS = 200


def _keepable(words: str) -> str:
    if not is_keepable(words):
        raise ValueError("it holds a NUL")
    return words


def _local_time_within_reach(moment: dt.datetime) -> dt.datetime:
    day_within_reach(moment.date())
    return moment


def _in_utc(moment: dt.datetime) -> dt.datetime:
    day_within_reach(moment.date())
    return moment.astimezone(dt.UTC)


def _clock_without_zone(clock: dt.time) -> dt.time:
    if clock.tzinfo is not None:
        raise ValueError("it must be the clock on the wall, without a zone")
    return clock


def _without_minus_zero(number: float) -> float:
    return number + 0.0


Id = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID), AfterValidator(_keepable)]
Reference = Annotated[str, StringConstraints(max_length=LONGEST_REFERENCE)]  # as the running plan writes it
Title = Annotated[str, StringConstraints(max_length=LONGEST_TITLE)]
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]
LocalTime = Annotated[NaiveDatetime, AfterValidator(_local_time_within_reach)]
UtcTime = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Clock = Annotated[dt.time, AfterValidator(_clock_without_zone)]
Amount = Annotated[float, AfterValidator(_without_minus_zero)]
Kilograms = Annotated[Amount, Field(ge=0, le=10_000)]
Metres = Annotated[Amount, Field(ge=0, le=10_000_000)]
Seconds = Annotated[Amount, Field(ge=0, le=10_000_000)]
Hours = Annotated[Amount, Field(ge=0, le=24)]
Result = Annotated[Amount, Field(ge=0, le=100_000)]
Effort = Annotated[Amount, Field(ge=0, le=10)]
Reserve = Annotated[Amount, Field(ge=0, le=100)]
Scale = Annotated[int, Field(ge=0, le=10)]
HeartRate = Annotated[Amount, Field(ge=0, le=500)]
Cadence = Annotated[Amount, Field(ge=0, le=1_000)]
Milliseconds = Annotated[Amount, Field(ge=0, le=10_000)]
Millimetres = Annotated[Amount, Field(ge=0, le=10_000)]
Degrees = Annotated[Amount, Field(ge=-100, le=100)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Position = Annotated[int, Field(ge=1, le=100_000)]
Revision = Annotated[int, Field(ge=1, le=1_000_000_000)]


class SetDonePart(Part):
    """A set."""

    kind: Literal["set"]
    session: Annotated[Reference, Field(min_length=1)]
    position: Position
    exercise: Reference
    done_at: LocalTime
    name: Title
    set_kind: SetKind
    side: Side
    reps: Count | None
    seconds: Count | None
    contacts: Count | None
    load_kg: Kilograms | None
    band: Title
    rir: Reserve | None
    pain: Scale | None
    pain_at: BodyPart | None
    note: Note


class SessionDonePart(Part):
    """A strength session."""

    kind: Literal["session"]
    session: Annotated[Reference, Field(min_length=1)]
    starts_at: LocalTime
    state: SessionState
    title: Title
    ends_at: LocalTime | None
    place: Reference
    effort: Effort | None
    note: Note
    source: Title


class SteadyPartPart(Part):
    """The part of a run that compares with other runs."""

    lack: Lack | None = None
    seconds: Seconds | None = None
    speed: Annotated[Amount, Field(ge=0, le=100)] | None = None
    heart_rate: HeartRate | None = None
    drift: Annotated[Amount, Field(ge=-10_000, le=10_000)] | None = None
    temperature_c: Degrees | None = None
    cadence: Cadence | None = None
    ground_contact_ms: Milliseconds | None = None
    vertical_oscillation_mm: Millimetres | None = None
    level_assumed: bool = False


class RunRecordPart(Part):
    """What a device recorded of a run."""

    sources: Annotated[tuple[Title, ...], Field(max_length=MOST_SOURCES)] = ()
    utc_offset_s: Annotated[Amount, Field(ge=-86_400, le=86_400)] | None = None
    moving_s: Seconds | None = None
    elapsed_s: Seconds | None = None
    ascent_m: Metres | None = None
    descent_m: Metres | None = None
    flat_distance_m: Metres | None = None
    heart_rate: HeartRate | None = None
    heart_rate_max: HeartRate | None = None
    cadence: Cadence | None = None
    ground_contact_ms: Milliseconds | None = None
    vertical_oscillation_mm: Millimetres | None = None
    temperature_c: Degrees | None = None
    kind_sure: Annotated[Amount, Field(ge=0, le=1)] | None = None
    steady: SteadyPartPart | None = None
    indoor: bool = False
    partial: bool = False


class RunDonePart(Part):
    """A run."""

    kind: Literal["run"]
    starts_at: LocalTime
    distance_m: Metres | None
    duration_s: Seconds | None
    run_kind: RunKind | None
    run: Reference
    effort: Effort | None
    note: Note
    record: RunRecordPart = RunRecordPart()


class ReadinessPart(Part):
    """How ready the runner is."""

    kind: Literal["readiness"]
    date: Day
    sleep_h: Hours | None
    soreness: Scale | None
    stress: Scale | None
    note: Note


class IllnessPart(Part):
    """Days of illness."""

    kind: Literal["illness"]
    first: Day
    illness_kind: IllnessKind
    well_from: Day | None
    note: Note

    @model_validator(mode="after")
    def is_well_after_it_began(self) -> Self:
        """Refuse an illness that is over before it began.

        Raises:
            ValueError: `well_from` lies before `first`.
        """
        if self.well_from is not None and self.well_from < self.first:
            raise ValueError(f"well_from is {self.well_from}, before first, {self.first}")
        return self


class PainPart(Part):
    """Pain outside a set."""

    kind: Literal["pain"]
    date: Day
    at: BodyPart
    level: Scale
    exercise: Reference
    side: Side
    next_morning: bool = False
    note: Note


class ComplaintToldPart(Part):
    """A complaint."""

    kind: Literal["complaint"]
    complaint: Annotated[Reference, Field(min_length=1)]
    first: Day
    side: Side
    at: BodyPart | None
    answered: bool
    red_flags: Annotated[tuple[Reference, ...], Field(max_length=MOST_RED_FLAGS)]
    over_from: Day | None
    cleared_from: Day | None
    cleared_by: Title
    note: Note

    @model_validator(mode="after")
    def is_in_order(self) -> Self:
        """Refuse a complaint that is over, or cleared, before it was told.

        Raises:
            ValueError: `over_from` or `cleared_from` lies before `first`.
        """
        for name, day in (("over_from", self.over_from), ("cleared_from", self.cleared_from)):
            if day is not None and day < self.first:
                raise ValueError(f"{name} is {day}, before first, {self.first}")
        return self


class ScreeningToldPart(Part):
    """Answers to the questions before training."""

    kind: Literal["screening"]
    date: Day
    yes: Annotated[tuple[Reference, ...], Field(max_length=MOST_QUESTIONS)]
    no: Annotated[tuple[Reference, ...], Field(max_length=MOST_QUESTIONS)]
    due: Day | None
    birth: Day | None
    watched_by: Title
    cleared_from: Day | None
    cleared_by: Title


class WarningAcceptedPart(Part):
    """Somebody goes on despite a warning."""

    kind: Literal["warning_accepted"]
    date: Day
    rule: Reference
    reason: Note
    by: Note


class FieldTestDonePart(Part):
    """A field test."""

    kind: Literal["field_test"]
    date: Day
    test: Annotated[Reference, Field(min_length=1)]
    left: Result | None
    right: Result | None
    both: Result | None
    pain: Scale | None
    note: Note


class BodyMassPart(Part):
    """Body mass on a day."""

    kind: Literal["body_mass"]
    date: Day
    mass_kg: Annotated[Kilograms, Field(gt=0)]


class RunMovedPart(Part):
    """A planned run on another day."""

    kind: Literal["run_moved"]
    run: Reference
    date: Day
    start: Clock | None


class RunAddedPart(Part):
    """A run that was not planned."""

    kind: Literal["run_added"]
    date: Day
    run_kind: RunKind
    key: bool
    title: Title
    start: Clock | None
    distance_m: Metres | None
    duration_s: Seconds | None


class RunCancelledPart(Part):
    """A planned run left out."""

    kind: Literal["run_cancelled"]
    run: Reference


class SpanPart(Part):
    """Days from `start` up to and without `end`."""

    start: Day
    end: Day

    @model_validator(mode="after")
    def holds_a_day(self) -> Self:
        """Refuse a span without a day.

        Raises:
            ValueError: It ends before it begins.
        """
        if self.end <= self.start:
            raise ValueError(f"end is {self.end}, not after start, {self.start}")
        return self


class AwayPart(Part):
    """Days with other kit than usual."""

    kind: Literal["away"]
    span: SpanPart
    place: Reference
    closed: Reference
    note: Note


class RacePart(Part):
    """A race."""

    date: Day
    name: Title
    priority: RacePriority
    distance_m: Metres
    ascent_m: Metres
    descent_m: Metres
    surface: Surface
    start: Clock | None


class RaceAddedPart(Part):
    """A race the plan does not know yet."""

    kind: Literal["race_added"]
    race: RacePart


class RaceCancelledPart(Part):
    """A race that is not run."""

    kind: Literal["race_cancelled"]
    date: Day


EntryPart = Annotated[
    SetDonePart
    | SessionDonePart
    | RunDonePart
    | ReadinessPart
    | IllnessPart
    | PainPart
    | ComplaintToldPart
    | ScreeningToldPart
    | WarningAcceptedPart
    | FieldTestDonePart
    | BodyMassPart
    | RunMovedPart
    | RunAddedPart
    | RunCancelledPart
    | AwayPart
    | RaceAddedPart
    | RaceCancelledPart,
    Field(discriminator="kind"),
]


class RecordedPart(Part):
    """An entry as a device sent it."""

    id: Id
    revision: Revision
    device: Id
    recorded_at: UtcTime
    withdrawn: bool
    entry: EntryPart
