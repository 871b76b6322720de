"""What the season asks of each week, before anything has a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from runlift.domain.plan.session import LegStress, Phase, SessionKind
    from runlift.domain.quantity import Finding, Reason


class Emphasis(StrEnum):
    """What a race or its terrain asks more of."""

    ECCENTRIC_QUADRICEPS = "eccentric_quadriceps"  # descents: step-downs, slow lowering
    STAIRS = "stairs"  # climbs, when training ground is flat
    TRUNK_AND_UPPER = "trunk_and_upper"  # posture over long races
    POWER = "power"  # sprint and middle distance


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """Where a session of the past was, or should have been.

    Attributes:
        starts_at: Local start.
        minutes: How long it lasted [min].
        done: Whether it was done; one that was missed only keeps its weekday.
    """

    starts_at: datetime
    minutes: int
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDemand:
    """A session that a week asks for.

    Attributes:
        id: Stable in the season: Monday of the week and number, e.g. `2026-03-02/1`. Becomes the uid's seed.
        kind: What it is for.
        phase: Phase of its week.
        leg_stress: How much it will tax the legs.
        intensive_plyometrics: Whether it will hold jumps of high effort.
        unaccustomed: Whether runs after it need 48 h and heavy sessions 72 h (novice, return, new exercise).
        minutes: Length to place [min].
        worth: Cost of leaving it out [milli-points]; far above any soft cost,
            the first of a week above the second.
        earliest: First day it may be placed on; None for the first of its week.
        latest: Last day it may be placed on, included; None for the last of its week.
        fixed: Where it was, when it is past: it stays there, and others keep their distance from it.
        was_at: Local start in the version of the plan before; None when that did not hold it.
        made_up: Whether it was missed and looks for another day of its week.
    """

    id: str
    kind: SessionKind
    phase: Phase
    leg_stress: LegStress
    intensive_plyometrics: bool
    unaccustomed: bool
    minutes: int
    worth: int
    earliest: date | None = None
    latest: date | None = None
    fixed: Fixed | None = None
    was_at: datetime | None = None
    made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDemand:
    """What one week asks for.

    Attributes:
        monday: First day.
        phase: Phase of the season.
        block: Number of the block of weeks in which main lifts are kept, from 0.
        week_of_block: Place in the block, from 0.
        deload: Whether it is a lighter week.
        sets_factor: Share of the usual sets (1.0 usual, 0.5 deload, taper less).
        load_factor: Share of the usual load (1.0 usual, 0.9 deload).
        rir_plus: Repetitions in reserve added to the usual.
        leg_hard_sets: Least and most hard sets for the legs this week.
        hold_progression: Whether load and contacts must not grow (running jump, race week, return).
        sessions: Demanded sessions, the most important first.
        reasons: Why.
    """

    monday: date
    phase: Phase
    block: int
    week_of_block: int
    deload: bool
    sets_factor: float
    load_factor: float
    rir_plus: float
    leg_hard_sets: tuple[float, float]
    hold_progression: bool
    sessions: tuple[SessionDemand, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """What the season asks for.

    Attributes:
        weeks: Weeks in order, Monday to Sunday, none missing.
        emphases: What the A race and its terrain ask more of.
        findings: What to tell the runner (running jumps, no A race, too short for a phase).
    """

    weeks: tuple[WeekDemand, ...]
    emphases: tuple[Emphasis, ...]
    findings: tuple[Finding, ...]
