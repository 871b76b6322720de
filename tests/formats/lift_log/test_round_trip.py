from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.lift_log.writer import (
    WrittenSet,
    WrittenWorkout,
    fitnotes,
    hevy,
    strong_a,
    strong_b,
    strong_c,
)

from runlift.domain.diary.entry import SetKind
from runlift.domain.diary.lift_log import MassUnit, RowFate
from runlift.formats.lift_log import read_lift_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.diary.lift_log import LiftLog, LoggedSet, LoggedWorkout

TODAY = date(2026, 11, 22)
FEW = settings(max_examples=12, deadline=None)
KG, LB = MassUnit.KG, MassUnit.LB
DIALECTS: dict[str, Callable[[list[WrittenWorkout], MassUnit], str]] = {
    "hevy": hevy,
    "strong a": strong_a,
    "strong a, old": partial(strong_a, old=True),
    "strong b": strong_b,
    "strong c": strong_c,
    "strong c, effort last": partial(strong_c, effort_last=True),
    "fitnotes": fitnotes,
    "fitnotes, old": partial(fitnotes, old=True),
}

words = st.text("abcXYZ äéł,;()'/-12", min_size=1, max_size=25).map(lambda text: " ".join(text.split()))
names = words.map(lambda text: f"E{text.strip(' ,')}")
weights = st.none() | st.integers(1, 1200).map(lambda quarters: quarters / 4)
efforts = st.none() | st.integers(2, 20).map(lambda halves: halves / 2)
counted = st.builds(
    WrittenSet,
    exercise=names,
    kind=st.sampled_from(SetKind),
    weight_kg=weights,
    reps=st.integers(1, 100),
    rpe=efforts,
)
held = st.builds(WrittenSet, exercise=names, weight_kg=weights, seconds=st.integers(1, 900), rpe=efforts)
starts = st.datetimes(datetime(2011, 1, 1), datetime(2026, 11, 1)).map(
    lambda t: t.replace(second=0, microsecond=0)
)
workouts = st.builds(
    WrittenWorkout,
    title=words,
    starts_at=starts,
    minutes=st.integers(1, 300),
    sets=st.lists(counted | held, min_size=1, max_size=8).map(tuple),
    note=st.just("") | words,
)
logs = st.lists(workouts, min_size=1, max_size=4, unique_by=lambda each: each.starts_at.date())


def read(text: str, unit: MassUnit | None = None) -> LiftLog:
    log = read_lift_log(text.encode(), name="log.csv", today=TODAY, unit=unit).log
    assert log is not None
    return log


def told(each: LoggedSet) -> tuple[object, ...]:
    return each.exercise, each.reps, each.seconds, pytest.approx(each.weight_kg, abs=0.001)


def as_written(each: WrittenSet) -> tuple[object, ...]:
    return each.exercise, each.reps, each.seconds, each.weight_kg


def in_order(written: list[WrittenWorkout], log: LiftLog) -> list[tuple[WrittenWorkout, LoggedWorkout]]:
    return list(zip(sorted(written, key=lambda each: each.starts_at), log.workouts, strict=True))


@pytest.mark.parametrize("unit", [KG, LB])
@pytest.mark.parametrize("dialect", DIALECTS)
@FEW
@given(written=logs)
def test_every_set_comes_back_as_it_was_written(
    dialect: str, unit: MassUnit, written: list[WrittenWorkout]
) -> None:
    log = read(DIALECTS[dialect](written, unit), unit if dialect.startswith("strong a") else None)
    assert {row.fate for row in log.rows} == {RowFate.READ}
    assert len(log.rows) == sum(len(one.sets) for one in written)
    for one, back in in_order(written, log):
        assert [told(each) for each in back.sets] == [as_written(each) for each in one.sets]
        assert [each.position for each in back.sets] == list(range(1, len(one.sets) + 1))
        assert back.starts_at.date() == one.starts_at.date()


@pytest.mark.parametrize("dialect", [each for each in DIALECTS if not each.startswith("fitnotes")])
@FEW
@given(written=logs)
def test_titles_hours_kinds_and_effort_come_back(dialect: str, written: list[WrittenWorkout]) -> None:
    log = read(DIALECTS[dialect](written, KG), KG)
    for one, back in in_order(written, log):
        assert (back.title, back.starts_at, back.note) == (one.title, one.starts_at, one.note)
        assert back.ends_at == (
            None if dialect.endswith("old") else one.starts_at + timedelta(minutes=one.minutes)
        )
        assert [each.kind for each in back.sets] == [each.kind for each in one.sets]
        assert [each.rir for each in back.sets] == [
            None if each.rpe is None else 10 - each.rpe for each in one.sets
        ]


@pytest.mark.parametrize("dialect", DIALECTS)
@FEW
@given(written=logs, data=st.data())
def test_the_way_a_file_is_stored_changes_nothing(
    dialect: str, written: list[WrittenWorkout], data: st.DataObject
) -> None:
    text = DIALECTS[dialect](written, KG)
    encoding = data.draw(st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
    ends = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    stored = data.draw(st.sampled_from(["", "\n", "sep=,\n"])) + text
    other = read_lift_log(stored.replace("\n", ends).encode(encoding), name="log.csv", today=TODAY, unit=KG)
    assert other.log is not None
    assert [one.sets for one in other.log.workouts] == [
        tuple(_moved(each, stored.count("\n") - text.count("\n")) for each in one.sets)
        for one in read(text, KG).workouts
    ]


def _moved(each: LoggedSet, lines: int) -> LoggedSet:
    return replace(each, line=each.line + lines)
