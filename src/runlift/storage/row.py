"""Rows of the tables to values of the domain and back."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from runlift.application.ports import KeptPlan
from runlift.formats.diary_json import dump_recorded, entry_day, entry_word, load_recorded
from runlift.formats.plan_json import load_plan

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.quantity import Finding
    from runlift.storage.address import Address

LONGEST_PLAN = 200_000_000  # bytes of a plan; far more is a damaged row


def entry_row(athlete: str, recorded: Recorded) -> dict[str, Any]:
    """Return an entry as a row; its text is what counts, the other columns are for looking it up.

    Raises:
        InputError: A value is out of its range.
    """
    return {
        "athlete": athlete,
        "id": recorded.id,
        "revision": recorded.revision,
        "device": recorded.device,
        "kind": entry_word(recorded.entry),
        "day": entry_day(recorded.entry),
        "recorded_at": recorded.recorded_at,
        "withdrawn": recorded.withdrawn,
        "payload": dump_recorded(recorded),
    }


def entry_of(payload: str, address: Address) -> Recorded:
    """Return the entry of a row.

    Raises:
        StoreError: The row is not as Runlift writes it.
    """
    outcome = load_recorded(payload, place="entry")
    if outcome.recorded is None:
        raise address.fault(
            "row_damaged", _first(outcome.findings), "Restore a backup with `runlift restore`."
        )
    return outcome.recorded


def plan_row(athlete: str, version: int, data: bytes, *, made_at: datetime, cause: str) -> dict[str, Any]:
    """Return a version of a plan as a row."""
    return {
        "athlete": athlete,
        "version": version,
        "made_at": made_at,
        "cause": cause,
        "plan": zlib.compress(data),
    }


def plan_bytes(kept: bytes) -> bytes:
    """Return the bytes of `plan.json` as they were handed in."""
    return zlib.decompressobj().decompress(kept, LONGEST_PLAN)


def plan_of(row: Row[Any], address: Address) -> KeptPlan:
    """Return the version of a plan of a row.

    Raises:
        StoreError: This version of the program cannot read it.
    """
    outcome = load_plan(plan_bytes(row.plan), name=f"plan version {row.version}")
    if outcome.plan is None:
        remedy = "Make the plan again, or use the version of Runlift that made this one."
        raise address.fault("plan_not_read", _first(outcome.findings), remedy)
    return KeptPlan(version=row.version, plan=outcome.plan, made_at=row.made_at, cause=row.cause)


def _first(findings: tuple[Finding, ...]) -> str:
    return f"{findings[0].place}: {findings[0].message}"
