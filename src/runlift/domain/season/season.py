"""The season: what each week asks for, from the races, the running and the runner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.season.available import hindrances
from runlift.domain.season.demand import Season, WeekDemand
from runlift.domain.season.emphasis import emphases_of
from runlift.domain.season.findings import season_findings
from runlift.domain.season.frame import Outlook, WeekFrame, week_frames
from runlift.domain.season.habit import habit_after, habit_at_start
from runlift.domain.season.phases import is_newcomer, is_returning
from runlift.domain.season.races import races_of
from runlift.domain.season.resumed import kept_up_in, not_missed, resumed_week, sessions_to_build_on
from runlift.domain.season.running_week import running_weeks
from runlift.domain.season.volume import first_ceiling
from runlift.domain.season.week import Progress, compose_week

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.plan import TimedRun


def plan_season(
    athlete: Athlete,
    runs: tuple[TimedRun, ...],
    *,
    first_day: date,
    last_day: date,
    rest_days: Collection[date],
    past: Past | None = None,
) -> Season:
    """Decide what each week from Monday to Sunday asks for.

    Args:
        athlete: The runner.
        runs: Runs with their hours; some before and after the season may be among them.
        first_day: First day that may change: of the season, or of what is left of it.
        last_day: Last day of the season, included.
        rest_days: Days on which nothing is trained.
        past: What came before, when the season is taken up again on the way.

    Raises:
        ValueError: `last_day` is before `first_day`.
    """
    if last_day < first_day:
        raise ValueError(f"the season ends on {last_day}, before it begins on {first_day}")
    began = past.began if past else first_day
    known = races_of(athlete, runs)
    outlook = Outlook(
        athlete=athlete,
        races=known.races,
        around=hindrances(known.races, runs),
        emphases=emphases_of(athlete, [race for race in known.races if race.date >= began]),
    )
    running = running_weeks(athlete, runs, first_day=began, last_day=last_day, rest_days=rest_days)
    frames = week_frames(outlook, running)
    weeks = _weeks(outlook, frames, past, first_day)
    return Season(
        weeks=weeks,
        emphases=outlook.emphases,
        findings=(*known.findings, *season_findings(outlook.athlete, known.races, running, weeks)),
    )


def _weeks(
    outlook: Outlook, frames: Sequence[WeekFrame], past: Past | None, first_day: date
) -> tuple[WeekDemand, ...]:
    habit = habit_at_start(outlook.athlete)
    accustomed = not (is_newcomer(outlook.athlete) or is_returning(outlook.athlete))
    progress = Progress(habit=habit, ceiling=first_ceiling(accustomed=accustomed))
    weeks: list[WeekDemand] = []
    for frame in frames:
        kept_up = kept_up_in(frame.week.monday, past, first_day) if past else None
        week, following = compose_week(outlook, frame, progress, kept_up=kept_up)
        if past is not None:
            asked, week = week, resumed_week(week, past, outlook.athlete, first_day=first_day)
            following = replace(
                following,
                habit=habit_after(progress.habit, not_missed(week), frame.block),
                before=sessions_to_build_on(asked, week),
            )
        weeks.append(week)
        progress = following
    return tuple(weeks)
