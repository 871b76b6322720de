from __future__ import annotations

import json
from datetime import date, time, timedelta
from importlib import resources

import jsonschema
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan, RunPart
from runlift.formats.running_plan.reading import read_plan_entries
from runlift.formats.running_plan.schedule_dump import dump_running_plan

SCHEMA = json.loads(
    resources.files("runlift.formats").joinpath("schema/running-plan.schema.json").read_text(encoding="utf-8")
)
FIRST = date(2027, 1, 4)
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=20)
TITLES = WORDS | st.just("")
METRES = st.none() | st.floats(0.1, 200_000) | st.integers(1, 100_000).map(float)
SECONDS = st.none() | st.floats(0.1, 80_000) | st.integers(1, 1_000).map(lambda minutes: minutes * 60.0)
PARTS = st.builds(
    RunPart, repeats=st.integers(1, 40), distance_m=METRES, duration_s=SECONDS, intensity=WORDS | st.just("")
)


@st.composite
def plans(draw: st.DrawFn) -> RunningPlan:
    days = []
    for index in range(draw(st.integers(1, 4))):
        on = FIRST + timedelta(days=index)
        runs = tuple(draw(run(on, number)) for number in range(1, draw(st.integers(1, 3)) + 1))
        days.append(RunningDay(date=on, runs=runs))
    return RunningPlan(days=tuple(days), name=draw(WORDS))


def run(on: date, number: int) -> st.SearchStrategy[Run]:
    return st.builds(
        Run,
        id=st.just(f"{on}-{number}"),
        date=st.just(on),
        kind=st.sampled_from(RunKind),
        key=st.booleans(),
        title=TITLES,
        start=st.none() | st.times().map(lambda at: time(at.hour, at.minute)),
        distance_m=METRES,
        duration_s=SECONDS,
        parts=st.lists(PARTS, max_size=2).map(tuple),
        movable=st.booleans(),
        note=WORDS | st.just(""),
    )


@settings(max_examples=150, deadline=None)
@given(plans())
def test_a_written_plan_reads_back_equal(plan: RunningPlan) -> None:
    outcome = read_plan_entries(dump_running_plan(plan), name="plan.yaml", today=FIRST)
    assert outcome.entries is not None, outcome.findings
    runs = [run for day in plan.days for run in day.runs]
    for written, read in zip(runs, outcome.entries.entries, strict=True):
        assert (read.source_id, read.date, read.title, read.note) == (
            written.id,
            written.date,
            written.title,
            written.note,
        )
        assert (read.source_kind, read.key) == (f"runlift:{written.kind}", written.key)
        assert (read.distance_m, read.duration_s) == (written.distance_m, written.duration_s)
        assert (read.start, read.parts) == (written.start, written.parts)
        assert bool(read.movable) == written.movable


@settings(max_examples=30, deadline=None)
@given(plans())
def test_a_written_plan_fits_the_published_schema_and_is_the_same_bytes_twice(plan: RunningPlan) -> None:
    dumped = dump_running_plan(plan)
    assert dumped == dump_running_plan(plan)
    jsonschema.validate(yaml.safe_load(dumped), SCHEMA)
