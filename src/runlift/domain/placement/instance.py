"""The placement problem as plain numbers: minutes from midnight of the first Monday, whole milli-points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    BoolArray: TypeAlias = npt.NDArray[np.bool_]
    IntArray: TypeAlias = npt.NDArray[np.int64]

DAYS_PER_WEEK = 7
MINUTES_PER_HOUR = 60
MINUTES_PER_WEEK = DAYS_PER_WEEK * MINUTES_PER_DAY
ANY_DAYS = (0, 1_000_000)  # from the first Monday to far beyond any season


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A demanded session as the rules see it.

    Attributes:
        week: Number of its week, from 0.
        leg_stress: How much it taxes the legs, 0 (none) to 3 (heavy).
        intensive: Whether it holds jumps of high effort.
        unaccustomed: Whether the legs are not yet used to such work.
        minutes: Length [min].
        worth: Cost of leaving it out [milli-points].
        days: First day it may lie on, and the first after it that it may not.
        fixed: Start of a session that is past, which stays where it was [min]; None for one to be placed.
        was: Start in the version of the plan before [min]; None when that did not hold it.
        made_up: Whether it was missed and looks for another day.
    """

    week: int
    leg_stress: int
    intensive: bool
    unaccustomed: bool
    minutes: int
    worth: int
    days: tuple[int, int] = ANY_DAYS
    fixed: int | None = None
    was: int | None = None
    made_up: bool = False

    @property
    def profile(self) -> Task:
        """What the rules see: tasks of one profile are interchangeable, but for their worth."""
        return replace(self, worth=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Runs and cross-training, by start.

    Attributes:
        start: Start of each [min].
        end: End of each [min].
        key: Whether its quality matters.
        long: Whether it is a long run.
        buffered: Whether it needs a day's distance from heavy leg work.
    """

    start: IntArray
    end: IntArray
    key: BoolArray
    long: BoolArray
    buffered: BoolArray

    def near(self, first: int, last: int) -> Runs:
        """Return the runs that touch the time from `first` to `last` [min]."""
        return self.where((self.end >= first) & (self.start <= last))

    def where(self, chosen: BoolArray) -> Runs:
        """Return the runs chosen."""
        return Runs(
            start=self.start[chosen],
            end=self.end[chosen],
            key=self.key[chosen],
            long=self.long[chosen],
            buffered=self.buffered[chosen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Races:
    """What each race asks of the days around it, by start.

    Attributes:
        start: Start of each [min].
        end: End of each [min].
        heavy_before: Time without heavy leg work before the start [min].
        legs_before: Time without any leg work before the start [min].
        legs_after: Time without any leg work after the end [min].
    """

    start: IntArray
    end: IntArray
    heavy_before: IntArray
    legs_before: IntArray
    legs_after: IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open span of time at a place [min].

    Attributes:
        start: First minute.
        end: First minute after it.
        place: Number of the place.
    """

    start: int
    end: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Starts that a session may be given, by time.

    Attributes:
        start: Minute of the start.
        window_closes: End of the free window the start lies in, the start itself outside any [min].
        place_closes: End of the opening hours the start lies in, the start itself when closed [min].
        place: Number of the place.
    """

    start: IntArray
    window_closes: IntArray
    place_closes: IntArray
    place: IntArray

    def __len__(self) -> int:
        """Count the slots."""
        return len(self.start)

    @property
    def day(self) -> IntArray:
        """Number of the day of each, from the first Monday."""
        return self.start // MINUTES_PER_DAY

    def where(self, chosen: BoolArray | IntArray | slice) -> Slots:
        """Return the slots chosen."""
        return Slots(
            start=self.start[chosen],
            window_closes=self.window_closes[chosen],
            place_closes=self.place_closes[chosen],
            place=self.place[chosen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementInstance:
    """The placement problem.

    Attributes:
        weeks: Tasks of each week, the most important first.
        planned: First minute that may be planned, and the first that may not [min].
        runs: Runs and cross-training.
        races: Races.
        rest: Whether nothing is trained, by day.
        entries: Runs, cross-training and the runner's own strength sessions, by day.
        own_strength: The runner's own strength sessions that stay, by day.
        race: Whether it is a race day, by day.
        key_run: Whether it holds a key run, by day.
        windows: Free windows of every day, by start; those of one place do not touch.
        opening: Opening hours by place; None for a place that is always open.
        preferred: Start and end of the windows the runner likes best [min].
        usual_place: Number of the place outside any window, by day.
        stress_most: The most that a session may tax the legs, by day; less than none for no session.
        fixed_heavy: Past sessions with heavy legs, by day.
        rules_off: Ids of the rules that do not hold.
    """

    weeks: tuple[tuple[Task, ...], ...]
    planned: tuple[int, int]
    runs: Runs
    races: Races
    rest: BoolArray
    entries: IntArray
    own_strength: IntArray
    race: BoolArray
    key_run: BoolArray
    windows: tuple[Span, ...]
    opening: tuple[tuple[Span, ...] | None, ...]
    preferred: tuple[tuple[int, int], ...]
    usual_place: IntArray
    stress_most: IntArray
    fixed_heavy: IntArray
    rules_off: tuple[str, ...] = ()

    @property
    def tasks(self) -> Iterator[Task]:
        """All tasks, week by week."""
        return (task for week in self.weeks for task in week)

    def holds(self, rule: str) -> bool:
        """Tell whether a rule holds."""
        return rule not in self.rules_off

    def is_over(self, week: int) -> bool:
        """Tell whether nothing of a week may be planned any more."""
        return (week + 1) * MINUTES_PER_WEEK <= self.planned[0]
