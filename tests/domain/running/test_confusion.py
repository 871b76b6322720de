"""How well the labelled lines are read."""

from __future__ import annotations

import pytest

from runlift.domain.running.confusion import confusion, three_way
from runlift.domain.running.labelled import labelled_days
from runlift.domain.running.plan import RunKind


@pytest.mark.parametrize("part", ["tune", "held_out"])
def test_rest_easy_and_key_are_told_apart_on_98_of_100_lines(part: str) -> None:
    lines = [line for line in labelled_days() if line.part == part]
    result = confusion(lines)
    assert result.three_way_accuracy >= 0.98
    assert result.kind_accuracy >= 0.97


def test_whole_lengths_are_read_on_98_of_100_lines() -> None:
    result = confusion(labelled_days())
    assert result.distance_accuracy >= 0.98
    assert result.duration_accuracy >= 0.98


def test_there_are_enough_lines_half_of_them_held_out_and_of_every_kind() -> None:
    lines = labelled_days()
    assert len(lines) >= 450
    assert abs(sum(line.part == "held_out" for line in lines) * 2 - len(lines)) <= 1
    assert {line.kind for line in lines} == set(RunKind)
    assert len({(line.text, line.unit) for line in lines}) == len(lines)


def test_the_matrix_counts_every_line_once_in_the_row_of_its_true_kind() -> None:
    lines = labelled_days()
    result = confusion(lines)
    for kind, row in zip(result.kinds, result.matrix, strict=True):
        assert sum(row) == sum(line.kind is kind for line in lines)
    right = sum(row[at] for at, row in enumerate(result.matrix))
    assert right / result.lines == pytest.approx(result.kind_accuracy)


def test_no_line_at_all_is_a_defect() -> None:
    with pytest.raises(ValueError, match="no labelled line"):
        confusion([])


def test_cross_training_is_neither_rest_nor_key() -> None:
    assert three_way(RunKind.CROSS_TRAINING, key=False) == "easy"
