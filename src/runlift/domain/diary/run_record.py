"""What a device recorded of a run, beside what the runner tells of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.domain.activity.steady import SteadyPart


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """Figures of a run as recorded; None where nothing tells them.

    Attributes:
        sources: Where they come from, the one that told most first: format, digest of the file, and its name.
        utc_offset_s: What the clock of `starts_at` is ahead of UTC [s].
        moving_s: Time in which the runner really moved [s].
        elapsed_s: Time from start to end [s].
        ascent_m: Climb [m].
        descent_m: Drop [m].
        flat_distance_m: Distance on the level that would have cost as much [m].
        heart_rate: Mean heart rate [beats/min].
        heart_rate_max: Highest heart rate [beats/min].
        cadence: Mean steps of both feet [steps/min].
        ground_contact_ms: Mean time of a foot on the ground [ms].
        vertical_oscillation_mm: Mean rise and fall of the trunk [mm].
        temperature_c: Mean temperature at the device [°C].
        kind_sure: How sure the kind of the run is, 0 to 1, where it was guessed; None where it was told.
        steady: The part that compares with other runs, or what it lacks; None where nobody looked for it.
        indoor: Whether it was on a treadmill.
        partial: Whether only a part of a damaged file could be read.
    """

    sources: tuple[str, ...] = ()
    utc_offset_s: float | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    flat_distance_m: float | None = None
    heart_rate: float | None = None
    heart_rate_max: float | None = None
    cadence: float | None = None
    ground_contact_ms: float | None = None
    vertical_oscillation_mm: float | None = None
    temperature_c: float | None = None
    kind_sure: float | None = None
    steady: SteadyPart | None = None
    indoor: bool = False
    partial: bool = False

    @property
    def known(self) -> int:
        """How many of the figures are told."""
        return sum(1 for each in fields(self) if getattr(self, each.name) not in {None, (), False})

    @property
    def is_read_whole(self) -> bool:
        """Whether all was read that is kept of a run today; earlier imports looked for less."""
        return self.steady is not None

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of the files the figures come from."""
        return tuple(source.split(" ", 2)[1] for source in self.sources if source.count(" "))


NOTHING_RECORDED = RunRecord()
