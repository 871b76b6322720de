"""The word of a file's own field for the kind."""

from __future__ import annotations

import pytest

from runlift.domain.running.plan import RunKind
from runlift.domain.running.source_kind import SourceActivity, activity_of_source, stated_kind


def test_every_kind_of_our_own_schema_is_known() -> None:
    for kind in RunKind:
        assert stated_kind(f"runlift:{kind.value}") is kind
    assert stated_kind("runlift:nonsense") is None


@pytest.mark.parametrize(
    ("word", "activity"),
    [
        ("Run", SourceActivity(kind=None)),
        ("WeightTraining", SourceActivity(kind=RunKind.STRENGTH)),
        ("Swim", SourceActivity(kind=RunKind.CROSS_TRAINING)),
        ("Day Off", SourceActivity(kind=RunKind.REST)),
        ("", None),
        ("Other", None),
    ],
)
def test_words_of_other_files_tell_running_from_other_training(
    word: str, activity: SourceActivity | None
) -> None:
    assert activity_of_source(word) == activity
