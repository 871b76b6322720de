from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.pseudo_terminal import PseudoTerminal

from runlift.bootstrap import open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SessionDone, SetDone

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


def diary_in(database: Path) -> Diary:
    return Diary.of(open_store(str(database)).recorded("me"))


def test_sets_in_one_line_are_told_back_as_understood(runlift: Runlift, followed: Path) -> None:
    ended = runlift("log", "--quick", "squat 2x8 @ 16kg rir 2; pogo 2x10 contacts", "--quick", "plank 45")
    assert ended.code == 0
    assert "Logged: Goblet squat 8 @ 16 kg, 2 in reserve (2 sets)." in ended.out
    assert "Logged: Two-leg pogo 10 contacts (2 sets)." in ended.out
    assert "Logged: Forearm plank 45 s." in ended.out
    sessions = {each.session for each in diary_in(followed).of_kind(SessionDone)}
    assert len(sessions) == 1  # what the plan does not hold joins the session that the rest belongs to


def test_nothing_is_kept_when_a_part_is_not_understood(runlift: Runlift, followed: Path) -> None:
    ended = runlift("log", "--quick", "squat 2x8 @ 16; plank 3xx45; sqat 3x8; xyzzy 8")
    assert ended.code == 2
    assert len(ended.faults) == 3
    assert '"plank 3xx45", column 7' in ended.err
    assert 'Do you mean "Back squat"?' in ended.err
    assert diary_in(followed).entries == ()


def test_a_doubtful_load_is_kept_and_told(runlift: Runlift, followed: Path) -> None:
    ended = runlift("log", "--quick", "rdl 8 @ 12")
    assert ended.code == 0
    assert "Taken as 12 kg in all" in ended.err
    assert diary_in(followed).of_kind(SetDone)[0].load_kg == 12


def test_two_weights_tell_which_form_is_meant(runlift: Runlift, tmp_path: Path) -> None:
    nowhere = ("--database", tmp_path / "new.db")
    assert runlift("log", "--quick", "3x8 rdl 12kg rpe 8", *nowhere).code == 2
    ended = runlift("log", "--quick", "3x8 rdl 2x12kg rpe 8", *nowhere)
    assert "Romanian deadlift (dumbbells) 8 @ 24 kg, 2 in reserve (3 sets)" in ended.out


def test_it_can_be_told_without_a_plan_and_of_another_day(runlift: Runlift, tmp_path: Path) -> None:
    database = tmp_path / "new.db"
    words = ("log", "--quick", "back squat 5 @ 60", "--database", database, "--who", "bo")
    assert runlift(*words, "--effort", "8").code == 0
    assert runlift(*words, "--date", "2020-01-01").code == 2


def test_options_that_belong_to_the_other_way_are_refused(runlift: Runlift) -> None:
    assert runlift("log", "--effort", "7").code == 2
    assert runlift("log", "--quick", "squat 8", "--session", "x").code == 2
    ended = runlift("log", "--who", "bo", "mass", "70")
    assert ended.code == 2
    assert "runlift log mass ... --option" in ended.err


def test_a_name_that_is_not_sure_is_asked_for_once(followed: Path) -> None:
    terminal = PseudoTerminal("log", "--quick", "bench 8 @ 40", database=followed)
    terminal.expect("Which exercise is")
    terminal.expect("none of them")
    terminal.type("1\n")
    assert terminal.end() == 0
    again = PseudoTerminal("log", "--quick", "bench 8 @ 40", database=followed)
    assert again.end() == 0
    assert "Which exercise is" not in again.shown
    assert len({each.exercise for each in diary_in(followed).of_kind(SetDone)}) == 1
