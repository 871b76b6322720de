"""The reader that unpacks an archive within an archive into a file that its parent names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runlift.formats.archive.zip_members import UNPACKING_FAULTS, open_member, steps_of
from runlift.formats.child_process.limits import renew_time

RENEWED_EVERY = 64_000_000
SECONDS_PER_PART = 10


def answer(question: dict[str, Any], _: bytes) -> dict[str, Any]:
    """Unpack one file; tell its size, and whether it is whole and within the bound."""
    size, most = 0, int(question["most"])
    try:
        with (
            open_member(Path(question["path"]), question["index"]) as member,
            Path(question["into"]).open("wb") as file,
        ):
            for part in steps_of(member):
                if size // RENEWED_EVERY != (size + len(part)) // RENEWED_EVERY:
                    renew_time(SECONDS_PER_PART)
                size += len(part)
                if size > most:
                    return {"size": size, "whole": False}
                file.write(part)
    except UNPACKING_FAULTS:
        return {"size": size, "whole": False}
    return {"size": size, "whole": True}
