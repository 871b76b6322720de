"""Easy runs of some weeks, as an import keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from runlift.domain.activity.steady import SteadyPart
from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST, TODAY = date(2026, 12, 7), date(2027, 3, 3)
STEADY = SteadyPart(seconds=1740.0, speed=3.0, heart_rate=140.0, temperature_c=10.0)


def run(day: date = TODAY, *, kind: RunKind | None = RunKind.EASY, **steady: Any) -> RunDone:  # noqa: ANN401  fields of it
    return RunDone(
        starts_at=datetime.combine(day, time(7)),
        kind=kind,
        record=RunRecord(
            sources=(f"fit {day:%Y%m%d} a.fit",),
            kind_sure=0.6 if kind else None,
            heart_rate_max=160.0,
            steady=replace(STEADY, **steady),
        ),
    )


def season(speeds: Sequence[float], *, every: int = 4, **steady: Any) -> list[RunDone]:  # noqa: ANN401  fields of it
    return [
        run(FIRST + timedelta(days=place * every), speed=speed, **steady)
        for place, speed in enumerate(speeds)
    ]


def growing(weekly: float, *, runs: int = 20, seed: int = 1) -> list[float]:
    """Speeds that grow by a share a week, with 2 % to and fro from run to run."""
    swing = np.random.default_rng(seed).normal(0, 0.02, runs)
    return [3.0 * (1 + weekly) ** (place * 4 / 7) * (1 + swing[place]) for place in range(runs)]
