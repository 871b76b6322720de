"""What a plan that is made again on the way starts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runlift.domain.plan.body import NOTHING_KNOWN, Body

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from runlift.domain.plan.easing import Easing, Focus, Limit, Restriction
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.routine import PlacedRoutine, Routine
    from runlift.domain.plan.session import KeptLift, PlannedSession
    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What came before the day from which a plan may change, and what it had planned from there on.

    Attributes:
        began: First day of the season.
        sessions: Sessions that are past, each with its outcome, in order.
        lifts: Main lifts of each block and place; those of blocks that have begun stay.
        starts: Local start in the version before, by uid, of the sessions that may still be done: of those
            to come, and of those missed this week.
        exercises: What the version before had in each session, by uid, since it should stay.
        standing: Where each exercise stands now, by id.
        told: Why it stands there, by id: told once, with the next session that holds it.
        easings: Days on which less is asked.
        restrictions: Exercises left out for a while.
        limits: Exercises done with a limit for a while.
        focuses: Exercises done rather than others for a while.
        routines: What is given beside the sessions.
        placed_routines: Short routines as the version before had them on days, past ones too.
        body: What is known of the runner's body.
    """

    began: date
    sessions: tuple[PlannedSession, ...] = ()
    lifts: tuple[KeptLift, ...] = ()
    starts: Mapping[str, datetime]
    standing: Mapping[str, Progress]
    exercises: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    easings: tuple[Easing, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    limits: tuple[Limit, ...] = ()
    focuses: tuple[Focus, ...] = ()
    routines: tuple[Routine, ...] = ()
    placed_routines: tuple[PlacedRoutine, ...] = ()
    body: Body = NOTHING_KNOWN
