from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.application.app_load import HandWeights
from runlift.application.import_lifts import entries_of
from runlift.application.map_names import NameMap, meanings
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyMass, SessionDone, SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import LoadType
from runlift.domain.plan.session import Side
from runlift.formats.lift_csv import hevy_csv, strong_csv
from runlift.formats.lift_log import read_lift_log
from runlift.formats.lift_log.aliases import aliases
from runlift.formats.tidy_csv import COLUMNS, tidy_csv
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.diary.entry import Entry

Done = tuple[str, int, float, SetKind, float | None]
STARTS = datetime(2027, 1, 5, 18, 0)
LOADED = sorted(each.id for each in catalogue().values() if each.load_type is LoadType.HEAVY_LOAD)
sets = st.lists(
    st.tuples(
        st.sampled_from(LOADED),
        st.integers(1, 20),
        st.integers(2, 200).map(lambda halves: halves * 2.5),
        st.sampled_from([SetKind.WORK, SetKind.WARM_UP, SetKind.FAILURE]),
        st.sampled_from([None, 1.0, 2.0, 3.0]),
    ),
    min_size=1,
    max_size=12,
)


def diary_of(*entries: Entry) -> Diary:
    at = datetime(2027, 1, 5, 20, tzinfo=UTC)
    return Diary.of(
        Recorded(id=f"{number}", revision=1, device="phone", recorded_at=at, entry=entry)
        for number, entry in enumerate(entries)
    )


def session_of(done: list[Done], note: str = "") -> Diary:
    told = [
        SetDone(
            session="one",
            position=number,
            exercise=exercise,
            done_at=STARTS + timedelta(minutes=2 * number),
            kind=kind,
            reps=reps,
            load_kg=kg,
            rir=rir,
            note=note,
        )
        for number, (exercise, reps, kg, kind, rir) in enumerate(done, start=1)
    ]
    whole = SessionDone(session="one", starts_at=STARTS, ends_at=STARTS + timedelta(hours=1), title="Legs")
    return diary_of(whole, *told)


def back(data: bytes, *answered: str) -> list[SetDone]:
    """The sets that our own import makes of a file, where the runner answered which exercises are meant."""
    confirmed = {exercise_name(each): each for each in answered}
    log = read_lift_log(data, name="lifts.csv", today=date(2027, 2, 1)).log
    assert log is not None
    (workout,) = log.workouts
    assert workout.starts_at == STARTS
    names = meanings([each.exercise for each in workout.sets], NameMap.of(aliases(), confirmed, lambda _: ()))
    made = entries_of(workout, log.app, names, HandWeights.EACH)
    return [each for each in made.values() if isinstance(each, SetDone)]


def number_in(data: bytes) -> float:
    """The weight of the first set as an app shows it."""
    delimiter = ";" if b";" in data.splitlines()[0] else ","
    row = next(csv.DictReader(io.StringIO(data.decode()), delimiter=delimiter))
    return float(row.get("weight_kg") or row["Weight"])


@pytest.mark.parametrize("write", [hevy_csv, strong_csv])
@settings(deadline=None)
@given(done=sets)
def test_another_app_s_export_is_read_back_to_the_same_sets(
    write: Callable[[Diary], bytes], done: list[Done]
) -> None:
    read = Counter(
        (each.exercise, each.reps, each.load_kg, each.kind)
        for each in back(write(session_of(done)), *(id_ for id_, *_ in done))
    )
    assert read == Counter((id_, reps, kg, kind) for id_, reps, kg, kind, _ in done)


@pytest.mark.parametrize("write", [hevy_csv, strong_csv])
def test_an_app_is_told_the_weight_of_one_of_two_dumbbells(write: Callable[[Diary], bytes]) -> None:
    data = write(session_of([("rdl_db", 8, 32.0, SetKind.WORK, 3.0)]))
    assert number_in(data) == 16.0
    assert [each.load_kg for each in back(data)] == [32.0]


@pytest.mark.parametrize("write", [hevy_csv, strong_csv])
def test_two_contacts_a_repetition_stay_two(write: Callable[[Diary], bytes]) -> None:
    skips = SetDone(session="one", position=1, exercise="a_skip", done_at=STARTS, contacts=10)
    (read,) = back(write(diary_of(skips)))
    assert (read.reps, read.contacts) == (5, 10)


def test_sides_are_told_in_the_notes_and_holds_in_seconds() -> None:
    hold = SetDone(
        session="one", position=1, exercise="side_plank", done_at=STARTS, seconds=40, side=Side.LEFT
    )
    (row,) = csv.DictReader(io.StringIO(hevy_csv(diary_of(hold)).decode()))
    assert (row["exercise_notes"], row["duration_seconds"], row["weight_kg"]) == ("left side", "40", "")


@pytest.mark.parametrize("note", ["=1+1", "+1", "-2", "@cmd", "\tx"])
def test_no_cell_is_taken_for_a_formula(note: str) -> None:
    diary = session_of([("back_squat", 5, 100.0, SetKind.WORK, 2.0)], note)
    for data in (hevy_csv(diary), strong_csv(diary), tidy_csv(diary, None)):
        text = data.decode()
        delimiter = ";" if ";" in text.splitlines()[0] else ","
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_the_long_table_holds_an_observation_a_row() -> None:
    diary = diary_of(
        SetDone(
            session="s", position=1, exercise="back_squat", done_at=STARTS, reps=5, load_kg=100.0, rir=2.0
        ),
        BodyMass(date=date(2027, 1, 6), mass_kg=66.5),
    )
    rows = list(csv.DictReader(io.StringIO(tidy_csv(diary, None).decode())))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["source"], row["measure"], row["value"], row["unit"]) for row in rows] == [
        ("done", "reps", "5", ""),
        ("done", "load_kg", "100", "kg"),
        ("done", "rir", "2", "reps"),
        ("told", "mass_kg", "66.5", "kg"),
    ]
