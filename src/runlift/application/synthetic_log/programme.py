"""How a made-up person trains a lift: repetitions wanted, load chosen, what is logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind
from runlift.domain.quantity import KILOGRAMS_PER_POUND

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from runlift.application.synthetic_log.capacity import Curve
    from runlift.application.synthetic_log.person import Person
    from runlift.application.synthetic_log.setting import Setting

_BLOCKS = ((8, 12), (6, 8), (4, 6))
_RANGES = ((8, 12), (6, 10), (5, 8), (5, 5), (10, 15))
_BLOCK_WEEKS = 5
_BLOCK_BELOW = 0.05  # how far below the possible a further block begins
_MOST_TOLD = 9
_NO_END = 99
_LEAP = 3  # steps of the rack at once, while it is far too easy
_TO_FAILURE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSet:
    """A set as it was logged."""

    kind: SetKind
    load_kg: float
    reps: int
    rir: float | None = None


@dataclass(slots=True, kw_only=True)
class Programme:
    """A lift in training, from session to session.

    Attributes:
        person: Who trains.
        setting: How such people are.
        rack: Loads that can be made [kg].
        body_kg: Mass of the body that moves with the weight [kg].
        curve: Repetitions by share of the maximum.
        rng: Randomness.
        ranges: Repetitions wanted, block by block.
        target: Reserve at which a set is ended.
        sets: Working sets.
        fatigue: Strength lost with each set (log).
        to_failure: Whether the last set goes on as long as it can.
        load_kg: Load of the next usual session [kg]; None before a block begins.
        block: Repetitions wanted now.
        felt: Reserves felt in the sets of the session.
        loads: Loads of other blocks [kg].
        turn: Sessions so far.
    """

    person: Person
    setting: Setting
    rack: tuple[float, ...]
    body_kg: float
    curve: Curve
    rng: Random
    ranges: tuple[tuple[int, int], ...]
    target: int
    sets: int
    fatigue: float
    to_failure: bool
    load_kg: float = 0.0
    block: tuple[int, int] = (0, 0)
    felt: list[float] = field(default_factory=list)
    loads: dict[tuple[int, int], float] = field(default_factory=dict)
    turn: int = 0

    def session(self, week: int, level: float, form: float) -> list[MadeSet]:
        """Train once: return what is logged, and settle the load of the next time.

        Args:
            week: Week of the log.
            level: Log of the true maximum, body included, without the form of the day.
            form: Form of the day (log).
        """
        self._begin_block(week, level)
        light = self.person.light_weeks and week % _BLOCK_WEEKS == _BLOCK_WEEKS - 1
        load = self._at_most(self.load_kg * 0.88) if light else self.load_kg
        work = self._work(load, level + form, light=light)
        if not work:
            self.load_kg = self._next(-1)
            return []
        if not light:
            self._settle(work)
        return self._mistyped([*self._warm_ups(load), *work])

    def _begin_block(self, week: int, level: float) -> None:
        wanted = self._wanted(week)
        if wanted == self.block:
            return
        first = self.block == (0, 0)
        self.loads[self.block], self.block = self.load_kg, wanted
        if self.setting.by_turns and wanted in self.loads:
            self.load_kg = self.loads[wanted]
            return
        below = self.setting.starts_below if first or self.setting.by_turns else _BLOCK_BELOW
        guess = exp(level + self.rng.gauss(-below, 0.08)) * self.curve.share(wanted[0] + 1 + self.target)
        self.load_kg = self._at_most(guess - self.body_kg)

    def _wanted(self, week: int) -> tuple[int, int]:
        self.turn += 1
        place = self.turn if self.setting.by_turns else week // _BLOCK_WEEKS
        return self.ranges[place % len(self.ranges)]

    def _work(self, load: float, level: float, *, light: bool) -> list[MadeSet]:
        self.felt = []
        made = (
            self._set(load, level - self.fatigue * number, number, light=light) for number in range(self.sets)
        )
        return [each for each in made if each is not None]

    def _set(self, load: float, level: float, number: int, *, light: bool) -> MadeSet | None:
        """Do a set: go on until the reserve felt is down to the target, or the repetitions are done."""
        can = self.curve.repetitions((load + self.body_kg) / exp(level)) * exp(self.rng.gauss(0, 0.04))
        open_end = self.to_failure and number == self.sets - 1 and not light
        top, stop = (_NO_END, 0) if open_end else (self.block[1], self.target)
        error = self.rng.gauss(0, 1)
        reps = 0
        while reps < top and reps + 1 <= can and self._felt(can - reps - 1, error) >= stop - 0.5:
            reps += 1
        if reps == 0 and can < 1:
            return None
        reps = max(reps, 1)
        felt = self._felt(can - reps, error)
        self.felt.append(felt)
        untold = self.person.silent or self.rng.random() < self.setting.untold
        rir = None if untold else float(max(0, min(_MOST_TOLD, round(felt))))
        return MadeSet(kind=SetKind.WORK, load_kg=load, reps=reps, rir=rir)

    def _felt(self, reserve: float, error: float) -> float:
        """Return the reserve that is felt: biased, and with an error that grows with the reserve.

        Source: D024, Q002.
        """
        reserve = max(reserve, 0.0)
        bias = self.person.rir_bias * min(1.0, reserve / 3)
        return reserve + bias + error * (self.setting.rir_error + self.setting.rir_error_growth * reserve)

    def _settle(self, work: Sequence[MadeSet]) -> None:
        """Take the next weight when all repetitions were done, the last one when they were missed by far."""
        if len(work) == self.sets and all(each.reps >= self.block[1] for each in work):
            easy = min(self.felt) > self.target + 3
            self.load_kg = self._next(_LEAP if easy and self.setting.catches_up else 1)
        elif min(each.reps for each in work) < self.block[0] - 1:
            self.load_kg = self._next(-1)

    def _warm_ups(self, load: float) -> list[MadeSet]:
        if self.person.warm_ups == "none":
            return []
        kind = SetKind.WARM_UP if self.person.warm_ups == "marked" else SetKind.WORK
        shares = (0.5, 0.75)
        return [
            MadeSet(kind=kind, load_kg=self._at_most(load * share), reps=self.rng.choice((5, 8, 10)))
            for share in shares
        ]

    def _mistyped(self, sets: list[MadeSet]) -> list[MadeSet]:
        if self.rng.random() < self.setting.wrong_unit:
            times = self.rng.choice((KILOGRAMS_PER_POUND, 1 / KILOGRAMS_PER_POUND))
            return [_with_load(each, round(each.load_kg * times, 1)) for each in sets]
        if self.rng.random() < self.setting.slip:
            at = self.rng.randrange(len(sets))
            load = sets[at].load_kg
            sets[at] = _with_load(sets[at], self.rng.choice((load * 10, load / 10, load + 20)))
        return sets

    def _at_most(self, load: float) -> float:
        return max((each for each in self.rack if each <= load), default=self.rack[0])

    def _next(self, steps: int) -> float:
        place = self.rack.index(self.load_kg) + steps
        return self.rack[min(max(place, 0), len(self.rack) - 1)]


def made_programme(
    person: Person,
    setting: Setting,
    rng: Random,
    *,
    rack: tuple[float, ...],
    body_kg: float,
    curve: Curve,
) -> Programme:
    """Make up how a person trains a lift."""
    return Programme(
        person=person,
        setting=setting,
        rack=rack,
        body_kg=body_kg,
        curve=curve,
        rng=rng,
        ranges=_BLOCKS if person.blocks or setting.by_turns else (rng.choice(_RANGES),),
        target=rng.choice((1, 2, 2, 3)),
        sets=rng.choice((2, 3, 3, 4)),
        fatigue=rng.uniform(0.005, 0.03),
        to_failure=rng.random() < _TO_FAILURE,
    )


def _with_load(each: MadeSet, load_kg: float) -> MadeSet:
    return MadeSet(kind=each.kind, load_kg=load_kg, reps=each.reps, rir=each.rir)
