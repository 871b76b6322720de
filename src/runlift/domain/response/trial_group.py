"""One group of runners in a trial."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.response.gain import share_after

if TYPE_CHECKING:
    from runlift.domain.response.method import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialGroup:
    """A group of a trial that trained.

    Attributes:
        study: Authors.
        year: Year of the paper, as told.
        study_id: The same for all groups of a trial.
        arm: The paper's name for the group.
        method: What it did.
        runners: Runners in it, None when not told.
        weeks: Length [weeks], None when not told.
        sessions_per_week: Strength sessions a week, None when not told.
        level: Who they were.
        change: Change of the oxygen cost of running, beside controls where there were any, negative better
            [%]; 0 where it is only told to be without significant change; None where nothing is told.
        change_told: Whether the change is a number of the paper rather than a 0 for "no change".
        race_change: Change of time over a distance, negative better [%]; None when not told.
        race: The distance, as told.
        source: The paper, and where it was read.
        from_memory: Whether the change is recalled rather than read.
    """

    study: str
    year: str
    study_id: str
    arm: str
    method: Method
    runners: int | None
    weeks: float | None
    sessions_per_week: float | None
    level: str
    change: float | None
    change_told: bool
    race_change: float | None
    race: str
    source: str
    from_memory: bool

    @property
    def standard_error(self) -> float:
        """How far chance alone moves the mean of so many runners [percentage points].

        Source: RM03, RM17.
        """
        runners = self.runners or number("trial_runners_assumed")
        return number("economy_sd_within_trials") / sqrt(runners)

    @property
    def sessions(self) -> float:
        """Sessions in all; for a trial that tells no frequency, at the usual one.

        Source: RM17.
        """
        weeks = self.weeks or number("trial_weeks_assumed")
        return weeks * (self.sessions_per_week or number("trial_frequency_assumed"))

    @property
    def scale(self) -> float:
        """Share of the mean effect that its method and sessions are given."""
        return self.method.factor * share_after(self.sessions)
