from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.prescription.solver import Limit, Problem, best_choice


def is_kept(limit: Limit, chosen: tuple[int, ...]) -> bool:
    total = sum(weight for column, weight in limit.weights if column in chosen)
    return limit.least <= total <= limit.most


def by_hand(problem: Problem) -> int | None:
    columns = range(len(problem.scores))
    subsets = chain.from_iterable(combinations(columns, size) for size in range(len(columns) + 1))
    scores = [
        sum(problem.scores[column] for column in chosen)
        for chosen in subsets
        if all(is_kept(limit, chosen) for limit in problem.limits)
    ]
    return max(scores, default=None)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    columns = draw(st.integers(0, 8))
    scores = draw(st.lists(st.integers(1, 50), min_size=columns, max_size=columns))
    limits = [
        Limit(
            weights=tuple((at, draw(st.integers(1, 9))) for at in range(columns)),
            most=draw(st.integers(0, 25)),
            least=draw(st.sampled_from((0, 0, 0, 1))),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return Problem(scores=tuple(scores), limits=tuple(limits))


@settings(max_examples=60, deadline=None)
@given(problem=problems())
def test_the_choice_is_as_good_as_trying_everything(problem: Problem) -> None:
    chosen, best = best_choice(problem), by_hand(problem)
    if chosen is None:
        assert best is None
        return
    assert all(is_kept(limit, chosen) for limit in problem.limits)
    assert sum(problem.scores[column] for column in chosen) == best


@settings(max_examples=10, deadline=None)
@given(problem=problems())
def test_the_choice_is_the_same_each_time(problem: Problem) -> None:
    first = best_choice(problem)
    best_choice.cache_clear()
    assert best_choice(problem) == first
