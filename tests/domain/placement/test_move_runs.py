"""Runs that may move go where the season costs least, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from tests.domain.placement.seasons import DAY, MONDAY, draw_season
from tests.domain.placement.week_story import asked, race, ran, story

from runlift.domain.placement.arrangement import RunWeeks, keeps_key_runs_apart, swaps_of_week
from runlift.domain.placement.move_runs import move_runs
from runlift.domain.placement.place import place
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.placement.seasons import PlacementInput

    from runlift.domain.plan.plan import TimedRun


def movable(run: TimedRun) -> TimedRun:
    return replace(run, run=replace(run.run, movable=True))


def with_movable(told: PlacementInput, every: int) -> PlacementInput:
    changed = told.copy()
    changed["runs"] = tuple(
        movable(run) if number % every == 0 else run for number, run in enumerate(told["runs"])
    )
    return changed


def cheapest_of_all_arrangements(told: PlacementInput) -> int:
    """Place the season anew for every way in which its runs may move."""
    weeks = RunWeeks(runs=told["runs"], rest_days=told["rest_days"])
    choices = [
        (
            (),
            *(
                (swap,)
                for swap in swaps_of_week(
                    weeks, week.monday, first_day=told["first_day"], last_day=told["last_day"]
                )
            ),
        )
        for week in told["season"].weeks
    ]
    costs = []
    for chosen in product(*choices):
        swaps = tuple(swap for each in chosen for swap in each)
        pairs = [chosen[week] + chosen[week + 1] for week in range(len(chosen) - 1)]
        if all(keeps_key_runs_apart(weeks, pair) for pair in pairs):
            moved = told.copy()
            after = weeks.swapped(swaps)
            moved["runs"], moved["rest_days"] = after.runs, after.rest_days
            costs.append(place(**moved).placement.proof.objective)
    return min(costs)


@pytest.mark.parametrize("seed", range(5))
def test_the_proposal_is_the_cheapest_of_all_arrangements(seed: int) -> None:
    told = with_movable(draw_season(seed, weeks=2, roomy=seed % 2 == 0), every=3)
    proposal = move_runs(**told)
    assert proposal.proven
    assert proposal.joint_cost == proposal.placed.placement.proof.objective
    assert proposal.joint_cost == cheapest_of_all_arrangements(told)


@pytest.mark.parametrize("seed", range(20, 22))
def test_the_gain_is_that_of_two_proven_placements(seed: int) -> None:
    told = with_movable(draw_season(seed, weeks=3, roomy=True), every=2)
    proposal = move_runs(**told)
    moved = told.copy()
    moved["runs"], moved["rest_days"] = proposal.runs, proposal.rest_days
    assert proposal.gain == place(**told).placement.proof.objective - place(**moved).placement.proof.objective
    assert proposal.gain >= 0
    assert bool(proposal.moves) == (proposal.gain > 0)


@pytest.mark.parametrize("seed", range(32, 34))
def test_runs_stay_in_their_week_and_rest_days_are_kept(seed: int) -> None:
    told = with_movable(draw_season(seed, weeks=3), every=1)
    proposal = move_runs(**told)
    weeks = {run.run.id: run.run.date.isocalendar()[:2] for run in told["runs"]}
    assert {run.run.id: run.run.date.isocalendar()[:2] for run in proposal.runs} == weeks
    assert len(set(proposal.rest_days)) == len(set(told["rest_days"]))
    assert all(move.run.movable for move in proposal.moves)


def test_a_key_run_moves_away_from_where_it_blocks_the_only_free_days() -> None:
    runs = (
        ran("mon 06:00"),
        movable(ran("tue 06:00", RunKind.TEMPO)),
        movable(ran("thu 06:00")),
        ran("sat 06:00"),
    )
    told = story(*runs, demands=(asked(),), weeks=1, rest=tuple(MONDAY + day * DAY for day in (2, 4, 6)))
    proposal = move_runs(**told)
    assert proposal.gain > 0
    assert {move.run.id for move in proposal.moves} <= {run.run.id for run in runs if run.run.movable}


def test_nothing_moves_without_leave() -> None:
    told = story(ran("tue 06:00", RunKind.TEMPO), ran("thu 06:00"), demands=(asked(),), weeks=2)
    proposal = move_runs(**told)
    assert (proposal.moves, proposal.gain, proposal.runs) == ((), 0, told["runs"])


def test_a_race_never_moves() -> None:
    raced = movable(ran("sun 09:00", RunKind.RACE))
    weeks = RunWeeks(runs=(raced, movable(ran("tue 06:00"))), rest_days=())
    assert race("sun 09:00").date == raced.run.date
    assert swaps_of_week(weeks, MONDAY, first_day=MONDAY, last_day=MONDAY + 6 * DAY) == ()


def test_key_runs_do_not_come_next_to_each_other() -> None:
    days = ("mon 06:00", "tue 06:00", "wed 06:00", "thu 06:00")
    kinds = (RunKind.TEMPO, RunKind.EASY, RunKind.EASY, RunKind.TEMPO)
    runs = tuple(movable(ran(day, kind)) for day, kind in zip(days, kinds, strict=True))
    weeks = RunWeeks(runs=runs, rest_days=())
    swaps = swaps_of_week(weeks, MONDAY, first_day=MONDAY, last_day=MONDAY + 6 * DAY)
    assert (MONDAY, MONDAY + DAY) in swaps
    assert (MONDAY, MONDAY + 2 * DAY) not in swaps


def test_the_same_runs_move_every_time() -> None:
    told = with_movable(draw_season(3, weeks=3, roomy=True), every=2)
    one, other = move_runs(**told), move_runs(**told)
    assert (one.moves, one.gain, one.joint_cost) == (other.moves, other.gain, other.joint_cost)
