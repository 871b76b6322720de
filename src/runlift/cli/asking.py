"""`runlift init`: ask about the runner in the terminal and write the athlete file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from runlift.application.error import InputError
from runlift.application.init_athlete import answer, athlete_of, begin
from runlift.bootstrap import current_day, write_athlete
from runlift.cli.console import finding_line
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path


def ask_athlete(out: Path, *, overwrite: bool) -> None:
    """Ask the questions one by one; an empty answer means not told."""
    if out.is_dir() or (out.exists() and not overwrite):
        raise InputError([_exists(out)])
    interview = begin(current_day())
    typer.echo("Enter keeps the default or leaves a question open.")
    while interview.question is not None:
        question = interview.question
        typer.echo(question.help)
        left_open = f" [{question.default}]" if question.default else ""
        text = typer.prompt(f"{question.words}{left_open}", default="", show_default=False)
        interview = answer(interview, text)
        if interview.finding is not None:
            typer.echo(finding_line(interview.finding), err=True)
    write_athlete(athlete_of(interview), out)
    typer.echo(f"Written to {out}. Next: runlift plan YOUR-PLAN --athlete {out}")


def _exists(out: Path) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="file_exists",
        message="The file is already there.",
        place=str(out),
        remedy="Choose another name with --out, or replace it with --overwrite.",
    )
