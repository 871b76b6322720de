from __future__ import annotations

import json
from dataclasses import fields

import numpy as np
import pytest
from tests.fit_writer import fit_run, fit_strength
from tests.xml_activities import gpx_run

from runlift.domain.activity.activity import Activity
from runlift.formats.activity.outcome import ActivityOutcome
from runlift.formats.activity.reading import read_activities
from runlift.formats.activity.wire import outcome_document, outcome_of


def same(one: Activity, other: Activity) -> bool:
    names = [each.name for each in fields(Activity) if each.name != "track"]
    return all(getattr(one, name) == getattr(other, name) for name in names)


@pytest.mark.parametrize(
    "data",
    [fit_run(minutes=3), fit_run(minutes=40), fit_strength(), gpx_run(), b"nothing"],
    ids=["short", "fit", "sets", "gpx", "none"],
)
def test_an_outcome_comes_back_as_it_went_out(data: bytes) -> None:
    outcome = read_activities(data, name="a")
    again = outcome_of(json.loads(json.dumps(outcome_document(outcome, with_track=False))))
    assert again.findings == outcome.findings
    assert len(again.activities) == len(outcome.activities)
    assert all(same(*pair) for pair in zip(again.activities, outcome.activities, strict=True))
    assert all(each.track is None for each in again.activities)


def test_a_record_comes_back_when_asked_for() -> None:
    outcome = read_activities(fit_run(minutes=3), name="a")
    again = outcome_of(json.loads(json.dumps(outcome_document(outcome, with_track=True))))
    one, other = outcome.activities[0].track, again.activities[0].track
    assert one is not None
    assert other is not None
    for name, column in one.columns.items():
        np.testing.assert_allclose(other.columns[name], column, rtol=1e-6)


def test_numbers_of_an_unknown_type_are_refused() -> None:
    outcome = read_activities(fit_run(minutes=3), name="a")
    document = outcome_document(ActivityOutcome(activities=outcome.activities), with_track=True)
    document["activities"][0]["track"]["speed"][0] = "O"
    with pytest.raises(ValueError, match="O"):
        outcome_of(document)
