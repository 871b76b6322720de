"""Find the best choice of columns under linear limits, proven, by a mixed-integer program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

_TIES = 10_000  # scores are multiplied by this, and ties broken below it
_TIE_STRIDE, _TIE_ROUND = 37, 211  # prime, so that near columns get tie-breakers far apart
_GAP = (
    7000  # scores are whole, so a gap under one score proves the best; ties follow the solver's fixed order
)
_HEURISTICS = ("feasibility_jump", "rins", "rens", "root_reduced_cost")  # for large programs; these are small


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A row of the program: the weights of the chosen columns add up to between `least` and `most`.

    Attributes:
        weights: Column and its weight; columns not named weigh nothing.
        most: Upper bound.
        least: Lower bound.
    """

    weights: tuple[tuple[int, int], ...]
    most: int
    least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Choose columns so that their scores add up to the most.

    Attributes:
        scores: Score of each column; a column may be chosen once.
        limits: What the choice must keep.
    """

    scores: tuple[int, ...]
    limits: tuple[Limit, ...]


def ranked_scores(problem: Problem) -> tuple[int, ...]:
    """Return the scores with ties broken by the position of the columns, for a fixed optimum."""
    return tuple(
        score * _TIES + (position * _TIE_STRIDE) % _TIE_ROUND for position, score in enumerate(problem.scores)
    )


@lru_cache(maxsize=4096)
def best_choice(problem: Problem) -> tuple[int, ...] | None:
    """Return the columns of the best choice in ascending order, or None when no choice keeps the limits."""
    if not problem.scores:
        return () if all(limit.least <= 0 for limit in problem.limits) else None
    import highspy  # noqa: PLC0415 - loaded only when something is to be chosen: it costs a command's start

    engine: Any = highspy.Highs  # the solver ships no types
    program = engine()
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", _GAP),
        ("mip_allow_restart", False),
        ("mip_detect_symmetry", False),
        *((f"mip_heuristic_run_{name}", False) for name in _HEURISTICS),
    ):
        program.setOptionValue(option, value)
    program.passModel(_model(highspy, problem))
    program.run()
    if program.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = program.getSolution().col_value
    return tuple(column for column, value in enumerate(values) if value > 0.5)  # noqa: PLR2004 - 0 or 1


def _model(highspy: Any, problem: Problem) -> Any:  # noqa: ANN401 - the solver ships no types
    model = highspy.HighsLp()
    columns, rows = len(problem.scores), len(problem.limits)
    model.num_col_, model.num_row_ = columns, rows
    model.col_cost_ = np.array(ranked_scores(problem), dtype=float)
    model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
    model.sense_ = highspy.ObjSense.kMaximize
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    model.row_lower_ = np.array([limit.least for limit in problem.limits], dtype=float)
    model.row_upper_ = np.array([limit.most for limit in problem.limits], dtype=float)
    entries = [pair for limit in problem.limits for pair in limit.weights]
    lengths = [len(limit.weights) for limit in problem.limits]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    model.a_matrix_.index_ = np.array([column for column, _ in entries], dtype=np.int32)
    model.a_matrix_.value_ = np.array([weight for _, weight in entries], dtype=float)
    return model
