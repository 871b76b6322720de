from __future__ import annotations

import io
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.cli.pseudo_terminal import CONTROL_C, CONTROL_D, PseudoTerminal
from tests.logged_plan import SETS, author, session

from runlift.bootstrap import current_day, open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import FieldTestDone, SessionDone, SessionState, SetDone
from runlift.wording.dose import MULTIPLY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.conftest import Runlift

ASKED = 12  # the warm-up, then ten sets and a lead-up set


def sets_in(database: Path) -> tuple[SetDone, ...]:
    found = Diary.of(open_store(str(database)).recorded("me")).of_kind(SetDone)
    return tuple(sorted(found, key=lambda each: each.position))


def session_in(database: Path) -> SessionDone:
    (found,) = Diary.of(open_store(str(database)).recorded("me")).of_kind(SessionDone)
    return found


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))


def test_a_session_is_logged_from_the_first_set_to_the_effort(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, *[""] * ASKED, "7")
    ended = runlift("log")
    assert (ended.code, ended.err) == (0, "")
    assert len(sets_in(followed)) == SETS
    assert (session_in(followed).state, session_in(followed).effort) == (SessionState.DONE, 7)
    assert f"Goblet squat: 2 {MULTIPLY} 10 @ 14 kg dumbbell" in ended.out
    assert "set 2 of 2: 10 @ 14 kg, 3 in reserve" in ended.out
    assert "set 1 of 2, left side: 8 @ 10 kg, 3 in reserve" in ended.out
    assert f"Kept: session done, effort 7/10, {SETS} sets." in ended.out


def test_leaving_and_coming_back(runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "", "", "8x16", "q")
    ended = runlift("log")
    assert ended.code == 0
    assert "goes on where you left" in ended.out
    typed(monkeypatch, "q")
    again = runlift("log").out
    assert "4 sets told before" in again
    assert "set 2 of 2: 10 @ 16 kg" in again
    assert len(sets_in(followed)) == 4


def test_an_input_that_ends_early_keeps_what_was_told(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "", "")
    ended = runlift("log")
    assert ended.code == 130
    assert len(sets_in(followed)) == 3


def test_what_is_not_understood_is_told_and_asked_again(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "", "8 wobbly", "?", "q")
    out = runlift("log").out
    assert 'error: column 3: "wobbly" is not understood.' in out
    assert out.count("lead-up set 1 of 1") == 3
    assert "p 4 knee" in out
    assert len(sets_in(followed)) == 2


def test_a_session_of_yesterday_is_logged_on_its_day(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  the runner's own day
    typed(monkeypatch, *[""] * ASKED, "5")
    uid = session(date.today()).uid  # noqa: DTZ011  see above
    assert runlift("log", "--session", uid, "--date", str(yesterday)).code == 0
    assert {each.done_at.date() for each in sets_in(followed)} == {yesterday}


def test_a_day_without_a_session_and_a_day_to_come_are_refused(runlift: Runlift, followed: Path) -> None:
    del followed
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  see above
    ended = runlift("log", "--date", str(yesterday))
    assert (ended.code, len(ended.faults)) == (2, 1)
    assert "runlift log --session" in ended.err
    ended = runlift("log", "--date", str(yesterday + timedelta(days=2)))
    assert (ended.code, len(ended.faults)) == (2, 1)


def test_without_a_plan_the_way_to_one_is_told(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "empty.db"))
    ended = runlift("log")
    assert (ended.code, len(ended.faults)) == (2, 1)
    assert "runlift follow" in ended.err


def test_killed_in_the_middle_it_has_every_set_and_goes_on_after_them(followed: Path) -> None:
    terminal = PseudoTerminal("log", "--no-timer", database=followed)
    terminal.expect("> ")
    terminal.say("", "", "8x16 r2", "9")
    terminal.kill()
    done = [(each.exercise, each.reps, each.load_kg) for each in sets_in(followed)]
    assert done[2:] == [("goblet_squat", 6, 8), ("goblet_squat", 8, 16), ("goblet_squat", 9, 16)]
    again = PseudoTerminal("log", "--no-timer", database=followed)
    again.expect("set 1 of 2, left side")
    assert "5 sets told before" in again.shown
    again.say(*[""] * 8, "7")
    assert again.end() == 0
    assert len(sets_in(followed)) == SETS
    assert session_in(followed).state is SessionState.DONE


def test_a_set_is_logged_within_two_seconds(followed: Path) -> None:
    terminal = PseudoTerminal("log", "--no-timer", database=followed)
    terminal.expect("> ")
    terminal.say(*[""] * ASKED)
    recorded = open_store(str(followed)).recorded("me")
    times = sorted({each.recorded_at for each in recorded})
    assert len(times) == ASKED
    assert max(after - before for before, after in pairwise(times)) < timedelta(seconds=2)
    terminal.kill()


def test_the_rest_counts_down_above_the_line_that_is_typed(followed: Path) -> None:
    terminal = PseudoTerminal("log", database=followed)
    terminal.expect("> ")
    terminal.say("", "")
    terminal.expect("rest 1:00 (Enter ends it)")
    terminal.type("8x1")
    terminal.expect("rest 0:58")
    terminal.type("6\n")
    terminal.expect("logged: 8 @ 16 kg")
    terminal.expect("rest 2:00")
    terminal.type("\n")
    terminal.expect("rest cut short")
    terminal.type("\n")
    terminal.expect("logged: 10 @ 16 kg")
    terminal.type("q\n")
    assert terminal.end() == 0


def test_control_c_and_control_d_lose_nothing(followed: Path) -> None:
    for key in (CONTROL_C, CONTROL_D):
        terminal = PseudoTerminal("log", "--no-timer", database=followed)
        terminal.expect("> ")
        terminal.say("")
        terminal.type(key)
        terminal.expect("goes on where you left")
        assert terminal.end() == 130
    assert len(sets_in(followed)) == 3


def test_a_terminal_that_cannot_be_steered_has_no_timer(followed: Path) -> None:
    terminal = PseudoTerminal("log", database=followed, term="dumb")
    terminal.expect("> ")
    terminal.say("", "")
    assert "rest 1:00" not in terminal.shown
    terminal.kill()


def test_a_field_test_that_is_due_is_called_to_mind_once_at_the_end(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = FieldTestDone(date=current_day() - timedelta(weeks=7), test="heel_raise", left=30, right=30)
    open_store(str(followed)).record("me", [author().write("test", done, {})])
    typed(monkeypatch, *[""] * ASKED, "7")
    assert runlift("log").out.count("Worth testing again: single-leg heel raise") == 1
    assert "Worth testing again" not in runlift("log", "mass", "61").out
