"""One week of short routines while it fills: which exercise goes on which days, at which moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.routine.slot import AFTER_RUN, AWAY_FROM_RUN, BEFORE_RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from runlift.domain.routine.slot import Slot
    from runlift.domain.routine.wish import Wish

_WEEK = timedelta(days=7)
_SECONDS_PER_MINUTE = 60


@dataclass(slots=True, kw_only=True)
class RoutineWeek:
    """A week of short routines while it fills.

    Attributes:
        slots: Moments that may hold a routine, by day in order.
        before_runs: Routines before runs that the week has had already.
        filled: What each moment holds.
    """

    slots: Mapping[date, tuple[Slot, ...]]
    before_runs: int = 0
    filled: dict[Slot, list[Wish]] = field(default_factory=dict)

    def take(
        self,
        wish: Wish,
        times: int,
        *,
        had: Collection[date],
        suits: Callable[[Slot], bool],
    ) -> None:
        """Put an exercise on as many days as wished, or as there are, in the best of all choices of days.

        Args:
            wish: The exercise.
            times: On how many days.
            had: Days that had it in the version before.
            suits: Whether it may be done at a moment.

        Source: CP022
        """
        usable = {day: [slot for slot in here if suits(slot)] for day, here in self.slots.items()}
        days = [day for day, here in usable.items() if self._slot_for(wish, here, 0)]
        choices = (
            self._moments(wish, [usable[day] for day in chosen])
            for chosen in combinations(days, min(max(times, 0), len(days)))
        )
        best = max(choices, key=lambda slots: self._worth(slots, had))
        for slot in best:
            self.filled.setdefault(slot, []).append(wish)

    def _moments(self, wish: Wish, days: Sequence[list[Slot]]) -> tuple[Slot, ...]:
        """Return the moment on each of some days, those first that have no other.

        Only moments before runs are scarce beyond a day; a day for which none is left has none.
        """
        taken: list[Slot] = []
        for here in sorted(days, key=lambda here: len(self._in_order(wish, here))):
            opened = sum(slot.moment == BEFORE_RUN and slot not in self.filled for slot in taken)
            slot = self._slot_for(wish, here, opened)
            taken += [slot] if slot else []
        return tuple(sorted(taken, key=lambda slot: slot.date))

    def _slot_for(self, wish: Wish, here: list[Slot], opened: int) -> Slot | None:
        """Return the moment of a day that suits an exercise best; None where no time is left."""
        return next((slot for slot in self._in_order(wish, here) if self._has_room(wish, slot, opened)), None)

    def _in_order(self, wish: Wish, here: list[Slot]) -> list[Slot]:
        """Return the moments at which an exercise may be done, the best first: the fewest routines a day."""
        by_moment = {slot.moment: slot for slot in here}
        away = by_moment.get(AWAY_FROM_RUN)
        order = [AFTER_RUN, AWAY_FROM_RUN]
        if wish.keeps_away:
            order = [AWAY_FROM_RUN]
        elif away in self.filled:
            order = [AWAY_FROM_RUN, AFTER_RUN]
        if wish.is_for_runs:
            order = [BEFORE_RUN, *order]
        return [by_moment[moment] for moment in order if moment in by_moment]

    def _has_room(self, wish: Wish, slot: Slot, opened: int) -> bool:
        """Tell whether time is left, or another routine may stand on the day.

        Source: CP008, CP020
        """
        held = self.filled.get(slot, [])
        most = number("routine_minutes_most") * _SECONDS_PER_MINUTE
        if sum(each.seconds for each in held) + wish.seconds > most:
            return False
        if held:
            return True
        if slot.moment == BEFORE_RUN and self._before_runs() + opened >= number("routine_before_run_days"):
            return False
        of_the_day = sum(each.date == slot.date for each in self.filled)
        return of_the_day < number("routines_a_day_most")

    def _before_runs(self) -> int:
        return self.before_runs + sum(slot.moment == BEFORE_RUN for slot in self.filled)

    def _worth(self, slots: tuple[Slot, ...], had: Collection[date]) -> tuple[float, ...]:
        """Return what a choice of days is worth, the weightiest first."""
        days = [slot.date for slot in slots]
        return (
            len(slots),
            sum(day in had for day in days),
            sum(slot.moment == BEFORE_RUN for slot in slots),
            sum(slot in self.filled for slot in slots),
            -_unevenness(days),
            *(-day.toordinal() for day in days),
        )


def _unevenness(days: Sequence[date]) -> int:
    """Return the sum of the squared distances from each day to the next, round the week [days squared]."""
    if not days:
        return 0
    return sum((later - day).days ** 2 for day, later in pairwise([*days, days[0] + _WEEK]))
