from __future__ import annotations

import pytest
from tests.random_worlds import random_world
from tests.world_outcome import outcome_of

SEED = 20_260_301
CHUNKS = 25
WORLDS_OF_CHUNK = 80  # 2,000 worlds in all; bench/fuzz_plans.py runs a hundred thousand
SHORT, LONG, LONG_EVERY = 24, 26 * 7, 25
HOLDING_SESSIONS_LEAST = 0.6  # the rest are weeks around a race, or full of runs


def test_the_same_number_gives_the_same_world() -> None:
    assert random_world(SEED, 7) == random_world(SEED, 7)
    assert random_world(SEED, 7) != random_world(SEED, 8)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_random_world_breaks_a_hard_rule_and_most_hold_sessions(chunk: int) -> None:
    found = []
    holding = 0
    for case in range(chunk * WORLDS_OF_CHUNK, (chunk + 1) * WORLDS_OF_CHUNK):
        longest = LONG if case % LONG_EVERY == 0 else SHORT
        outcome = outcome_of(random_world(SEED, case, longest_days=longest))
        holding += outcome.sessions > 0
        found += [(outcome.number, longest, *fault) for fault in outcome.faults]
    assert not found
    assert holding >= HOLDING_SESSIONS_LEAST * WORLDS_OF_CHUNK
