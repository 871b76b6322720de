"""What is known of the runner's body, as far as it changes training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from datetime import date


class Stage(IntEnum):
    """How far a complaint has come; the order says how much may be done."""

    LOCKED = 0  # nothing of the place is loaded until somebody has looked at it
    SORE = 1  # above its limit, or new
    SETTLING = 2  # within its limit
    BUILDING = 3  # quiet for weeks

    @property
    def word(self) -> str:
        """The stage as written in files."""
        return self.name.lower()


class Lock(StrEnum):
    """Why a complaint is locked until a clearance is told."""

    NONE = ""
    RED_FLAG = "red_flag"  # an answer that somebody has to look at first: no session at all
    UNANSWERED = "unanswered"  # the questions that come first are not answered
    BONE = "bone"  # a pattern of stress on a bone
    RISING = "rising"  # two weeks of rising pain although less was done


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenComplaint:
    """A complaint that is not over.

    Attributes:
        complaint: Its id.
        side: Which side.
        first: Day it was first told.
        stage: How far it has come.
        since: First day of that stage.
        lock: Why it is locked; `NONE` when it is not.
        severe: Whether the last report was above the level at which all that loads the place stops.
        too_much: Whether the pain of the last day told was above its limit, or the morning worse.
        last_told: Day of the last report.
        red_flags: Ids of the red flags told, in order.
    """

    complaint: str
    first: date
    stage: Stage
    since: date
    last_told: date
    side: Side = Side.BOTH
    lock: Lock = Lock.NONE
    severe: bool = False
    too_much: bool = False
    red_flags: tuple[str, ...] = ()


class Go(StrEnum):
    """What the answers before training come to."""

    UNSCREENED = "unscreened"  # not asked, or too long ago
    YES = "go"
    LIMITS = "go_with_limits"
    ASK = "ask_first"  # nothing is trained until somebody has been asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What the answers before training come to.

    Attributes:
        outcome: Whether to go.
        told: Day of the answers; None when nobody was asked.
        asks: Ids of the questions because of which somebody is asked first.
        because: Ids of the questions that bring limits.
        limits: The limits, by name.
        told_under_18: Day on which 16 or 17 was answered; None when it was not. It holds when the other
            answers are too old.
    """

    outcome: Go
    told: date | None = None
    asks: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    told_under_18: date | None = None


UNSCREENED = Clearance(outcome=Go.UNSCREENED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedWarning:
    """A warning of the safety check that somebody goes on despite; it stays visible.

    Attributes:
        rule: Id of the rule that warns.
        reason: Why.
        by: Who decided it.
        since: Day of the decision.
    """

    rule: str
    reason: str
    by: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakSide:
    """A side that was weaker in the same direction twice.

    Attributes:
        shown_by: Id of the field test that shows it, or of the exercise in training.
        side: Which side.
        exercises: One-sided exercises in which it goes first and gets one set more, by id.
        first: First day.
        until: First day on which both sides are treated alike again.
        percent: How much weaker, of the stronger side, on the last day that shows it [%].
        in_training: Whether the training done shows it, and no test.
    """

    shown_by: str
    side: Side
    exercises: tuple[str, ...]
    first: date
    until: date
    percent: float
    in_training: bool = False

    def holds(self, exercise: str, day: date) -> bool:
        """Tell whether it counts in an exercise on a day."""
        return exercise in self.exercises and self.first <= day < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakLink:
    """Something that was weak in the last two field tests, whatever the sides.

    Attributes:
        shown_by: Id of the field test, or of the ratio of two.
        first: First day.
        until: First day on which it no longer counts.
        result: The last result, in the unit of the test.
        threshold: What it was held against.
        sex: `female` or `male` where the threshold comes from the norm of age and sex, else empty.
    """

    shown_by: str
    first: date
    until: date
    result: float
    threshold: float
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is known of the runner's body on the first day that may change.

    Attributes:
        clearance: What the answers before training come to.
        complaints: Complaints that are not over, by the day they were first told.
        accepted: Warnings that somebody goes on despite, by rule.
        weak_sides: Sides that were weaker twice.
        weak_links: What else was weak twice.
    """

    clearance: Clearance = UNSCREENED
    complaints: tuple[OpenComplaint, ...] = ()
    accepted: tuple[AcceptedWarning, ...] = ()
    weak_sides: tuple[WeakSide, ...] = ()
    weak_links: tuple[WeakLink, ...] = ()


NOTHING_KNOWN = Body()
