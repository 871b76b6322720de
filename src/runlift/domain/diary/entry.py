"""One thing told: a set, a session, a run, how the runner feels, or a change of what is to come.

Times are the runner's own wall clock, without zone: a set done at 18:10 stays at 18:10 wherever it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.diary.run_record import NOTHING_RECORDED
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from runlift.domain.athlete.profile import Race
    from runlift.domain.diary.run_record import RunRecord
    from runlift.domain.quantity import DateSpan
    from runlift.domain.running.plan import RunKind


class SetKind(StrEnum):
    """What a set was for. Only working sets and sets to failure say what the runner can lift."""

    WORK = "work"
    WARM_UP = "warm_up"
    DROP = "drop"  # lighter, straight after another without rest
    FAILURE = "failure"  # no further repetition was possible


class SessionState(StrEnum):
    """How far a session came."""

    OPEN = "open"  # begun and not ended: it can be taken up again
    DONE = "done"
    SKIPPED = "skipped"  # the runner says that it is not done


class BodyPart(StrEnum):
    """Where something hurts, in the runner's words; never a diagnosis."""

    NECK = "neck"
    SHOULDER = "shoulder"
    ARM = "arm"
    WRIST = "wrist"
    BACK = "back"
    HIP = "hip"
    GROIN = "groin"
    BUTTOCK = "buttock"
    FRONT_OF_THIGH = "front_of_thigh"
    HAMSTRING = "hamstring"
    KNEE = "knee"
    SHIN = "shin"
    CALF = "calf"
    ACHILLES = "achilles"
    ANKLE = "ankle"
    HEEL = "heel"
    FOOT = "foot"
    OTHER = "other"


class IllnessKind(StrEnum):
    """How the runner is ill, as far as it changes training."""

    FEVER_OR_CHEST = "fever_or_chest"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone:
    """One set as it was done.

    Attributes:
        session: Id of the session it belongs to: the uid of a planned one, or that of an unplanned one.
        position: Place in the session, from 1.
        exercise: Exercise id of the catalogue; empty while the name is not mapped to one.
        done_at: Local time at which it ended.
        name: Name as another app wrote it; empty for the catalogue's own.
        kind: What it was for.
        side: Which side.
        reps: Repetitions, on each side; None where not counted.
        seconds: Seconds held or moved [s].
        contacts: Foot contacts.
        load_kg: External load in all, both hands together [kg]; None for bodyweight or unknown.
        band: Name of the band used, else empty.
        rir: Repetitions left in reserve; None when not told.
        pain: Pain during the set, 0 to 10; None when not asked or not told.
        pain_at: Where it hurt.
        note: The runner's own words.
    """

    session: str
    position: int
    exercise: str
    done_at: datetime
    name: str = ""
    kind: SetKind = SetKind.WORK
    side: Side = Side.BOTH
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    load_kg: float | None = None
    band: str = ""
    rir: float | None = None
    pain: int | None = None
    pain_at: BodyPart | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDone:
    """A strength session as it went.

    Attributes:
        session: The uid of the planned session, or an id of its own for an unplanned one.
        starts_at: Local time at which it began; of a skipped one, when it should have.
        state: How far it came.
        title: Name of an unplanned one.
        ends_at: Local time at which it ended; None while it is open or not known.
        place: Id of the place, empty when not told.
        effort: Effort of the whole session, 0 to 10 (session RPE); None when not told.
        note: The runner's own words.
        source: Where it was logged: `runlift`, or the app it was imported from.
    """

    session: str
    starts_at: datetime
    state: SessionState = SessionState.DONE
    title: str = ""
    ends_at: datetime | None = None
    place: str = ""
    effort: float | None = None
    note: str = ""
    source: str = "runlift"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunDone:
    """A run as it was done.

    Attributes:
        starts_at: Local time at which it began.
        distance_m: Distance [m], None when not told.
        duration_s: Time [s], None when not told.
        kind: What kind of run it was, None when not told.
        run: Id of the planned run it stands for, else empty.
        effort: Effort, 0 to 10 (session RPE); None when not told.
        note: The runner's own words.
        record: What a device recorded of it.
    """

    starts_at: datetime
    distance_m: float | None = None
    duration_s: float | None = None
    kind: RunKind | None = None
    run: str = ""
    effort: float | None = None
    note: str = ""
    record: RunRecord = NOTHING_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How ready the runner is on a day.

    Attributes:
        date: The day.
        sleep_h: Sleep of the night before [h].
        soreness: Soreness of the legs, 0 to 10.
        stress: Stress of life, 0 to 10.
        note: The runner's own words.
    """

    date: date
    sleep_h: float | None = None
    soreness: int | None = None
    stress: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """Days of illness.

    Attributes:
        first: First day.
        kind: How the runner is ill.
        well_from: First day without any sign of it; None while ill.
        note: The runner's own words.
    """

    first: date
    kind: IllnessKind
    well_from: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Pain outside a set: in the morning, on a run, in the day.

    Attributes:
        date: The day.
        at: Where it hurts.
        level: How much, 0 to 10.
        exercise: Exercise after which it came, else empty.
        side: Which side.
        next_morning: Whether it was felt the morning after training.
        note: The runner's own words.
    """

    date: date
    at: BodyPart
    level: int
    exercise: str = ""
    side: Side = Side.BOTH
    next_morning: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintTold:
    """A complaint, as the runner tells it; never a diagnosis.

    Attributes:
        complaint: Id of the complaint.
        first: Day it was first told.
        side: Which side.
        at: Where, for a complaint that has no place of its own; None for its usual places.
        answered: Whether the questions that come first were answered.
        red_flags: Ids of those that were answered with yes, in order.
        over_from: First day on which it is over; None while it lasts.
        cleared_from: Day on which somebody who may do so allowed training again; None for never.
        cleared_by: Who that was.
        note: The runner's own words.
    """

    complaint: str
    first: date
    side: Side = Side.BOTH
    at: BodyPart | None = None
    answered: bool = False
    red_flags: tuple[str, ...] = ()
    over_from: date | None = None
    cleared_from: date | None = None
    cleared_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningTold:
    """Answers to the questions before training; a question in neither list was left open.

    Attributes:
        due: Day on which a child is due.
        birth: Day on which the last child was born.
        cleared_from: Day on which somebody who may do so allowed training; None for never.
        cleared_by: Who that was.
        watched_by: Grown-up who looks over the training of somebody under 18.
        yes: Ids of the questions answered with yes, in order.
        no: Ids of those answered with no, in order.
        date: Day of the answers.
    """

    due: date | None = None
    birth: date | None = None
    cleared_from: date | None = None
    cleared_by: str = ""
    watched_by: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningAccepted:
    """Somebody goes on despite a warning of the safety check.

    Attributes:
        rule: Id of the rule that warns.
        reason: Why.
        by: Who decided it: the athlete or the coach.
        date: Day of the decision.
    """

    rule: str
    reason: str
    by: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTestDone:
    """A field test as it went, in the unit of the test.

    Attributes:
        date: The day.
        test: Id of the test.
        left: Result of the left side; None for a test of both sides at once.
        right: Result of the right side; None as above.
        both: Result of a test of both sides at once; None for a test of each side.
        pain: The most pain during it, 0 to 10; None when not told.
        note: The runner's own words.
    """

    date: date
    test: str
    left: float | None = None
    right: float | None = None
    both: float | None = None
    pain: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMass:
    """Body mass on a day [kg]."""

    date: date
    mass_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMoved:
    """A planned run is run on another day.

    Attributes:
        run: Id of the planned run.
        date: The new day.
        start: New local start; None to keep its hour.
    """

    run: str
    date: date
    start: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAdded:
    """A run that the running plan does not have.

    Attributes:
        date: The day.
        kind: What kind of run.
        key: Whether its quality matters.
        title: What it is called.
        start: Local start; None for the runner's usual hour.
        distance_m: Distance [m].
        duration_s: Time [s].
    """

    date: date
    kind: RunKind
    key: bool = False
    title: str = ""
    start: time | None = None
    distance_m: float | None = None
    duration_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCancelled:
    """A planned run is left out."""

    run: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which only the kit of one place is there: travel, or the usual place closed.

    Attributes:
        span: The days.
        place: Id of the place that is there instead; empty where there is nothing at all.
        closed: Id of the only place that is not there; empty when the runner is away from all of them.
        note: The runner's own words.
    """

    span: DateSpan
    place: str = ""
    closed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceAdded:
    """A race the plan does not know yet; one on a day that has one already takes its place."""

    race: Race


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceCancelled:
    """The race of a day is not run."""

    date: date


Entry: TypeAlias = (
    SetDone
    | SessionDone
    | RunDone
    | Readiness
    | Illness
    | Pain
    | ComplaintTold
    | ScreeningTold
    | WarningAccepted
    | FieldTestDone
    | BodyMass
    | RunMoved
    | RunAdded
    | RunCancelled
    | Away
    | RaceAdded
    | RaceCancelled
)
