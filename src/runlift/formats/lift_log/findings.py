"""What is told of a log as a whole."""

from __future__ import annotations

from runlift.domain.quantity import Finding, Severity


def error(code: str, message: str, remedy: str, place: str) -> Finding:
    """Make a finding that ends the reading."""
    return Finding(severity=Severity.ERROR, code=code, message=message, place=place, remedy=remedy)


def warning(code: str, message: str, remedy: str, place: str) -> Finding:
    """Make a finding on something doubtful."""
    return Finding(severity=Severity.WARNING, code=code, message=message, place=place, remedy=remedy)


def note(code: str, message: str, remedy: str, place: str) -> Finding:
    """Make a finding on something assumed."""
    return Finding(severity=Severity.NOTE, code=code, message=message, place=place, remedy=remedy)
