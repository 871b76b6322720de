"""Runlift plans strength training for runners around a real running plan.

import runlift

athlete = runlift.read_athlete("athlete.toml")
runs = runlift.read_running_plan("my-plan.ics")
plan = runlift.make_plan(athlete, runs)
runlift.write_plan(plan, "season")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.application.error import InputError, PlanRefusedError, RunliftError
    from runlift.application.explain_day import explain_day as why
    from runlift.application.explain_slot import explain_slot as why_not
    from runlift.bootstrap import (
        check,
        make_plan,
        read_athlete,
        read_plan,
        read_running_plan,
        write_plan,
    )
    from runlift.domain.running.make_runs import make_running_plan

__version__ = "0.1.0"

__all__ = [
    "InputError",
    "PlanRefusedError",
    "RunliftError",
    "check",
    "make_plan",
    "make_running_plan",
    "read_athlete",
    "read_plan",
    "read_running_plan",
    "why",
    "why_not",
    "write_plan",
]

_HOMES = {
    "InputError": ("runlift.application.error", "InputError"),
    "PlanRefusedError": ("runlift.application.error", "PlanRefusedError"),
    "RunliftError": ("runlift.application.error", "RunliftError"),
    "make_running_plan": ("runlift.domain.running.make_runs", "make_running_plan"),
    "why": ("runlift.application.explain_day", "explain_day"),
    "why_not": ("runlift.application.explain_slot", "explain_slot"),
}


def __getattr__(name: str) -> object:
    """Load a part of the library when it is first asked for, so that `import runlift` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'runlift' has no attribute {name!r}")
    module, attribute = _HOMES.get(name, ("runlift.bootstrap", name))
    return getattr(import_module(module), attribute)
