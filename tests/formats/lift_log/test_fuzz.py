from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.lift_log.writer import WrittenSet, WrittenWorkout, hevy

from runlift.domain.diary.lift_log import MassUnit, RowFate
from runlift.formats.lift_log import read_lift_log
from runlift.formats.lift_log.read import MOST_ROWS
from runlift.formats.lift_log.records import lines_of
from runlift.formats.lift_log.source import MAX_BYTES

if TYPE_CHECKING:
    from runlift.formats.lift_log import LiftLogRead

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 22)
SEEDS = st.sampled_from(
    [each.read_bytes() for each in sorted(CORPUS.glob("dialect_*.csv"))]
    + [each.read_bytes() for each in sorted(CORPUS.glob("bug_*.csv"))]
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HEADS = st.sampled_from(
    [each.read_bytes().split(b"\n")[0] + b"\n" for each in sorted(CORPUS.glob("dialect*.csv"))]
)


def read(data: bytes, unit: MassUnit | None = MassUnit.KG) -> LiftLogRead:
    return read_lift_log(data, name="log.csv", today=TODAY, unit=unit)


def assert_holds(data: bytes, outcome: LiftLogRead) -> None:
    """What must hold of any file whatever: one error or a log, and each row told exactly once."""
    errors = [each for each in outcome.findings if each.severity == "error"]
    assert (outcome.log is None) == bool(errors)
    if outcome.log is None:
        return
    lines = Counter(row.line for row in outcome.log.rows)
    assert max(lines.values()) == 1
    assert max(lines) <= len(lines_of(data.decode("latin-1")))
    kept = {
        row.line
        for row in outcome.log.rows
        if row.fate in {RowFate.READ, RowFate.UNSURE} and row.code != "note"
    }
    assert {each.line for one in outcome.log.workouts for each in one.sets} == kept
    assert all(row.message for row in outcome.log.rows if row.fate is not RowFate.READ)
    for one in outcome.log.workouts:
        assert one.starts_at.date() <= TODAY
        assert len({(each.exercise, each.occurrence, each.index) for each in one.sets}) == len(one.sets)


@QUICK
@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    assert_holds(data, read(data))


@QUICK
@given(HEADS, st.text("\"'\n,;\t0123456789.:-aA WFDkgé\x00", max_size=200))
def test_random_words_under_a_true_header_never_raise(head: bytes, words: str) -> None:
    assert_holds(head + words.encode(), read(head + words.encode()))


@QUICK
@given(SEEDS, st.data())
def test_damaged_files_never_raise_and_lose_no_row_untold(seed: bytes, data: st.DataObject) -> None:
    damaged = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert_holds(bytes(damaged), read(bytes(damaged), data.draw(st.sampled_from([None, *MassUnit]))))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (MAX_BYTES + 1), "file_too_large"),
        (b"title,start_time,exercise_title,set_index,reps\n" + b"\n" * 1_000_001, "too_many_rows"),
        (b"title,start_time,exercise_title,set_index,reps\n" + b"a\n" * (MOST_ROWS + 1), "too_many_rows"),
        (b"," * 5_000_000, "unknown_header"),
        (b"\0" * 5_000, "empty_file"),
    ],
    ids=["larger than any log", "empty lines", "too many rows", "one line of commas", "NULs"],
)
def test_files_beyond_every_measure_are_told_at_once(data: bytes, code: str) -> None:
    begun = process_time()
    assert [each.code for each in read(data).findings] == [code]
    assert process_time() - begun < 3


def test_a_row_of_one_endless_line_is_refused_with_its_line() -> None:
    data = b"title,start_time,exercise_title,set_index,reps\n" + b"a" * 5_000_000
    log = read(data).log
    assert log is not None
    assert [(row.line, row.code) for row in log.rows] == [(2, "line_too_long")]


@pytest.mark.parametrize("row", ['"a\n', '"a\nb,c\nb,c\n', 'x,2026-01-01 10:00,"a\n', "," * 30 + "\n", "'\n"])
def test_the_time_to_read_grows_with_the_file_and_no_faster(row: str) -> None:
    def taken(times: int) -> float:
        data = ("title,start_time,exercise_title,set_index,reps\n" + row * times).encode()
        begun = process_time()
        read(data)
        return process_time() - begun

    short = min(taken(4_000) for _ in range(3))
    assert min(taken(16_000) for _ in range(2)) < 4 * 2.5 * short + 0.05


def test_an_unreadable_line_makes_no_workout_whole() -> None:
    one = WrittenWorkout(
        title="A",
        starts_at=datetime(2026, 4, 8, 16, 50),
        minutes=30,
        sets=(WrittenSet(exercise="Squat", reps=5),),
    )
    text = hevy([one])
    whole, torn = read(text.encode()).log, read((text + '"A","8 Apr').encode()).log
    assert whole is not None
    assert torn is not None
    assert (whole.workouts[0].whole, torn.workouts[0].whole) == (True, False)
