from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.diary.recorded_runs import MORNING, recorded, runs

from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.match_runs import match_runs
from runlift.domain.evidence import number
from runlift.domain.running.plan import Run, RunKind

DAY = MORNING.date()


def planned(
    name: str, day: date = DAY, *, kilometres: float | None = 10, kind: RunKind = RunKind.EASY
) -> Run:
    metres = None if kilometres is None else kilometres * 1000
    return Run(id=name, date=day, kind=kind, key=False, title=name, distance_m=metres)


def matched(done: list[RunDone], *plans: Run) -> dict[int, str]:
    return {match.done: match.run for match in match_runs(done, plans)}


plans = st.lists(
    st.builds(
        planned,
        st.uuids().map(str),
        st.integers(0, 10).map(lambda days: DAY + timedelta(days=days)),
        kilometres=st.none() | st.floats(1, 40),
        kind=st.sampled_from(RunKind),
    ),
    max_size=12,
)


def test_a_run_stands_for_the_planned_one_of_its_day() -> None:
    assert matched([recorded()], planned("a")) == {0: "a"}


def test_of_two_runs_of_a_day_each_finds_its_own() -> None:
    short, long = recorded(distance_m=5_000, duration_s=1_500), recorded(distance_m=21_000, duration_s=6_600)
    assert matched([short, long], planned("long", kilometres=20), planned("short", kilometres=6)) == {
        0: "short",
        1: "long",
    }


def test_of_two_runs_of_a_length_the_kind_decides() -> None:
    run = recorded(kind=RunKind.TEMPO)
    assert matched([run], planned("easy"), planned("tempo", kind=RunKind.TEMPO)) == {0: "tempo"}


def test_a_run_a_day_late_stands_for_the_one_before_unless_its_day_has_its_own() -> None:
    late = recorded(starts_at=MORNING + timedelta(days=1))
    assert matched([late], planned("a")) == {0: "a"}
    assert matched([late], planned("a"), planned("b", DAY + timedelta(days=1), kilometres=40)) == {}
    assert matched([recorded(starts_at=MORNING + timedelta(days=2))], planned("a")) == {}


def test_a_run_of_quite_another_length_stands_for_none() -> None:
    assert matched([recorded(distance_m=3_000, duration_s=900)], planned("a", kilometres=30)) == {}


def test_rest_and_cross_training_are_no_runs() -> None:
    assert (
        matched([recorded()], planned("a", kind=RunKind.REST), planned("b", kind=RunKind.CROSS_TRAINING))
        == {}
    )


def test_a_planned_run_without_figures_takes_the_run_of_its_day() -> None:
    assert matched([recorded()], planned("a", kilometres=None)) == {0: "a"}


def test_what_the_runner_said_holds() -> None:
    told = RunDone(starts_at=MORNING, distance_m=2_000, run="a")
    assert matched([told, recorded()], planned("a"), planned("b", kilometres=11)) == {0: "a", 1: "b"}


@given(st.lists(runs, max_size=10), plans)
def test_each_run_and_each_plan_is_used_once_and_none_far_off(done: list[RunDone], wanted: list[Run]) -> None:
    found = match_runs(done, wanted)
    days = {run.id: run.date for run in wanted}
    assert len({match.done for match in found}) == len({match.run for match in found}) == len(found)
    for match in found:
        apart = abs((done[match.done].starts_at.date() - days[match.run]).days)
        assert apart <= number("match_days")
        assert match.distance < number("match_most")


@given(st.lists(runs, max_size=8), plans)
def test_matching_does_not_depend_on_the_order_of_the_plan(done: list[RunDone], wanted: list[Run]) -> None:
    assert match_runs(done, wanted) == match_runs(done, list(reversed(wanted)))
