"""What stands round the short routines: runs, sessions, races, free hours and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.plan import TO_BE_REPLACED, RunKind
from runlift.domain.season.races import days_without_legs_after, is_short_race

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.athlete.place import Place
    from runlift.domain.athlete.profile import Athlete, FreeWindow, Race
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.plan.session import PlannedSession

_HOUR = timedelta(hours=1)
_EASY = frozenset({RunKind.EASY, RunKind.RECOVERY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands round the short routines.

    Attributes:
        athlete: The runner, with places and free hours filled in.
        runs: Runs and other training of the running plan, with hours.
        sessions: Strength sessions, done ones as they were done.
        rest_days: Days on which nothing is trained.
        races: All races known.
    """

    athlete: Athlete
    runs: tuple[TimedRun, ...]
    sessions: tuple[PlannedSession, ...]
    rest_days: tuple[date, ...]
    races: tuple[Race, ...]

    def is_open(self, day: date) -> bool:
        """Tell whether a day may hold a routine: something is trained, and nothing is raced.

        Source: C010, CP020
        """
        trained = any(each.date == day for each in self.sessions) or any(self.runs_of(day))
        raced = any(race.date == day for race in self.races)
        raced |= any(timed.run.kind is RunKind.RACE for timed in self.runs_of(day))
        return trained and not raced and day not in self.rest_days

    def runs_of(self, day: date) -> Iterator[TimedRun]:
        """Yield what is trained of the running plan on a day."""
        return (timed for timed in self._trained() if timed.run.date == day)

    def easy_run_of(self, day: date) -> TimedRun | None:
        """Return the first easy run of a day."""
        easy = (
            timed
            for timed in self.runs_of(day)
            if timed.run.kind in _EASY and not timed.run.key and not timed.buffered_long_run
        )
        return min(easy, key=lambda timed: timed.starts_at, default=None)

    def is_free(self, begins: datetime, ends: datetime) -> bool:
        """Tell whether no run and no session overlaps."""
        spans = [(timed.starts_at, timed.ends_at) for timed in self._trained()]
        spans += [(each.starts_at, each.ends_at) for each in self.sessions]
        return all(ends <= start or end <= begins for start, end in spans)

    def is_away_from_runs(self, begins: datetime, ends: datetime) -> bool:
        """Tell whether enough hours lie since the last run and before the next.

        Source: CP021, S04, S10
        """
        after, before = number("gap_after_run_min") * _HOUR, number("routine_before_next_run") * _HOUR
        runs = (timed for timed in self._trained() if timed.run.kind is not RunKind.STRENGTH)
        return all(timed.ends_at + after <= begins or ends + before <= timed.starts_at for timed in runs)

    def leaves_legs_fresh(self, day: date, ends: datetime) -> bool:
        """Tell whether the legs have their hours before key runs and races, and their days after a race.

        Source: CP021, S04, S47, S49
        """
        hours = number("heavy_legs_before_key_run") * _HOUR
        keys = (timed.starts_at for timed in self.runs if timed.run.key or timed.run.kind is RunKind.RACE)
        if any(ends <= starts < ends + hours for starts in keys):
            return False
        return not any(self._is_too_near(race, day, ends) for race in self.races)

    def is_soon_before_race(self, day: date) -> bool:
        """Tell whether a day lies in those before an A or a B race that hold nothing new.

        Source: S48
        """
        least = number("no_new_exercise_before_race")
        ahead = ((race.date - day).days for race in self.races if race.priority != "C")
        return any(0 <= days < least for days in ahead)

    def place_on(self, day: date, usual: str) -> Place:
        """Return the place that stands for a usual one on a day."""
        travel = (each for each in self.athlete.travel if day in each.span and each.closed in {"", usual})
        return self.athlete.place(next((each.place for each in travel), usual))

    def windows_of(self, day: date) -> list[FreeWindow]:
        """Return the free windows of a day, those that the runner likes first."""
        here = (window for window in self.athlete.windows if window.weekday == day.weekday())
        return sorted(here, key=lambda window: (not window.preferred, window.start, window.end))

    def _trained(self) -> Iterator[TimedRun]:
        """Yield what is trained of the running plan, without strength that ours takes the place of."""
        return (
            timed
            for timed in self.runs
            if timed.run.kind is not RunKind.REST
            and not (timed.run.kind is RunKind.STRENGTH and TO_BE_REPLACED in timed.run.note)
        )

    def _is_too_near(self, race: Race, day: date, ends: datetime) -> bool:
        if race.date <= day:
            return day <= self._over_on(race) + timedelta(days=days_without_legs_after(race))
        short = is_short_race(race)
        key = "nothing_for_legs_before_short_race" if short else "nothing_for_legs_before_race"
        starts = datetime.combine(race.date, race.start or time.min)
        return race.priority == "A" and starts < ends + number(key) * _HOUR

    def _over_on(self, race: Race) -> date:
        """Return the day on which a race ends: a long one may go on through the night."""
        return max(
            (timed.ends_at.date() for timed in self.runs_of(race.date) if timed.run.kind is RunKind.RACE),
            default=race.date,
        )


def is_open_at(place: Place, begins: datetime, ends: datetime) -> bool:
    """Tell whether a place is open from one moment to another of a day."""
    hours = [one for one in place.hours if one.weekday == begins.weekday()]
    return not place.hours or any(one.start <= begins.time() and ends.time() <= one.end for one in hours)
