"""What the runner's legs are used to, week after week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason
from runlift.domain.season.phases import is_newcomer, is_returning

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.season.demand import SessionDemand

# Two empty weeks between sessions can be three weeks without leg work.
IDLE_WEEKS_OF_A_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What has been demanded of the legs so far.

    Attributes:
        leg_sessions: Leg sessions since the last gap, counted from the accustomed number for who lifts.
        leg_weeks: Weeks with leg sessions.
        trained_weeks: Weeks with any session.
        idle_weeks: Weeks in a row without leg session.
        highest: Highest leg stress met.
        first_heavy_block: The first block with heavy legs, or None.
        intensive: Whether intensive plyometrics have been met.
    """

    leg_sessions: int
    leg_weeks: int = 0
    trained_weeks: int = 0
    idle_weeks: int = 0
    highest: LegStress = LegStress.NONE
    first_heavy_block: int | None = None
    intensive: bool = False


def habit_at_start(athlete: Athlete) -> Habit:
    """Return what the legs are used to before the season."""
    fresh = is_newcomer(athlete) or is_returning(athlete)
    return Habit(leg_sessions=0 if fresh else int(number("unaccustomed_sessions")))


def habit_after(habit: Habit, sessions: Sequence[SessionDemand], block: int) -> Habit:
    """Return what the legs are used to after a week."""
    legs = [session for session in sessions if session.leg_stress >= LegStress.LIGHT]
    trained = replace(habit, trained_weeks=habit.trained_weeks + (1 if sessions else 0))
    if not legs:
        idle = habit.idle_weeks + 1
        gap = idle >= IDLE_WEEKS_OF_A_GAP
        return replace(trained, idle_weeks=idle, leg_sessions=0 if gap else habit.leg_sessions)
    highest = max(session.leg_stress for session in legs)
    first_heavy = block if highest is LegStress.HEAVY else None
    return replace(
        trained,
        leg_sessions=habit.leg_sessions + len(legs),
        leg_weeks=habit.leg_weeks + 1,
        idle_weeks=0,
        highest=max(habit.highest, highest),
        first_heavy_block=first_heavy if habit.first_heavy_block is None else habit.first_heavy_block,
        intensive=habit.intensive or any(session.intensive_plyometrics for session in legs),
    )


def is_after_gap(habit: Habit) -> bool:
    """Tell whether leg work begins again after weeks without any."""
    return habit.leg_weeks > 0 and habit.idle_weeks >= IDLE_WEEKS_OF_A_GAP


def unaccustomed_legs(
    athlete: Athlete, habit: Habit, stress: LegStress, *, block: int, new_block: bool, intensive: bool
) -> bool:
    """Tell whether the legs are not yet used to a session.

    A novice stays unaccustomed to heavy work throughout the first block that holds it: its main lifts are
    kept for that block, so after it a habituated runner's hours hold, until other lifts come.

    Args:
        athlete: The runner.
        habit: What has been demanded before this week, counting the sessions of this week before this one.
        stress: How much the session taxes the legs.
        block: Number of its block.
        new_block: Whether it falls into the first week of its block.
        intensive: Whether it holds intensive plyometrics.

    Source: S21, S30, N019
    """
    if stress is LegStress.NONE:
        return False
    first_sessions = habit.leg_sessions < number("unaccustomed_sessions")
    new_stress = stress > habit.highest and (stress is LegStress.HEAVY or is_newcomer(athlete))
    if stress is not LegStress.HEAVY:
        return first_sessions or new_stress
    first_block = athlete.lifting is not Lifting.EXPERIENCED and habit.first_heavy_block in {None, block}
    return first_sessions or new_stress or first_block or new_block or (intensive and not habit.intensive)


def intensive_plyometrics_gate(athlete: Athlete, habit: Habit, day: date) -> bool:
    """Tell whether jumps of high effort may begin.

    Source: D080, N020
    """
    age = athlete.age_on(day)
    ready = habit.leg_weeks >= number("extensive_weeks_before_intensive")
    young = age is not None and age < number("adult_from")
    older = age is not None and age >= number("older_from") and athlete.lifting is not Lifting.EXPERIENCED
    return ready and athlete.lifting is not Lifting.NONE and not young and not older


def unaccustomed_reason(sessions: int) -> Reason:
    """State that runs need two days after the sessions of a week."""
    return Reason.of(
        "unaccustomed_legs",
        evidence_of("unaccustomed_sessions", "heavy_legs_before_key_run_unaccustomed"),
        sessions=sessions,
        hours=number("heavy_legs_before_key_run_unaccustomed"),
    )


def intensive_reason(habit: Habit, *, opened: bool) -> Reason:
    """State whether jumps of high effort have begun."""
    return Reason.of(
        "intensive_plyometrics_gate",
        evidence_of("extensive_weeks_before_intensive"),
        weeks=habit.leg_weeks,
        intensive="yes" if opened else "no",
    )
