"""Files as bytes: read within limits, written whole or not at all."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.domain.plan.plan import Input
from runlift.domain.quantity import Finding, Severity
from runlift.formats.running_plan.detect import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all.

    Raises:
        InputError: It cannot be written.
    """
    half_written = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half_written.write_bytes(data)
        half_written.replace(path)
    except OSError as fault:
        raise InputError([file_finding(path, "file_not_written", fault, "Choose another folder.")]) from fault
    return path


def read_bytes(path: Path, most: int) -> bytes:
    """Read at most one byte more than is accepted, so that a huge file costs nothing."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        finding = file_finding(path, "file_not_read", fault, "Check the name and whether you may read it.")
        raise InputError([finding]) from fault


def read_if_there(path: Path) -> bytes:
    """Return the bytes of a file, none where there is no file."""
    return read_bytes(path, MAX_BYTES * 4) if path.exists() else b""


def file_finding(path: Path, code: str, fault: OSError, remedy: str) -> Finding:
    """Return what to tell of a file that the system refuses."""
    reason = fault.strerror or type(fault).__name__
    return Finding(severity=Severity.ERROR, code=code, message=f"{reason}.", place=str(path), remedy=remedy)


def source_of(path: Path, data: bytes) -> Input:
    """Return a file by its name and hash."""
    return Input(name=path.name, sha256=hashlib.sha256(data).hexdigest())


def once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings, each told once."""
    return tuple(dict.fromkeys(findings))
