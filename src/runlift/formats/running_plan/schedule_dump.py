"""Writing a running plan in the project's own schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.fields import scaled
from runlift.formats.running_plan.own_schema import SCHEMA

if TYPE_CHECKING:
    from runlift.domain.running.plan import Run, RunningDay, RunningPlan, RunPart

LINE_WIDTH = 110


def dump_running_plan(plan: RunningPlan) -> bytes:
    """Write a running plan as YAML; the same plan gives the same bytes."""
    import yaml  # noqa: PLC0415 - slow to import, and who reads a plan need not write one

    document = {"schema": SCHEMA, "name": plan.name, "days": [_day(day) for day in plan.days]}
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=LINE_WIDTH)
    return bytes(text.encode())


def _day(day: RunningDay) -> dict[str, object]:
    return {"date": day.date.isoformat(), "runs": [_run(run) for run in day.runs]}


def _run(run: Run) -> dict[str, object]:
    told: dict[str, object] = {"id": run.id, "kind": run.kind.value, "key": run.key, "title": run.title}
    if run.start is not None:
        told["start"] = run.start.isoformat(timespec="minutes" if run.start.second == 0 else "seconds")
    told |= _amounts(run.distance_m, run.duration_s)
    if run.movable:
        told["movable"] = True
    if run.note:
        told["note"] = run.note
    if run.parts:
        told["parts"] = [_part(part) for part in run.parts]
    return told


def _part(part: RunPart) -> dict[str, object]:
    told: dict[str, object] = {"repeats": part.repeats} | _amounts(part.distance_m, part.duration_s)
    words = {"intensity": part.intensity, "recovery": part.recovery}
    return told | {key: value for key, value in words.items() if value}


def _amounts(distance_m: float | None, duration_s: float | None) -> dict[str, object]:
    """Write amounts in the unit people read, or in the one that reads back exactly."""
    found: dict[str, object] = {}
    if distance_m is not None:
        found |= _exact("distance_km", "distance_m", distance_m, 1000.0)
    if duration_s is not None:
        found |= _exact("duration_min", "duration_s", duration_s, 60.0)
    return found


def _exact(large: str, small: str, amount: float, factor: float) -> dict[str, object]:
    shown = round(amount / factor, 3)
    return {large: shown} if scaled(shown, factor) == amount else {small: amount}
