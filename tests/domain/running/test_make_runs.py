"""Made running plans: the rules, checked by code of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.evidence import rows
from runlift.domain.quantity import Severity, Weekday
from runlift.domain.running.entry import DistanceUnit, PlanEntries, PlanEntry
from runlift.domain.running.load import long_run_spikes
from runlift.domain.running.make_runs import MadePlan, RaceDistance, RunsWanted, make_running_plan
from runlift.domain.running.plan import Run, RunKind, RunningHistory
from runlift.domain.running.understand import understand

START = date(2026, 3, 2)
HARD = {RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE}


@st.composite
def requests(draw: st.DrawFn) -> RunsWanted:
    start = START + timedelta(days=draw(st.integers(0, 13)))
    weekly = draw(st.floats(9, 110))
    return RunsWanted(
        distance=draw(st.sampled_from(RaceDistance)),
        start=start,
        race_date=start + timedelta(days=draw(st.integers(28, 280))),
        weekly_km=weekly,
        longest_run_km=draw(st.floats(3, max(3.0, weekly * 0.6))),
        runs_per_week=draw(st.integers(3, 6)),
        long_run_day=Weekday(draw(st.integers(0, 6))),
    )


def _training(made: MadePlan) -> list[Run]:
    assert made.plan is not None
    return [run for run in made.plan.runs() if run.kind is not RunKind.RACE]


def _km(run: Run) -> float:
    assert run.distance_m is not None
    return run.distance_m / 1000


def _check_single_runs(request: RunsWanted, runs: list[Run]) -> None:
    for run in runs:
        before = [_km(other) for other in runs if 1 <= (run.date - other.date).days <= 30]
        if (run.date - request.start).days <= 29:
            before.append(request.longest_run_km)
        assert _km(run) <= 1.1 * max(before) + 1e-6


def _check_weeks(request: RunsWanted, made: MadePlan) -> None:
    heaviest = request.weekly_km
    for week in made.weeks:
        assert week.distance_m / 1000 <= 1.1 * heaviest + 0.05
        heaviest = max(heaviest, week.distance_m / 1000)


def _check_least(made: MadePlan, runs: list[Run]) -> None:
    for week in made.weeks:
        of_week = [run for run in runs if week.monday <= run.date < week.monday + timedelta(days=7)]
        assert len(of_week) <= 3 or all(_km(run) >= 2.9 for run in of_week)


def _check_days(request: RunsWanted, made: MadePlan) -> None:
    assert made.plan is not None
    days = made.plan.days
    assert days[0].date == request.start
    assert days[-1].date == request.race_date
    assert [run.kind for run in days[-1].runs] == [RunKind.RACE]
    assert all(later.date - earlier.date == timedelta(days=1) for earlier, later in pairwise(days))
    hard = [day.date for day in days if any(run.kind in HARD for run in day.runs)]
    assert all(later - earlier >= timedelta(days=2) for earlier, later in pairwise(hard))
    for week in made.weeks:
        of_week = [day for day in days if week.monday <= day.date < week.monday + timedelta(days=7)]
        assert sum(not day.is_rest for day in of_week) <= request.runs_per_week + 1
        assert sum(any(run.kind is RunKind.LONG for run in day.runs) for day in of_week) <= 1


@settings(max_examples=100, deadline=None)
@given(requests())
def test_every_rule_holds_in_every_plan_that_is_made(request: RunsWanted) -> None:
    made = make_running_plan(request)
    if made.plan is None:
        assert [finding.severity for finding in made.findings] == [Severity.ERROR]
        assert made.findings[0].remedy
        return
    runs = _training(made)
    _check_single_runs(request, runs)
    _check_weeks(request, made)
    _check_days(request, made)
    _check_least(made, runs)
    assert max(_km(run) for run in runs) >= {"5k": 5, "10k": 8, "half": 14, "marathon": 26}[request.distance]
    last_days = [run for run in runs if 0 < (request.race_date - run.date).days <= 3]
    assert not any(run.kind in HARD for run in last_days)


@settings(max_examples=25, deadline=None)
@given(requests())
def test_the_load_room_finds_no_spike_but_the_race(request: RunsWanted) -> None:
    made = make_running_plan(request)
    if made.plan is None:
        return
    history = RunningHistory(longest_run_m=request.longest_run_km * 1000)
    spikes = long_run_spikes(made.plan, history)
    assert {spike.date for spike in spikes} <= {request.race_date}


@settings(max_examples=25, deadline=None)
@given(requests(), st.integers(1, 30))
def test_the_same_request_gives_the_same_plan_and_moves_with_its_dates(
    request: RunsWanted, weeks: int
) -> None:
    made = make_running_plan(request)
    assert made == make_running_plan(request)
    shift = timedelta(weeks=weeks)
    moved = make_running_plan(
        replace(request, start=request.start + shift, race_date=request.race_date + shift)
    )
    if made.plan is None or moved.plan is None:
        assert made.plan is moved.plan
        return
    assert [run.title for run in made.plan.runs()] == [run.title for run in moved.plan.runs()]


def _marathon(**fields: object) -> RunsWanted:
    wanted = RunsWanted(
        distance=RaceDistance.MARATHON,
        start=START,
        race_date=START + timedelta(weeks=18, days=-1),
        weekly_km=40,
        longest_run_km=16,
    )
    return replace(wanted, **fields)  # type: ignore[arg-type]  # fields by name


def test_a_marathon_in_six_weeks_from_20_km_is_refused_with_what_can_be_done() -> None:
    made = make_running_plan(
        _marathon(race_date=START + timedelta(weeks=6, days=-1), weekly_km=20, longest_run_km=8)
    )
    assert made.plan is None
    assert [finding.code for finding in made.findings] == ["too_short_for_distance"]
    assert "10 km" in made.findings[0].remedy
    later = re.search(r"\d{4}-\d\d-\d\d", made.findings[0].remedy)
    assert later is not None
    again = make_running_plan(
        _marathon(race_date=date.fromisoformat(later[0]), weekly_km=20, longest_run_km=8)
    )
    assert again.plan is not None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"runs_per_week": 7}, "runs_per_week_out_of_range"),
        ({"race_date": START}, "race_not_after_start"),
        ({"race_date": START + timedelta(weeks=3)}, "plan_length_out_of_range"),
        ({"race_date": START + timedelta(weeks=60)}, "plan_length_out_of_range"),
        ({"weekly_km": 5.0}, "too_little_running"),
        ({"longest_run_km": float("nan")}, "too_little_running"),
    ],
)
def test_an_impossible_request_is_refused_with_a_remedy(fields: dict[str, object], code: str) -> None:
    made = make_running_plan(_marathon(**fields))
    assert made.plan is None
    assert [finding.code for finding in made.findings] == [code]
    assert made.findings[0].remedy


def test_phases_come_in_order_and_every_fourth_loading_week_is_lighter() -> None:
    made = make_running_plan(_marathon())
    phases = list(dict.fromkeys(week.phase.value for week in made.weeks))
    assert phases == ["base", "build", "peak", "taper"]
    assert made.weeks[3].down
    assert made.weeks[3].distance_m < 0.85 * made.weeks[2].distance_m


def test_the_taper_gets_lighter_week_by_week() -> None:
    weeks = [week.distance_m for week in make_running_plan(_marathon()).weeks[-4:]]
    assert weeks == sorted(weeks, reverse=True)
    assert weeks[-1] < 0.5 * weeks[0]


def test_very_long_runs_do_not_follow_week_after_week() -> None:
    longs = [_km(run) for run in _training(make_running_plan(_marathon())) if run.kind is RunKind.LONG]
    assert not any(first >= 29 and second >= 29 for first, second in pairwise(longs))


def test_the_race_itself_passes_the_limit_and_it_is_said() -> None:
    assert "race_beyond_longest_run" in [finding.code for finding in make_running_plan(_marathon()).findings]


def test_every_reason_cites_rows_and_the_weekly_cap_is_said_to_be_unproven() -> None:
    made = make_running_plan(_marathon())
    reasons = [
        *made.reasons,
        *(reason for week in made.weeks for reason in week.reasons),
        *(reason for _, of_run in made.run_reasons for reason in of_run),
    ]
    assert all(reason.evidence and set(reason.evidence) <= set(rows()) for reason in reasons)
    weekly = next(reason for reason in made.reasons if reason.rule == "weekly_growth")
    assert {"R030", "X19"} <= set(weekly.evidence)
    assert rows()["R030"].status == "derived"


def test_runs_start_at_the_usual_hour() -> None:
    made = make_running_plan(_marathon(usual_run_start=((Weekday.SUNDAY, time(8, 30)),)))
    starts = {run.start for run in _training(made) if run.date.weekday() == Weekday.SUNDAY}
    assert starts == {time(8, 30)}


@settings(max_examples=20, deadline=None)
@given(requests())
def test_the_titles_of_a_made_plan_are_understood_as_they_are_meant(request: RunsWanted) -> None:
    made = make_running_plan(request)
    if made.plan is None:
        return
    entries = tuple(PlanEntry(date=run.date, title=run.title) for run in made.plan.runs())
    laid = PlanEntries(
        entries=entries,
        first_day=request.start,
        last_day=request.race_date,
        unit=DistanceUnit.KILOMETRES,
        name="",
        findings=(),
    )
    read = {run.date: run for run in understand(laid).plan.runs()}
    for run in made.plan.runs():
        assert read[run.date].kind is run.kind
        assert read[run.date].distance_m == pytest.approx(run.distance_m)
