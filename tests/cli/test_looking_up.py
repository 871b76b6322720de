from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from runlift.cli.looking_up import SCHEMAS
from runlift.domain.evidence import rows
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from tests.conftest import Runlift


def test_the_whole_catalogue_is_listed(runlift: Runlift) -> None:
    ended = runlift("exercises")
    assert ended.code == 0
    assert f"{len(catalogue())} of {len(catalogue())} exercises" in ended.out


def test_filters_narrow_the_catalogue_together(runlift: Runlift) -> None:
    ended = runlift("exercises", "--family", "squat", "--kit", "dumbbell", "--level", "2", "--json")
    found = json.loads(ended.out)
    assert found
    assert all(each["family"] == "squat" and each["level"] <= 2 for each in found)
    assert all({"dumbbell", "none"} & {*group, "none"} for each in found for group in each["equipment"])


def test_more_kit_never_hides_an_exercise(runlift: Runlift) -> None:
    def ids(*kit: str) -> set[str]:
        words = [word for kind in kit for word in ("--kit", kind)]
        return {each["id"] for each in json.loads(runlift("exercises", *words, "--json").out)}

    assert ids("none") < ids("none", "band") < ids("none", "band", "kettlebell")


@pytest.mark.parametrize("words", [("--family", "squats"), ("--kit", "trampoline")])
def test_unknown_words_are_told_with_the_known_ones(runlift: Runlift, words: tuple[str, str]) -> None:
    ended = runlift("exercises", *words)
    assert (ended.code, ended.out) == (2, "")
    (line,) = ended.faults
    assert words[1] in line
    assert "Known: " in line


@pytest.mark.parametrize("asked", ["S21", "s21"])
def test_a_row_of_evidence_is_shown_with_source_and_strength(runlift: Runlift, asked: str) -> None:
    ended = runlift("evidence", asked)
    assert ended.code == 0
    assert rows()["S21"].claim.split()[0] in ended.out
    assert "strength" in ended.out
    assert "source" in ended.out


def test_a_row_of_evidence_is_printed_as_json(runlift: Runlift) -> None:
    assert json.loads(runlift("evidence", "S21", "--json").out)["id"] == "S21"


def test_all_evidence_is_listed_one_line_a_row(runlift: Runlift) -> None:
    assert len(runlift("evidence").out.splitlines()) == len(rows())
    assert len(json.loads(runlift("evidence", "--json").out)) == len(rows())


def test_an_unknown_row_is_told(runlift: Runlift) -> None:
    ended = runlift("evidence", "Z99")
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_published_schema_is_a_schema(runlift: Runlift, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(runlift("schema", name).out))


def test_an_unknown_schema_is_told(runlift: Runlift) -> None:
    ended = runlift("schema", "diary")
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
