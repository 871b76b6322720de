"""Which planned run each done run stands for."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.load import estimated_distance, estimated_minutes
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from runlift.domain.diary.entry import RunDone
    from runlift.domain.running.plan import Run

SECONDS_PER_MINUTE = 60
_CALM = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMatch:
    """A done run and the planned run it stands for.

    Attributes:
        done: Place of the done run among those given.
        run: Id of the planned run.
        distance: How unlike they are, 0 for alike.
    """

    done: int
    run: str
    distance: float


def match_runs(done: Sequence[RunDone], planned: Iterable[Run]) -> tuple[RunMatch, ...]:
    """Return which planned run each done run stands for; each is used once, the most alike first.

    What the runner said of a run, that it stands for a planned one, holds.

    Source: AC17.
    """
    runs = [run for run in planned if run.kind.is_run]
    told = [RunMatch(done=at, run=each.run, distance=0.0) for at, each in enumerate(done) if each.run]
    taken_done, taken_runs = {each.done for each in told}, {each.run for each in told}
    found = list(told)
    for match in sorted(_candidates(done, runs), key=lambda each: (each.distance, each.done, each.run)):
        if match.done not in taken_done and match.run not in taken_runs:
            found.append(match)
            taken_done.add(match.done)
            taken_runs.add(match.run)
    return tuple(sorted(found, key=lambda each: each.done))


def _candidates(done: Sequence[RunDone], planned: Sequence[Run]) -> Iterator[RunMatch]:
    """Yield the pairs that are alike enough; on another day only where the day has no run of its own."""
    days = {run.date for run in planned}
    for at, each in enumerate(done):
        day = each.starts_at.date()
        for run in planned:
            if run.date != day and day in days:
                continue
            distance = unlikeness(each, run)
            if distance < number("match_most"):
                yield RunMatch(done=at, run=run.id, distance=distance)


def unlikeness(done: RunDone, run: Run) -> float:
    """Return how unlike a done and a planned run are: 0 for alike, infinite for days apart.

    Source: AC17.
    """
    days = abs((run.date - done.starts_at.date()).days)
    if days > number("match_days"):
        return float("inf")
    kind = 0.0 if done.kind is None or _alike(done.kind, run.kind) else number("match_other_kind")
    return _size_apart(done, run) + days * number("match_per_day") + kind


def _size_apart(done: RunDone, run: Run) -> float:
    """Return the logarithmic distance of the lengths: of what the plan states, else of what it comes to."""
    minutes = done.duration_s / SECONDS_PER_MINUTE if done.duration_s else None
    stated = [(done.distance_m, run.distance_m), (done.duration_s, run.duration_s)]
    estimated = [(done.distance_m, estimated_distance(run)), (minutes, estimated_minutes(run))]
    for pairs in (stated, estimated):
        apart = [abs(log(a / b)) for a, b in pairs if a and b]
        if apart:
            return min(apart)
    return 0.0


def _alike(one: RunKind, other: RunKind) -> bool:
    return one is other or {one, other} <= _CALM
