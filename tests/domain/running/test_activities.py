"""The activities of one entry."""

from __future__ import annotations

import pytest

from runlift.domain.running.activities import activities_of
from runlift.domain.running.plan import RunKind
from runlift.domain.running.spelling import plain

RUN = None
REST, STRENGTH, CROSS_TRAINING = RunKind.REST, RunKind.STRENGTH, RunKind.CROSS_TRAINING


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Easy 6 km", [RUN]),
        ("3 easy, 4 tempo, 1 easy", [RUN]),
        ("5 mi + weights", [RUN, STRENGTH]),
        ("Gym then easy 6k", [STRENGTH, RUN]),
        ("AM gym PM intervals 6x600", [STRENGTH, RUN]),
        ("6 am easy / 4 pm easy", [RUN, RUN]),
        ("4/6 double", [RUN, RUN]),
        ("4/6 km easy double", [RUN, RUN]),
        ("Run 5 miles. Then 20 min yoga", [RUN, CROSS_TRAINING]),
        ("Cross Training or Strength Training", [CROSS_TRAINING]),
        ("Recovery run or XT", [RUN]),
        ("easy 5 (or rest if tired)", [REST]),
        ("Rest + stretching", [REST]),
        ("6 x 400 with 2 min rest", [RUN]),
        ("Run 5 min, walk 1 min x 6", [RUN]),
        ("", [REST]),
    ],
)
def test_an_entry_is_split_where_words_change_from_running_to_something_else(
    words: str, kinds: list[RunKind | None]
) -> None:
    assert [activity.kind for activity in activities_of(plain(words))] == kinds
