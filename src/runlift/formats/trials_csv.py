"""A table of trials as a file."""

from __future__ import annotations

from runlift.domain.quantity import Finding, Severity
from runlift.domain.response.trial_table import TrialsRead, read_trial_table


def load_trials(data: bytes, *, name: str) -> TrialsRead:
    """Read trials from a CSV in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return TrialsRead(groups=(), findings=(_no_text(name, fault),))
    return read_trial_table(text, name=name)


def _no_text(name: str, fault: UnicodeDecodeError) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="not_utf8",
        message=f"Byte {fault.start} is not UTF-8.",
        place=name,
        remedy="Save the table as CSV in UTF-8.",
    )
