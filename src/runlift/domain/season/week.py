"""One week composed: its sessions, its dose, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.season.available import training_room
from runlift.domain.season.demand import SessionDemand, WeekDemand
from runlift.domain.season.dose import dose_of_week
from runlift.domain.season.emphasis import emphasis_reasons
from runlift.domain.season.frame import light_weeks
from runlift.domain.season.frequency import Wanted, frequency, has_race, weekly_kilometres
from runlift.domain.season.habit import (
    Habit,
    habit_after,
    intensive_plyometrics_gate,
    intensive_reason,
    is_after_gap,
    unaccustomed_legs,
    unaccustomed_reason,
)
from runlift.domain.season.hold import hold_reasons
from runlift.domain.season.phases import PHASE_REASONS
from runlift.domain.season.sessions import (
    Place,
    Wish,
    session_minutes,
    sessions_of_week,
    short_sessions_at_high_mileage,
    worth,
)
from runlift.domain.season.start import begins_in_time
from runlift.domain.season.taper import recovery_after_race, taper_before_race
from runlift.domain.season.volume import ceiling_after_race, leg_hard_sets

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.adherence import Adherence
    from runlift.domain.quantity import Reason
    from runlift.domain.season.frame import Outlook, WeekFrame
    from runlift.domain.season.running_week import RunningWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one week hands on to the next.

    Attributes:
        habit: What the legs are used to.
        ceiling: Most hard sets for the legs in the next usual week.
        before: Sessions of the last week; None before the first.
    """

    habit: Habit
    ceiling: float
    before: int | None = None


def compose_week(
    outlook: Outlook, frame: WeekFrame, progress: Progress, *, kept_up: Adherence | None = None
) -> tuple[WeekDemand, Progress]:
    """Decide what a week asks for, and what it hands on to the next.

    Args:
        outlook: What is the same for every week.
        frame: The week.
        progress: What the week before handed on.
        kept_up: How much of what was planned was done of late; None where that says nothing of this week.
    """
    race_week = has_race(frame.running, outlook.races)
    returning = frame.returning or is_after_gap(progress.habit)
    sessions, session_reasons = _sessions(outlook, frame, progress, race_week=race_week, kept_up=kept_up)
    hold = hold_reasons(frame.running, frame.week.phase, race_week=race_week, returning=returning)
    dose = dose_of_week(frame.week, deload=frame.deload is not None, race_week=race_week, returning=returning)
    ceiling = ceiling_after_race(progress.ceiling) if returning else progress.ceiling
    sets = leg_hard_sets(
        frame.week.phase, sessions, sets_factor=dose.sets_factor, hold=bool(hold), ceiling=ceiling
    )
    demand = WeekDemand(
        monday=frame.week.monday,
        phase=frame.week.phase,
        block=frame.block,
        week_of_block=frame.week_of_block,
        deload=frame.deload is not None,
        sets_factor=dose.sets_factor,
        load_factor=dose.load_factor,
        rir_plus=dose.rir_plus,
        leg_hard_sets=(sets.low, sets.high),
        hold_progression=bool(hold),
        sessions=sessions,
        reasons=(
            *_frame_reasons(outlook, frame),
            *session_reasons,
            *hold,
            *((sets.reason,) if sessions else ()),
        ),
    )
    habit = habit_after(progress.habit, sessions, frame.block)
    return demand, Progress(habit=habit, ceiling=sets.ceiling, before=len(sessions))


def _sessions(
    outlook: Outlook,
    frame: WeekFrame,
    progress: Progress,
    *,
    race_week: bool,
    kept_up: Adherence | None,
) -> tuple[tuple[SessionDemand, ...], tuple[Reason, ...]]:
    athlete = outlook.athlete
    running, late = begins_in_time(
        athlete, frame.running, outlook.races, begun=progress.habit.trained_weeks > 0
    )
    wanted = Wanted(
        phase=frame.week.phase,
        running=running,
        race_week=race_week,
        most=training_room(running),
        trained=progress.habit.trained_weeks,
        before=progress.before,
        kept_up=kept_up,
    )
    often = frequency(athlete, wanted)
    chosen = sessions_of_week(_place(outlook, frame, progress.habit, running), often.sessions)
    sessions = _numbered(outlook, frame, progress.habit, chosen.wishes)
    reasons = (
        *((late,) if late else often.reasons),
        *chosen.reasons,
        *_session_reasons(outlook, frame, progress.habit, sessions),
    )
    return sessions, reasons


def _place(outlook: Outlook, frame: WeekFrame, habit: Habit, running: RunningWeek) -> Place:
    return Place(
        week=frame.week,
        running=running,
        around=outlook.around,
        light=habit.leg_weeks < light_weeks(outlook.athlete),
        met_heavy=habit.highest is LegStress.HEAVY,
        unaccustomed=_unaccustomed(outlook, frame, habit, LegStress.HEAVY, intensive=False),
        emphases=outlook.emphases,
    )


def _unaccustomed(
    outlook: Outlook, frame: WeekFrame, habit: Habit, stress: LegStress, *, intensive: bool
) -> bool:
    return unaccustomed_legs(
        outlook.athlete,
        habit,
        stress,
        block=frame.block,
        new_block=frame.week_of_block == 0,
        intensive=intensive,
    )


def _numbered(
    outlook: Outlook, frame: WeekFrame, habit: Habit, wishes: tuple[Wish, ...]
) -> tuple[SessionDemand, ...]:
    return tuple(
        _demand(outlook, frame, replace(habit, leg_sessions=habit.leg_sessions + index), wish, index)
        for index, wish in enumerate(wishes)
    )


def _demand(outlook: Outlook, frame: WeekFrame, habit: Habit, wish: Wish, index: int) -> SessionDemand:
    athlete, monday = outlook.athlete, frame.week.monday
    # Where key runs leave no day for heavy legs, they leave none for jumps of high effort either.
    jumps = wish.kind is SessionKind.POWER and wish.stress is LegStress.HEAVY
    intensive = jumps and intensive_plyometrics_gate(athlete, habit, monday)
    earliest, latest = _span(frame.running, wish)
    return SessionDemand(
        id=f"{monday.isoformat()}/{index + 1}",
        kind=wish.kind,
        phase=frame.week.phase,
        leg_stress=wish.stress,
        intensive_plyometrics=intensive,
        unaccustomed=_unaccustomed(outlook, frame, habit, wish.stress, intensive=intensive),
        minutes=session_minutes(athlete, wish.kind, high_mileage=_is_high(outlook, frame)),
        worth=worth(index),
        earliest=earliest,
        latest=latest,
    )


def _span(running: RunningWeek, wish: Wish) -> tuple[date | None, date | None]:
    if not wish.days:
        return None, None
    usual = running.training_days
    earliest = wish.days[0] if wish.days[0] > usual[0] else None
    return earliest, wish.days[-1] if wish.days[-1] < usual[-1] else None


def _is_high(outlook: Outlook, frame: WeekFrame) -> bool:
    return weekly_kilometres(outlook.athlete, frame.running) > number("high_mileage")


def _session_reasons(
    outlook: Outlook, frame: WeekFrame, habit: Habit, sessions: tuple[SessionDemand, ...]
) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    unaccustomed = sum(session.unaccustomed for session in sessions)
    if unaccustomed:
        reasons.append(unaccustomed_reason(unaccustomed))
    if any(session.kind is SessionKind.POWER for session in sessions):
        opened = any(session.intensive_plyometrics for session in sessions)
        reasons.append(intensive_reason(habit, opened=opened))
    if sessions and _is_high(outlook, frame):
        kilometres = weekly_kilometres(outlook.athlete, frame.running)
        reasons.append(short_sessions_at_high_mileage(kilometres))
    return tuple(reasons)


def _frame_reasons(outlook: Outlook, frame: WeekFrame) -> tuple[Reason, ...]:
    week = frame.week
    if week.phase is Phase.TAPER and week.race:
        told = (taper_before_race(week.race),)
    elif week.phase is Phase.RECOVERY and week.race:
        told = (recovery_after_race(week.race),)
    else:
        told = (PHASE_REASONS[week.phase](week.weeks_of_phase),)
    lighter = (frame.deload,) if frame.deload else ()
    a_races = [race for race in outlook.races if race.priority is RacePriority.A and race.date >= week.monday]
    asked = emphasis_reasons(outlook.athlete, a_races[0]) if a_races and not frame.week_of_block else ()
    return (*told, *lighter, *asked)
