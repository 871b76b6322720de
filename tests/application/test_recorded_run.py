from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.logged_plan import TODAY, author, plan

from runlift.application.error import InputError
from runlift.application.tell_run import RunTold, tell_run
from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

PLAN = plan()
PLANNED = f"{TODAY}/1"
WATCH = RunDone(
    starts_at=datetime.combine(TODAY, time(6, 58)),
    distance_m=10_240.0,
    duration_s=3_312.0,
    kind=RunKind.STEADY,
    record=RunRecord(sources=("fit 0123456789abcdef a.fit",), heart_rate=151.0, kind_sure=0.6),
)


def kept(run: RunDone, entry_id: str = "run:recorded:1") -> dict[str, Recorded]:
    return {entry_id: author().write(entry_id, run, {})}


def told(run: RunTold, latest: dict[str, Recorded]) -> tuple[str, RunDone]:
    recorded = tell_run(run, PLAN, latest, author(minutes=5), lambda: "new")
    assert isinstance(recorded.entry, RunDone)
    return recorded.id, recorded.entry


def test_the_effort_of_a_recorded_run_needs_no_distance_and_no_time() -> None:
    entry_id, run = told(RunTold(date=TODAY, effort=6, note="Windy"), kept(WATCH))
    assert entry_id == "run:recorded:1"
    assert (run.effort, run.note, run.run) == (6, "Windy", PLANNED)
    assert (run.distance_m, run.starts_at, run.record.heart_rate) == (10_240, WATCH.starts_at, 151)
    assert (run.kind, run.record.kind_sure) == (RunKind.STEADY, 0.6)


def test_figures_and_kind_that_are_told_hold_over_the_record() -> None:
    _, run = told(RunTold(date=TODAY, km=10, kind=RunKind.TEMPO, start=time(7)), kept(WATCH))
    assert (run.distance_m, run.duration_s) == (10_000, 3_312)
    assert (run.kind, run.record.kind_sure) == (RunKind.TEMPO, None)
    assert run.starts_at.time() == time(7)
    assert run.record.sources == WATCH.record.sources


def test_a_run_of_quite_another_length_is_another_run() -> None:
    latest = kept(replace(WATCH, run="", distance_m=21_000.0, duration_s=7_000.0))
    entry_id, _ = told(RunTold(date=TODAY, km=5, minutes=30), latest)
    assert entry_id == f"run:{PLANNED}"


def test_the_record_that_stands_for_the_planned_run_is_meant_whatever_its_length() -> None:
    latest = kept(replace(WATCH, run=PLANNED, distance_m=21_000.0))
    assert told(RunTold(date=TODAY, km=5, minutes=30), latest)[0] == "run:recorded:1"


@pytest.mark.parametrize(
    "latest",
    [
        {},
        kept(replace(WATCH, starts_at=WATCH.starts_at - timedelta(days=1))),
        kept(WATCH) | kept(replace(WATCH, starts_at=WATCH.starts_at + timedelta(hours=9)), "run:recorded:2"),
        {each: replace(one, withdrawn=True) for each, one in kept(WATCH).items()},
    ],
    ids=["none", "another day", "two of them", "taken back"],
)
def test_without_one_recorded_run_of_the_day_distance_or_time_must_be_told(
    latest: dict[str, Recorded],
) -> None:
    with pytest.raises(InputError, match="Neither distance nor time"):
        told(RunTold(date=TODAY, effort=6), latest)
