from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from runlift.domain.response.method import Method
from runlift.domain.response.trial import known_trials
from runlift.domain.response.trial_group import TrialGroup
from runlift.domain.response.validation import Validation, Way, validate

KNOWN = known_trials().groups


def draws() -> Random:
    return Random(1)  # noqa: S311  draws of trials, no secrets


def validated(asked: tuple[TrialGroup, ...]) -> Validation:
    found = validate(KNOWN, asked, draws())
    assert found is not None
    return found


def test_the_model_is_no_worse_than_the_plain_mean_and_its_intervals_are_as_wide_as_they_say() -> None:
    found = validated(KNOWN)
    assert found.worse_by <= 0.1
    assert 70 <= found.scores[Way.MODEL].coverage <= 90
    assert 70 <= found.scores[Way.MODEL_AS_USED].coverage <= 90
    assert found.holds


def test_the_figures_told_in_the_page_are_those_of_the_trials() -> None:
    scores = validated(KNOWN).scores
    told = {way: round(scores[way].mean_error, 2) for way in Way}
    assert told == {Way.NO_CHANGE: 2.93, Way.CONSTANT: 2.52, Way.MODEL: 2.37, Way.MODEL_AS_USED: 2.26}


def test_a_trial_never_foretells_itself() -> None:
    asked = tuple(replace(each, change=-40.0) for each in KNOWN if each.study_id == "storen2008")
    told = validated(asked).groups[0].foretold
    honest = next(each for each in validated(KNOWN).groups if each.group.study_id == "storen2008").foretold
    assert told == honest


def test_new_trials_are_foretold_from_all_the_known_ones() -> None:
    new = TrialGroup(
        study="New",
        year="2030",
        study_id="new2030",
        arm="a",
        method=Method.HEAVY,
        runners=10,
        weeks=10,
        sessions_per_week=2,
        level="",
        change=-2.0,
        change_told=True,
        race_change=None,
        race="",
        source="",
        from_memory=False,
    )
    found = validated((new,))
    assert found.trials == 1
    plain = [each.change for each in known_trials().usable if each.change is not None]
    assert found.groups[0].foretold[Way.CONSTANT].change == pytest.approx(sum(plain) / len(plain))


def test_nothing_can_be_foretold_for_groups_that_tell_nothing() -> None:
    assert validate(KNOWN, [replace(KNOWN[0], change=None)], draws()) is None


def test_the_same_draws_give_the_same_interval() -> None:
    assert validated(KNOWN).difference == validated(KNOWN).difference
