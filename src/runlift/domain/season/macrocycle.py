"""The season laid out in weeks: build-ups to each A race, recovery after it, cycles where no race is near."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Phase
from runlift.domain.season.phases import ORDER, foundation_weeks, is_newcomer, share_weeks
from runlift.domain.season.running_week import WEEK, mondays
from runlift.domain.season.taper import phase_round_race

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race

Rounded = tuple[Phase, "Race"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseWeek:
    """A week with its phase.

    Attributes:
        monday: First day.
        phase: Phase of the season.
        race: The A race that a taper or a recovery belongs to, else None.
        cycle: Number of the cycle or build-up, from 0.
        week_of_phase: Place in the phase, from 0.
        weeks_of_phase: Length of the phase [weeks].
    """

    monday: date
    phase: Phase
    race: Race | None
    cycle: int
    week_of_phase: int
    weeks_of_phase: int


def lay_out(
    athlete: Athlete, a_races: Sequence[Race], *, first_day: date, last_day: date, short_start: bool
) -> tuple[PhaseWeek, ...]:
    """Give each week of the season its phase.

    Args:
        athlete: The runner.
        a_races: A races by date, also shortly before the season and after its last day.
        first_day: First day of the season.
        last_day: Last day of the season, included.
        short_start: Whether the first week holds too few days to count as one of the foundation.

    Source: N005, N008, N009
    """
    season = list(mondays(first_day, last_day))
    horizon = last_day + int(number("macrocycle_most")) * WEEK
    near = [race for race in a_races if race.date <= horizon]
    until = max([last_day, *(race.date for race in near)])
    weeks = list(mondays(first_day, until))
    round_race = [phase_round_race(monday, near) for monday in weeks]
    phases = _fill(athlete, round_race, short_start=short_start)
    return _numbered(weeks, phases, round_race)[: len(season)]


def cycle_lengths(weeks: int, *, to_race: bool) -> tuple[int, ...]:
    """Split a long stretch of weeks into cycles, the last of which leads to the race if there is one.

    Source: N008
    """
    usual, most = int(number("macrocycle_general")), int(number("macrocycle_most"))
    if not to_race:
        return _even(weeks, max(1, round(weeks / usual)))
    if weeks <= most:
        return (weeks,)
    before = max(weeks - most, usual // 2)
    return (*_even(before, max(1, round(before / usual))), weeks - before)


def _fill(athlete: Athlete, round_race: Sequence[Rounded], *, short_start: bool) -> list[tuple[Phase, int]]:
    filled: list[tuple[Phase, int]] = []
    cycle = 0
    while len(filled) < len(round_race):
        here = round_race[len(filled)]
        if here is not None:
            filled.append((here[0], cycle))
            continue
        stretch = _stretch(round_race, len(filled))
        after = round_race[len(filled) + stretch] if len(filled) + stretch < len(round_race) else None
        race = after[1] if after else None
        lengths = cycle_lengths(stretch, to_race=race is not None)
        for index, length in enumerate(lengths):
            first = _nothing_built(filled)
            leads_to = race if index == len(lengths) - 1 else None
            phases = _cycle(athlete, length, leads_to, first=first, short_start=short_start)
            cycle += 0 if first else 1
            filled += [(phase, cycle) for phase in phases]
    return filled


def _cycle(
    athlete: Athlete, weeks: int, race: Race | None, *, first: bool, short_start: bool
) -> tuple[Phase, ...]:
    if first:
        foundation = foundation_weeks(athlete) + int(short_start)
        return share_weeks(weeks, foundation=foundation, newcomer=is_newcomer(athlete), race=race)
    again = int(number("foundation_weeks_again"))
    return share_weeks(weeks, foundation=again, newcomer=False, race=race)


def _nothing_built(filled: Sequence[tuple[Phase, int]]) -> bool:
    return not any(phase in ORDER for phase, _ in filled)


def _stretch(round_race: Sequence[Rounded], start: int) -> int:
    length = 0
    while start + length < len(round_race) and round_race[start + length] is None:
        length += 1
    return length


def _even(weeks: int, parts: int) -> tuple[int, ...]:
    share, more = divmod(weeks, parts)
    return tuple(share + (1 if index < more else 0) for index in range(parts))


def _numbered(
    weeks: Sequence[date], phases: Sequence[tuple[Phase, int]], round_race: Sequence[Rounded]
) -> tuple[PhaseWeek, ...]:
    races = [entry[1] if entry else None for entry in round_race]
    keys = [(*phase, race) for phase, race in zip(phases, races, strict=True)]
    places: list[int] = []
    for index, key in enumerate(keys):
        goes_on = index > 0 and keys[index - 1] == key
        places.append(places[-1] + 1 if goes_on else 0)
    return tuple(
        PhaseWeek(
            monday=monday,
            phase=phase,
            race=race,
            cycle=cycle,
            week_of_phase=place,
            weeks_of_phase=_length(keys, index - place),
        )
        for index, (monday, (phase, cycle, race), place) in enumerate(zip(weeks, keys, places, strict=True))
    )


def _length(keys: Sequence[object], start: int) -> int:
    length = 1
    while start + length < len(keys) and keys[start + length] == keys[start]:
        length += 1
    return length
