"""`runlift expect --validate`: how far off the model is for trials it has not seen."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from rich.table import Table

from runlift.application.error import InputError
from runlift.bootstrap import read_trials
from runlift.cli.console import console, print_findings, print_json
from runlift.domain.evidence import number, pair
from runlift.domain.quantity import Finding, Severity
from runlift.domain.response.trial import known_trials
from runlift.domain.response.validation import Validation, Way, validate

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.domain.response.trial_group import TrialGroup
    from runlift.domain.response.validation import LeftOut

SEED = 1
WORDS = {
    Way.NO_CHANGE: "no change for anyone",
    Way.CONSTANT: "constant mean of the other trials (baseline)",
    Way.MODEL: "runlift, its mean pooled from the other trials",
    Way.MODEL_AS_USED: "runlift as used, its mean fixed",
}


def print_validation(path: Path | None, *, as_json: bool) -> None:
    """Print the errors of the model and of plain guesses for the project's trials, or for those of a file."""
    known = known_trials().groups
    asked = known if path is None else _asked(path)
    found = validate(known, asked, Random(SEED))  # noqa: S311  draws of trials, no secrets
    if found is None:
        raise InputError([_nothing_told(path)])
    if as_json:
        print_json(_document(found))
        return
    out = console()
    out.print(_heading(path, found, known), markup=False)
    out.print(_group_table(found))
    out.print()
    out.print(_score_table(found))
    for line in _verdict_lines(found):
        out.print(line, markup=False)


def _asked(path: Path) -> tuple[TrialGroup, ...]:
    read = read_trials(path)
    print_findings(read.findings)
    return read.groups


def _heading(path: Path | None, found: Validation, known: tuple[TrialGroup, ...]) -> str:
    trials = f"{len(found.groups)} groups of {found.trials} trials"
    if path is None:
        return f"{trials}, each foretold from the other trials only"
    seen = {each.study_id for each in known}
    new = len({each.group.study_id for each in found.groups} - seen)
    return f"{path.name}: {trials}, {new} of them new to the project, each foretold from the project's others"


def _group_table(found: Validation) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Trial", "Work"):
        table.add_column(column)
    for column in ("Seen %", "Constant", "Runlift", "80 %"):
        table.add_column(column, justify="right")
    for each in found.groups:
        table.add_row(*_cells(each))
    return table


def _cells(each: LeftOut) -> tuple[str, ...]:
    model = each.foretold[Way.MODEL]
    held = "held" if each.is_covered(Way.MODEL) else "missed"
    return (
        f"{each.group.study} {each.group.year}",
        each.group.method.value,
        f"{each.seen:.2f}",
        f"{each.foretold[Way.CONSTANT].change:.2f}",
        f"{model.change:.2f}",
        held,
    )


def _score_table(found: Validation) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Foretold by")
    for column in ("Mean error, points", "Root mean square", "80 % interval held"):
        table.add_column(column, justify="right")
    for way, score in found.scores.items():
        table.add_row(
            WORDS[way], f"{score.mean_error:.2f}", f"{score.root_error:.2f}", f"{score.coverage:.0f} %"
        )
    return table


def _verdict_lines(found: Validation) -> list[str]:
    low, high = found.difference
    least, most = pair("validation_coverage")
    gap = f"{found.worse_by:+.2f} points (95 % {low:+.2f} to {high:+.2f} by drawing trials)"
    noise = "more than noise" if high < 0 or low > 0 else "no more than noise"
    verdict = "Holds" if found.holds else "Does not hold"
    limits = f"worse by at most {number('validation_worse_most'):g} points, 80 % hold {least:g} to {most:g} %"
    return [
        f"Mean error of runlift less that of the constant mean: {gap}; {noise}.",
        f"{verdict}: {limits}.",
    ]


def _document(found: Validation) -> dict[str, Any]:
    return {
        "groups": [_group_document(each) for each in found.groups],
        "trials": found.trials,
        "scores": {
            way.value: {
                "mean_absolute_error": round(score.mean_error, 4),
                "root_mean_square_error": round(score.root_error, 4),
                "coverage_80_pct": round(score.coverage, 1),
            }
            for way, score in found.scores.items()
        },
        "model_less_constant": round(found.worse_by, 4),
        "model_less_constant_95": [round(end, 4) for end in found.difference],
        "holds": found.holds,
    }


def _group_document(each: LeftOut) -> dict[str, Any]:
    return {
        "study_id": each.group.study_id,
        "arm": each.group.arm,
        "method": each.group.method.value,
        "seen_pct": each.seen,
        "foretold_pct": {way.value: round(told.change, 3) for way, told in each.foretold.items()},
        "sd": round(each.foretold[Way.MODEL].sd, 3),
        "held": each.is_covered(Way.MODEL),
    }


def _nothing_told(path: Path | None) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="no_trials",
        message="No group tells a change of running economy.",
        place=str(path or ""),
        remedy="Give a table with re_net_vs_con_pct, re_mean_pct or re_status filled.",
    )
