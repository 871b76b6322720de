"""The fast path equals the plain paths: CP-SAT, every season in turn, and the grid without pruning."""

from __future__ import annotations

import pytest
from tests.domain.placement.oracle_cpsat import cpsat_optimum
from tests.domain.placement.oracle_exhaustive import exhaustive_optimum
from tests.domain.placement.plain_season import PlainCase, plain_slots
from tests.domain.placement.seasons import PlacementInput, ResumedInput, draw_resumed, draw_season

from runlift.domain.placement.build import build_instance
from runlift.domain.placement.solution import Visit, bill_of
from runlift.domain.placement.solver import Search, solve

CHUNK = 50
MOST_SEASONS = 20_000


def search_of(drawn: PlacementInput | ResumedInput, *, prune: bool = True) -> Search:
    return solve(build_instance(**drawn), prune=prune)


def seeds(chunk: int) -> range:
    return range(chunk * CHUNK, (chunk + 1) * CHUNK)


@pytest.mark.parametrize("chunk", range(20))
def test_the_optimum_is_that_of_cp_sat(chunk: int) -> None:
    for seed in seeds(chunk):
        drawn = draw_season(
            seed,
            weeks=2 + (seed % 4 == 1),
            windows=1 + seed % 2,
            most=2 + (seed % 14 == 0),
            roomy=seed % 2 == 0,
        )
        objective = search_of(drawn).solution.objective
        assert cpsat_optimum(PlainCase(**drawn)) == ("OPTIMAL", objective), seed


@pytest.mark.parametrize("chunk", range(8))
def test_a_season_taken_up_again_has_the_optimum_of_cp_sat(chunk: int) -> None:
    for seed in seeds(chunk):
        drawn = draw_resumed(seed, weeks=2 + seed % 2, most=2 + (seed % 7 == 0), roomy=seed % 2 == 0)
        search = search_of(drawn)
        found = search.solution
        assert cpsat_optimum(PlainCase(**drawn)) == ("OPTIMAL", found.objective), seed
        assert found.bound == found.objective == sum(bill_of(search.instance, found.weeks).values()), seed


@pytest.mark.parametrize("chunk", range(4))
def test_what_is_past_stays_where_it_was(chunk: int) -> None:
    for seed in seeds(chunk):
        search = search_of(draw_resumed(seed, weeks=3, most=3, roomy=seed % 2 == 0))
        for task, visit in zip(search.instance.tasks, _visits(search), strict=True):
            if task.fixed is not None:
                assert visit is not None
                assert visit.start == task.fixed
            elif visit is not None:
                assert visit.start >= search.instance.planned[0]


def _visits(search: Search) -> list[Visit | None]:
    return [visit for week in search.solution.weeks for visit in week]


@pytest.mark.parametrize("chunk", range(5))
def test_the_optimum_is_the_cheapest_of_all_seasons(chunk: int) -> None:
    tried = 0
    for seed in seeds(chunk):
        drawn = draw_season(seed, weeks=2, window_minutes=(45,), roomy=seed % 3 == 0)
        case = PlainCase(**drawn)
        if seasons_to_try(case) <= MOST_SEASONS:
            tried += 1
            assert search_of(drawn).solution.objective == exhaustive_optimum(case), seed
    assert tried >= 0.9 * CHUNK


def seasons_to_try(case: PlainCase) -> int:
    count = 1
    for week, asked in enumerate(case.season.weeks):
        for demand in asked.sessions:
            count *= 1 + len(plain_slots(case, week, demand))
    return count


@pytest.mark.parametrize("chunk", range(5))
def test_pruning_never_changes_the_optimum(chunk: int) -> None:
    for seed in seeds(chunk):
        drawn = draw_season(seed, weeks=4, windows=2, window_minutes=(90, 120, 240), roomy=seed % 4 != 0)
        pruned, whole = search_of(drawn), search_of(drawn, prune=False)
        assert pruned.solution.objective == whole.solution.objective, seed


def test_pruning_leaves_most_slots_out() -> None:
    drawn = draw_season(2, weeks=4, windows=2, window_minutes=(240,), roomy=True)
    kept, whole = (
        sum(
            len(choices.cost) - 1
            for week in search_of(drawn, prune=prune).ways.weeks
            for choices in week.choices
        )
        for prune in (True, False)
    )
    assert kept < 0.5 * whole


@pytest.mark.parametrize("chunk", range(4))
def test_bound_and_bill_equal_the_objective(chunk: int) -> None:
    for seed in seeds(chunk):
        search = search_of(draw_season(seed, weeks=6, windows=2, most=3, roomy=seed % 2 == 0))
        solution = search.solution
        assert solution.bound == solution.objective, seed
        assert sum(bill_of(search.instance, solution.weeks).values()) == solution.objective, seed
