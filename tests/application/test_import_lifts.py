from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.fake_store import FakeStore
from tests.formats.lift_log.writer import WrittenSet, hevy
from tests.lift_logs import MONDAY, TODAY, log_of, names_of, workout

from runlift.application.app_load import HandWeights
from runlift.application.author import Author, latest_versions
from runlift.application.import_lifts import DEVICE, ImportChoice, LiftImport, hands_before, import_lifts
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SessionDone, SetDone, SetKind
from runlift.domain.diary.lift_log import MassUnit, RowFate
from runlift.formats.lift_log import read_lift_log

if TYPE_CHECKING:
    from tests.formats.lift_log.writer import WrittenWorkout

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
SQUAT = WrittenSet(exercise="Squat (Barbell)", weight_kg=80, reps=5, rpe=8)
BENCH = WrittenSet(exercise="Bench Press (Dumbbell)", weight_kg=18, reps=8)
CURL = WrittenSet(exercise="Lying Leg Curl (Machine)", weight_kg=40, reps=10)
LEGS = workout(SQUAT, replace(SQUAT, kind=SetKind.WARM_UP), BENCH, CURL)
LATER = workout(SQUAT, starts_at=MONDAY + timedelta(days=2))
FEW = settings(max_examples=25, deadline=None)


class Home:
    """A diary in memory into which files are imported, one moment after another."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.moment = NOW

    def take(
        self,
        *workouts: WrittenWorkout,
        confirmed: dict[str, str] | None = None,
        hands: HandWeights = HandWeights.EACH,
        bring_back: bool = False,
    ) -> LiftImport:
        """Import workouts as one file."""
        log = log_of(*workouts)
        self.moment += timedelta(minutes=1)
        made = import_lifts(
            log,
            names_of(log, confirmed),
            self.store.recorded("me"),
            recorded_at=self.moment,
            choice=ImportChoice(hands=hands, bring_back=bring_back),
        )
        receipt = self.store.record("me", made.entries)
        assert not receipt.refused
        return made

    def sets(self) -> list[SetDone]:
        """Return the sets that hold, in order."""
        held = Diary.of(self.store.recorded("me")).of_kind(SetDone)
        return sorted(held, key=lambda each: (each.done_at, each.position))

    def withdraw(self, entry_id: str) -> None:
        """Take an entry back as the runner does."""
        latest = latest_versions(self.store.recorded("me"))
        self.moment += timedelta(minutes=1)
        author = Author(device="phone", now=self.moment)
        self.store.record("me", [author.write(entry_id, latest[entry_id].entry, latest, withdrawn=True)])


written = st.lists(
    st.builds(
        WrittenSet,
        exercise=st.sampled_from(["Squat (Barbell)", "Bench Press (Dumbbell)", "My own", "Plank"]),
        kind=st.sampled_from(SetKind),
        weight_kg=st.none() | st.integers(1, 200).map(float),
        reps=st.integers(1, 30),
    ),
    min_size=1,
    max_size=5,
)
files = st.lists(written, min_size=1, max_size=4).map(
    lambda days: [workout(*sets, starts_at=MONDAY + timedelta(days=day)) for day, sets in enumerate(days)]
)


def test_a_workout_becomes_a_session_and_its_sets() -> None:
    home = Home()
    made = home.take(LEGS)
    (session,) = Diary.of(home.store.recorded("me")).of_kind(SessionDone)
    assert (session.source, session.title, session.starts_at) == ("hevy", "Legs", MONDAY)
    assert session.ends_at == MONDAY + timedelta(hours=1)
    assert {each.session for each in home.sets()} == {session.session}
    assert (made.added, made.changed, made.known, made.gone) == (5, 0, 0, 0)
    squat = home.sets()[0]
    assert (squat.exercise, squat.name, squat.reps, squat.load_kg, squat.rir) == (
        "back_squat", "Squat (Barbell)", 5, 80, 2,
    )  # fmt: skip


@FEW
@given(files)
def test_importing_twice_is_importing_once(workouts: list[WrittenWorkout]) -> None:
    home = Home()
    home.take(*workouts)
    before = home.store.recorded("me")
    made = home.take(*reversed(workouts))
    assert home.store.recorded("me") == before
    assert (made.entries, made.added, made.changed, made.gone) == ((), 0, 0, 0)
    assert made.known == len(before)


@FEW
@given(files, st.data())
def test_a_longer_export_adds_what_is_new_and_nothing_else(
    workouts: list[WrittenWorkout], data: st.DataObject
) -> None:
    split = data.draw(st.integers(0, len(workouts)))
    stepwise, at_once = Home(), Home()
    if split:
        stepwise.take(*workouts[:split])
    made = stepwise.take(*workouts)
    at_once.take(*workouts)
    assert (made.changed, made.gone) == (0, 0)
    assert made.added == sum(1 + len(one.sets) for one in workouts[split:])
    assert stepwise.sets() == at_once.sets()


@FEW
@given(files, st.data())
def test_whatever_is_edited_in_the_app_the_diary_ends_as_the_file_is(
    workouts: list[WrittenWorkout], data: st.DataObject
) -> None:
    home, fresh = Home(), Home()
    home.take(*workouts)
    edited = [replace(one, sets=tuple(data.draw(written))) for one in workouts]
    home.take(*edited)
    fresh.take(*edited)
    assert home.sets() == fresh.sets()
    made = home.take(*edited)
    assert made.entries == ()


def test_a_changed_set_becomes_the_next_revision_and_its_history_stays() -> None:
    home = Home()
    home.take(workout(SQUAT, BENCH))
    made = home.take(workout(replace(SQUAT, reps=6), BENCH))
    assert (made.added, made.changed, made.known) == (0, 1, 2)
    (changed,) = made.entries
    history = home.store.history("me", changed.id)
    assert [each.revision for each in history] == [1, 2]
    assert [each.entry.reps for each in history if isinstance(each.entry, SetDone)] == [5, 6]


def test_a_set_deleted_in_the_app_is_taken_back_and_comes_again_when_it_is_there_again() -> None:
    home = Home()
    home.take(workout(SQUAT, BENCH))
    assert home.take(workout(SQUAT)).gone == 1
    assert [each.exercise for each in home.sets()] == ["back_squat"]
    assert home.take(workout(SQUAT, BENCH)).changed == 1
    assert [each.exercise for each in home.sets()] == ["back_squat", "db_bench"]


def test_a_workout_that_is_not_in_the_file_stays() -> None:
    home = Home()
    home.take(LEGS, LATER)
    assert home.take(LATER).gone == 0
    assert len(home.sets()) == 5


def test_nothing_is_taken_back_where_a_row_could_not_be_read() -> None:
    home = Home()
    home.take(workout(SQUAT, BENCH))
    made = home.take(workout(SQUAT, replace(BENCH, reps=5000)))
    assert (made.gone, len(home.sets())) == (0, 2)


def test_a_refused_row_keeps_its_place_so_that_its_neighbours_keep_their_ids() -> None:
    home = Home()
    home.take(workout(SQUAT, replace(SQUAT, reps=5000), SQUAT))
    made = home.take(workout(SQUAT, SQUAT, SQUAT))
    assert (made.added, made.changed) == (1, 0)


def test_what_the_runner_took_back_stays_so_unless_it_is_asked_for() -> None:
    home = Home()
    made = home.take(workout(SQUAT, BENCH))
    home.withdraw(made.entries[1].id)
    again = home.take(workout(SQUAT, BENCH))
    assert (again.stay_away, again.entries) == (1, ())
    assert len(home.sets()) == 1
    assert home.take(workout(SQUAT, BENCH), bring_back=True).changed == 1
    assert len(home.sets()) == 2


def test_the_same_exercise_twice_in_a_workout_are_two_groups_of_sets() -> None:
    home = Home()
    made = home.take(workout(SQUAT, BENCH, SQUAT))
    assert len({each.id for each in made.entries}) == 4
    assert [each.position for each in home.sets()] == [1, 2, 3]


def test_the_same_account_exported_in_pounds_adds_nothing() -> None:
    home = Home()
    home.take(LEGS)
    log = read_lift_log(hevy([LEGS], MassUnit.LB).encode(), name="hevy.csv", today=TODAY).log
    assert log is not None
    assert import_lifts(log, names_of(log), home.store.recorded("me"), recorded_at=NOW).entries == ()


def test_loads_are_of_both_hands_and_of_one_leg_as_the_catalogue_counts() -> None:
    home = Home()
    home.take(workout(SQUAT, BENCH, CURL))
    assert [each.load_kg for each in home.sets()] == [80, 36, 20]


def test_a_runner_who_writes_both_weights_together_is_taken_at_their_word() -> None:
    home = Home()
    home.take(workout(BENCH), hands=HandWeights.TOTAL)
    assert [each.load_kg for each in home.sets()] == [18]
    log = log_of(workout(BENCH), LATER)
    assert hands_before(log, names_of(log), home.store.recorded("me")) is HandWeights.TOTAL
    home.take(workout(BENCH), hands=HandWeights.EACH)
    assert [each.load_kg for each in home.sets()] == [36]
    assert hands_before(log, names_of(log), home.store.recorded("me")) is HandWeights.EACH


def test_nothing_shows_what_two_weights_were_taken_for_before_the_first_import() -> None:
    log = log_of(LEGS)
    assert hands_before(log, names_of(log), ()) is None


def test_a_name_without_an_exercise_keeps_its_set_and_its_number() -> None:
    home = Home()
    home.take(workout(WrittenSet(exercise="My own thing", weight_kg=12.5, reps=8)))
    (own,) = home.sets()
    assert (own.exercise, own.name, own.load_kg, own.reps) == ("", "My own thing", 12.5, 8)


def test_a_name_that_is_confirmed_later_corrects_what_was_imported() -> None:
    home = Home()
    own = WrittenSet(exercise="My own thing", weight_kg=12.5, reps=8)
    home.take(workout(own))
    made = home.take(workout(own), confirmed={"My own thing": "rdl_db"})
    assert made.changed == 1
    assert [(each.exercise, each.load_kg) for each in home.sets()] == [("rdl_db", 25)]


def test_assistance_is_no_load() -> None:
    home = Home()
    home.take(workout(WrittenSet(exercise="Pull Up (Assisted)", weight_kg=20, reps=8)))
    (helped,) = home.sets()
    assert (helped.exercise, helped.load_kg, helped.note) == ("", None, "20 kg of assistance")


def test_jumps_are_counted_in_contacts_too() -> None:
    home = Home()
    home.take(workout(WrittenSet(exercise="Box Jump", reps=6)))
    (jump,) = home.sets()
    assert (jump.exercise, jump.reps, jump.contacts) == ("box_jump", 6, 6)


def test_endurance_work_under_a_known_name_is_left_out_and_makes_no_session() -> None:
    home = Home()
    made = home.take(workout(WrittenSet(exercise="Treadmill", seconds=600)))
    assert made.entries == ()
    assert [(row.fate, row.code) for row in made.rows] == [(RowFate.LEFT_OUT, "cardio")]


def test_rows_of_names_that_are_not_sure_are_told_as_unsure_and_kept() -> None:
    home = Home()
    made = home.take(workout(WrittenSet(exercise="Bulgarian Split Squat", weight_kg=12, reps=8)))
    assert [(row.fate, row.code) for row in made.rows] == [(RowFate.UNSURE, "unsure_name")]
    assert [each.exercise for each in home.sets()] == [""]


@FEW
@given(files)
def test_every_row_ends_in_one_fate_and_every_kept_row_in_the_diary(workouts: list[WrittenWorkout]) -> None:
    home = Home()
    made = home.take(*workouts)
    assert [row.line for row in made.rows] == list(range(2, 2 + sum(len(one.sets) for one in workouts)))
    kept = sum(row.fate in {RowFate.READ, RowFate.UNSURE} for row in made.rows)
    assert kept == len(home.sets())


@pytest.mark.parametrize("field", ["title", "starts_at"])
def test_two_workouts_differ_by_their_name_or_their_start(field: str) -> None:
    home = Home()
    other = replace(LATER, starts_at=LEGS.starts_at) if field == "title" else LATER
    other = replace(other, title="Other") if field == "title" else other
    home.take(LEGS, other)
    assert len(Diary.of(home.store.recorded("me")).of_kind(SessionDone)) == 2


def test_imports_write_under_their_own_device_at_the_moment_they_are_told() -> None:
    home = Home()
    made = home.take(LEGS)
    assert {each.device for each in made.entries} == {DEVICE}
    assert {each.recorded_at for each in made.entries} == {NOW + timedelta(minutes=1)}
