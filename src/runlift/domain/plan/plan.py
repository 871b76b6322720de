"""The whole plan: runs, sessions, what could not be placed, and the proof that the placement is the best."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from runlift.domain.plan.body import NOTHING_KNOWN, Body

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.easing import Easing, Focus, Limit, Restriction
    from runlift.domain.plan.routine import PlacedRoutine, Routine
    from runlift.domain.plan.session import KeptLift, Phase, PlannedSession, SessionKind
    from runlift.domain.quantity import Finding, Reason
    from runlift.domain.running.plan import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedRun:
    """A run of the plan with its hours, stated or assumed.

    Attributes:
        run: The run as planned.
        start: Local start of day.
        minutes: Planned or estimated length [min].
        start_assumed: Whether the hour is the runner's usual one or an assumption, not the plan's.
        minutes_assumed: Whether the length is an estimate.
        buffered_long_run: Whether it is long enough for a day's distance from heavy leg work
            (at least 90 min or 30 % of the week's distance).
    """

    run: Run
    start: time
    minutes: int
    start_assumed: bool
    minutes_assumed: bool
    buffered_long_run: bool

    @property
    def starts_at(self) -> datetime:
        """Local start, without zone."""
        return datetime.combine(self.run.date, self.start)

    @property
    def ends_at(self) -> datetime:
        """Local end, without zone."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """What one change would buy for a session that found no place.

    Attributes:
        rule: The rule that would have to give way.
        sessions_gained: How many more sessions of the whole season would then find a place.
        allowed: Whether the runner may do so (a safety rule may not be turned off: change the plan instead).
    """

    rule: str
    sessions_gained: int
    allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A session that is wanted but has no place in its week.

    Attributes:
        week: Monday of the week.
        kind: What the session was for.
        rules: Rules that forbid its slots, the one that forbids most first.
        relaxations: What each change would buy.
        reason: Why it is left out.
    """

    week: date
    kind: SessionKind
    rules: tuple[str, ...]
    relaxations: tuple[Relaxation, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One line of the bill: what a soft rule cost in the whole season [milli-points]."""

    rule: str
    evidence: tuple[str, ...]
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That no better placement exists.

    Attributes:
        status: `optimal`, or `empty` when nothing was demanded.
        objective: Cost of the placement [milli-points].
        bound: Proven lower bound [milli-points]; equal to the objective when optimal.
        bill: The objective by rule; the charges add up to it.
        seconds: Time the proof took [s]; None unless timing was asked for, since it differs from run to run.
    """

    status: str
    objective: int
    bound: int
    bill: tuple[Charge, ...]
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeek:
    """One week of the season in figures.

    Attributes:
        monday: First day.
        phase: Phase of the season.
        deload: Whether it is a lighter week.
        sessions_wanted: Sessions demanded.
        run_distance_m: Planned running [m]; estimated from time where no distance is told.
        reasons: Why this phase and this many sessions.
    """

    monday: date
    phase: Phase
    deload: bool
    sessions_wanted: int
    run_distance_m: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file the plan was made from, with the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Runner and runs as they were given, without what was told of them before and holds on.

    Attributes:
        athlete: The runner.
        runs: Runs in order, with hours.
        rest_days: Days on which nothing is trained.
        since: From when on what was told counts, in UTC.
        outdated: Ids of the entries since then that fit these runs no longer.
    """

    athlete: Athlete
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    since: datetime
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan.

    Attributes:
        first_day: First day that may change; everything before it is past.
        time_zone: IANA name of the zone the local times are in.
        athlete: Who it is for, as understood.
        runs: Runs in order, with hours.
        rest_days: Days on which nothing is trained.
        weeks: Weeks in order.
        sessions: Strength sessions in order.
        unmet: Sessions that found no place.
        warnings: What to tell the runner.
        proof: That the placement is the best there is.
        inputs: What the plan was made from.
        began: First day of the season; before `first_day` once the plan was made again on the way.
        easings: Days on which less is asked, and why.
        restrictions: Exercises left out for a while, and why.
        limits: Exercises done with a limit for a while.
        focuses: Exercises done rather than others for a while.
        routines: What is given beside the sessions.
        placed_routines: Short routines on their days, in order.
        body: What is known of the runner's body.
        lifts: Main lifts of each block and place.
        given: What was given anew for it; None where that is the plan's own runner and runs.
    """

    first_day: date
    time_zone: str
    athlete: Athlete
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    weeks: tuple[PlanWeek, ...]
    sessions: tuple[PlannedSession, ...]
    unmet: tuple[Unmet, ...]
    warnings: tuple[Finding, ...]
    proof: Proof
    inputs: tuple[Input, ...]
    began: date
    easings: tuple[Easing, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    limits: tuple[Limit, ...] = ()
    focuses: tuple[Focus, ...] = ()
    routines: tuple[Routine, ...] = ()
    placed_routines: tuple[PlacedRoutine, ...] = ()
    body: Body = NOTHING_KNOWN
    lifts: tuple[KeptLift, ...] = ()
    given: Given | None = None

    @property
    def past(self) -> tuple[PlannedSession, ...]:
        """Sessions before the first day that may change, or already done."""
        return tuple(each for each in self.sessions if each.outcome or each.date < self.first_day)

    @property
    def ahead(self) -> tuple[PlannedSession, ...]:
        """Sessions that lie ahead."""
        return tuple(each for each in self.sessions if not each.outcome and each.date >= self.first_day)
