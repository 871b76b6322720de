"""Each week with all that is known before its sessions are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.plan.session import Phase
from runlift.domain.season.block import blocks
from runlift.domain.season.deload import LoadingWeek, deloads
from runlift.domain.season.macrocycle import lay_out
from runlift.domain.season.phases import is_newcomer, is_returning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.quantity import Reason
    from runlift.domain.season.available import Hindrances
    from runlift.domain.season.demand import Emphasis
    from runlift.domain.season.macrocycle import PhaseWeek
    from runlift.domain.season.running_week import RunningWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is the same for every week of the season.

    Attributes:
        athlete: The runner.
        races: All races by date.
        around: What stands in the way of leg work.
        emphases: What the A races ask more of.
    """

    athlete: Athlete
    races: tuple[Race, ...]
    around: Hindrances
    emphases: tuple[Emphasis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFrame:
    """A week with all that is known before its sessions are chosen.

    Attributes:
        week: The week with its phase.
        running: Its running.
        block: Number of its block.
        week_of_block: Place in the block, from 0.
        deload: Why it is a lighter week, or None.
        returning: Whether it is the first training week after a race.
    """

    week: PhaseWeek
    running: RunningWeek
    block: int
    week_of_block: int
    deload: Reason | None
    returning: bool


def week_frames(outlook: Outlook, running: Sequence[RunningWeek]) -> tuple[WeekFrame, ...]:
    """Give each week its phase, its block and its lighter weeks."""
    full_enough = len(running[0].days) >= number("days_that_make_a_week")
    layout = lay_out(
        outlook.athlete,
        [race for race in outlook.races if race.priority is RacePriority.A],
        first_day=running[0].days[0],
        last_day=running[-1].days[-1],
        short_start=not full_enough,
    )
    lighter = deloads([_loading(outlook, week, run) for week, run in zip(layout, running, strict=True)])
    numbered = blocks(layout)
    return tuple(
        WeekFrame(
            week=week,
            running=running[index],
            block=numbered[index][0],
            week_of_block=numbered[index][1],
            deload=lighter[index],
            returning=index > 0
            and layout[index - 1].phase is Phase.RECOVERY
            and week.phase is not Phase.RECOVERY,
        )
        for index, week in enumerate(layout)
    )


def _loading(outlook: Outlook, week: PhaseWeek, running: RunningWeek) -> LoadingWeek:
    easy = {Phase.TAPER, Phase.RECOVERY}
    light = week.phase in easy or _is_light(outlook.athlete, week)
    return LoadingWeek(phase=week.phase, light=light, down=running.down)


def light_weeks(athlete: Athlete) -> int:
    """Return how many weeks a foundation keeps leg stress light [weeks].

    Source: N003
    """
    fresh = is_newcomer(athlete) or is_returning(athlete)
    return int(number("foundation_light_weeks" if fresh else "foundation_light_weeks_still_lifting"))


def _is_light(athlete: Athlete, week: PhaseWeek) -> bool:
    first = week.phase is Phase.FOUNDATION and week.cycle == 0
    return first and week.week_of_phase < light_weeks(athlete)
