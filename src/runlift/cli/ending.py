"""How a command ends: every fault in plain lines on standard error, and an exit code that says which."""

from __future__ import annotations

import io
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from runlift.application.error import (
    InputError,
    PlanChangedError,
    PlanRefusedError,
    RunliftError,
    StoreError,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

DONE = 0
REFUSED = 1
WRONG_INPUT = 2
DEFECT = 70
STOPPED = 130
NOBODY_READS = 141

TRACEBACK_WANTED = "RUNLIFT_TRACEBACK"
COMPLETING = "_RUNLIFT_COMPLETE"

DEFECT_OF_PLANNER = "Nothing was written. The planner should never make such a plan: please report it."
NOT_TO_BE_FOLLOWED = (
    "Nothing was written. This plan was changed by hand or made by other rules; "
    "make it again with `runlift plan`."
)

_PLAIN_WORDS = {
    "Input should be a valid integer, unable to parse string as an integer": "it should be a whole number",
    "Input should be a valid number, unable to parse string as a number": "it should be a number",
    "Input should be": "it should be",
}


def run_to_the_end(command: Callable[[], object]) -> int:
    """Run a command, tell what went wrong, and return the exit code."""
    mend_streams()
    try:
        ended = command()
        sys.stdout.flush()
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as ended_early:
        return _ended_early(ended_early)
    except BaseException as fault:  # noqa: BLE001  whatever it is, the user gets a line and not a traceback
        return tell(fault)
    return ended if isinstance(ended, int) else DONE


def tell(fault: BaseException) -> int:
    """Tell a fault on standard error and return the exit code that belongs to it."""
    if isinstance(fault, RunliftError):
        return _tell_expected(fault)
    if isinstance(fault, typer.TyperException):
        _line(f"error: {_usage_fault(fault)}")
        return WRONG_INPUT
    if isinstance(fault, typer.Abort | EOFError):
        _line("error: The input ended before every question was answered; nothing was written.")
        return STOPPED
    if isinstance(fault, KeyboardInterrupt):
        return STOPPED
    return _tell_defect(fault)


def _tell_expected(fault: RunliftError) -> int:
    """Tell what every caller of Runlift has to expect."""
    from runlift.cli.console import print_findings, print_verdicts

    if isinstance(fault, InputError):
        print_findings(fault.findings)
    elif isinstance(fault, StoreError):
        print_findings([fault.finding])
    elif isinstance(fault, PlanChangedError):
        _line(f"error: {_plan_changed(fault)}")
    elif isinstance(fault, PlanRefusedError):
        print_verdicts(fault.verdicts)
        _line(f"error: {DEFECT_OF_PLANNER if fault.made_here else NOT_TO_BE_FOLLOWED}")
        return REFUSED
    else:
        return _tell_defect(fault)
    return WRONG_INPUT


def mend_streams() -> None:
    """Give the process streams it can use: closed ones read and write nothing, odd letters are replaced."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(mode))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _plan_changed(fault: PlanChangedError) -> str:
    """Return what happened to a plan that somebody else made anew at the same time."""
    return (
        f"The plan of {fault.athlete!r} was made anew in the meantime: version {fault.found} is the latest, "
        f"not {fault.expected}. Nothing was changed; give the command again."
    )


def _usage_fault(fault: typer.TyperException) -> str:
    """Return what is wrong with the words of the command line, and where help is."""
    told = fault.format_message().rstrip(".")
    for inner, plain in _PLAIN_WORDS.items():
        told = told.replace(inner, plain)
    context: typer.Context | None = getattr(fault, "ctx", None)
    return f"{told}. See `{context.command_path if context else 'runlift'} --help`."


def _tell_defect(fault: BaseException) -> int:
    if os.environ.get(TRACEBACK_WANTED) == "1":
        traceback.print_exception(fault, file=sys.stderr)
    frames = traceback.extract_tb(fault.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    _line(
        f"error: A defect of Runlift, not of your input: {type(fault).__name__}: {fault}{where}. "
        f"Please report this line with the command and its files; {TRACEBACK_WANTED}=1 shows the way to it."
    )
    return DEFECT


def _ended_early(ended: SystemExit) -> int:
    """Tell apart the two ways in which Typer itself ends: after completing words, and on a broken pipe."""
    code = ended.code if isinstance(ended.code, int) else DONE
    if code == DONE or COMPLETING in os.environ:
        return code
    return _nobody_reads()


def _nobody_reads() -> int:
    """Let nothing more be written when whoever read the output has gone."""
    sys.stdout = _nothing("w")
    return NOBODY_READS


def _nothing(mode: str) -> TextIO:
    """Open a stream that is empty or swallows all; it stays open until the process ends."""
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _line(words: str) -> None:
    sys.stderr.write(" ".join(words.split()) + "\n")
