"""Print findings and verdicts: one line a fault on standard error, with its place and its remedy."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console

from runlift.domain.quantity import Severity
from runlift.wording.finding import finding_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.quantity import Finding
    from runlift.domain.safety.verdict import Verdict

WIDTH_WITHOUT_TERMINAL = 110


def console() -> Console:
    """Return the console of standard output, of a fixed width when it is no terminal."""
    width = None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(width=width, highlight=False, soft_wrap=False)


def print_json(document: Any) -> None:  # noqa: ANN401  any JSON value
    """Print a JSON document."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n")


def finding_line(finding: Finding) -> str:
    """Return a finding in one line, its weight first."""
    return f"{finding.severity.value}: {finding_words(finding)}"


def print_findings(findings: Iterable[Finding], *, least: Severity = Severity.NOTE) -> None:
    """Print findings on standard error, errors first."""
    order = list(Severity)
    shown = [finding for finding in findings if order.index(finding.severity) <= order.index(least)]
    for finding in sorted(shown, key=lambda finding: order.index(finding.severity)):
        sys.stderr.write(finding_line(finding) + "\n")


def print_verdicts(verdicts: Iterable[Verdict]) -> None:
    """Print verdicts of the safety check on standard error."""
    from runlift.wording.verdict import verdict_finding

    print_findings(verdict_finding(verdict) for verdict in verdicts)


@contextmanager
def working_on(words: str) -> Iterator[None]:
    """Show that something is being done, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(words):
        yield
