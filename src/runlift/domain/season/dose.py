"""The share of the usual sets and load that a week holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import Phase
from runlift.domain.season.taper import taper_sets

if TYPE_CHECKING:
    from runlift.domain.season.macrocycle import PhaseWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """A week's share of the usual.

    Attributes:
        sets_factor: Share of the usual sets.
        load_factor: Share of the usual load.
        rir_plus: Repetitions in reserve added to the usual.
    """

    sets_factor: float
    load_factor: float
    rir_plus: float


def dose_of_week(week: PhaseWeek, *, deload: bool, race_week: bool, returning: bool) -> Dose:
    """Decide a week's share of the usual sets and load.

    Args:
        week: The week with its phase.
        deload: Whether it is a lighter week.
        race_week: Whether an A or B race is in it.
        returning: Whether lifting begins again in it.

    Source: D072, S44, S49
    """
    if deload:
        return Dose(
            sets_factor=number("deload_sets"),
            load_factor=number("deload_load"),
            rir_plus=number("deload_rir_plus"),
        )
    if returning or week.phase is Phase.RECOVERY:
        return Dose(
            sets_factor=number("sets_after_race"), load_factor=1.0, rir_plus=number("return_rir_plus")
        )
    if week.phase is Phase.TAPER and week.race:
        return _tapered(taper_sets(week.race, week.monday))
    if race_week:
        return _tapered(round(1 - pair("taper_set_cut")[0] / 100, 2))
    return Dose(sets_factor=1.0, load_factor=1.0, rir_plus=0.0)


def _tapered(sets_factor: float) -> Dose:
    return Dose(sets_factor=sets_factor, load_factor=number("taper_load"), rir_plus=number("taper_rir_plus"))
