"""The reader of an archive's directory in a child process."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from runlift.formats.archive.zip_members import list_members


def answer(question: dict[str, Any], _: bytes) -> dict[str, Any]:
    """List the files of an archive."""
    listing = list_members(Path(question["path"]))
    return {
        "members": [[member.index, member.name] for member in listing.members],
        "findings": [asdict(finding) for finding in listing.findings],
    }
