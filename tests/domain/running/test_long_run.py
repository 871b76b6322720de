"""The long run judged within its week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.running.entry import DistanceUnit, PlanEntries, PlanEntry
from runlift.domain.running.long_run import is_long_effort
from runlift.domain.running.plan import RunKind
from runlift.domain.running.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.running.plan import Run
    from runlift.domain.running.understand import Understood

from datetime import date, timedelta

MONDAY = date(2026, 3, 2)


def _kinds(result: Understood) -> list[str]:
    return [run.kind.value for day in result.plan.days for run in day.runs]


def test_the_longest_run_of_a_week_is_long_though_no_word_says_so(
    understood: Callable[..., Understood],
) -> None:
    assert _kinds(understood(["", "6", "", "7", "", "5", "12"]))[-1] == "long"


def test_the_long_run_of_a_lighter_week_is_still_long(understood: Callable[..., Understood]) -> None:
    result = understood(["", "6", "", "8", "", "6", "16", "", "5", "", "5", "", "4", "10"])
    assert [kind for kind in _kinds(result) if kind == "long"] == ["long", "long"]


def test_equal_runs_have_no_long_one(understood: Callable[..., Understood]) -> None:
    assert "long" not in _kinds(understood(["", "6", "", "6", "", "6", "6.5"]))


def test_words_name_two_long_runs_but_guesses_name_one(understood: Callable[..., Understood]) -> None:
    assert _kinds(understood(["", "Long 20", "", "5", "", "", "Long 18"])).count("long") == 2
    guessed = _kinds(understood(["", "20", "", "5", "", "", "18"]))
    assert guessed.count("long") == 1
    assert guessed.count("steady") == 1
    assert _kinds(understood(["", "8", "", "15", "", "", "Long 22"])).count("long") == 1


def test_medium_long_beside_a_longer_run_is_steady(understood: Callable[..., Understood]) -> None:
    kinds = _kinds(understood(["", "Medium-long 16", "", "8", "", "", "Long 26"]))
    assert kinds == ["rest", "steady", "rest", "easy", "rest", "rest", "long"]


def test_no_long_run_is_guessed_beside_a_race(understood: Callable[..., Understood]) -> None:
    assert "long" not in _kinds(understood(["", "5", "", "9", "", "4", "10k race"]))


def test_long_by_minutes_or_by_share_of_the_week(read_one: Callable[..., Run]) -> None:
    assert is_long_effort(read_one("90 min easy"), 100_000.0)
    assert is_long_effort(read_one("9 km easy"), 30_000.0)
    assert not is_long_effort(read_one("9 km easy"), 31_000.0)
    assert not is_long_effort(read_one("Rest"), 0.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=40), min_size=7, max_size=28))
def test_bare_figures_never_make_two_long_runs_in_a_week(figures: list[int]) -> None:
    entries = tuple(
        PlanEntry(date=MONDAY + timedelta(days=at), title=str(figure)) for at, figure in enumerate(figures)
    )
    last = entries[-1].date
    laid = PlanEntries(
        entries=entries, first_day=MONDAY, last_day=last, unit=DistanceUnit.KILOMETRES, name="", findings=()
    )
    days = understand(laid).plan.days
    for week in range(0, len(days), 7):
        assert sum(run.kind is RunKind.LONG for day in days[week : week + 7] for run in day.runs) <= 1
