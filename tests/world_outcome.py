"""What becomes of a random world: a plan that the checker lets pass, or what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.error import InputError, PlanRefusedError
from runlift.application.make_plan import make_plan
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.random_worlds import World

    from runlift.domain.safety.verdict import Verdict

REQUEST = "no_weights_while_running"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a world.

    Attributes:
        number: Number of the world.
        sessions: Sessions planned.
        faults: What must not be: rules that refuse the plan with what they tell, or an error raised.
        warnings: Rules that warn.
    """

    number: str
    sessions: int
    faults: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def outcome_of(world: World) -> Outcome:
    """Make the plan of a world and check it, whatever happens on the way."""
    try:
        made = make_plan(
            world.athlete, world.running_plan, first_day=world.first_day, time_zone="Europe/Berlin"
        )
    except PlanRefusedError as error:
        return Outcome(number=world.number, sessions=0, faults=_faults(error.verdicts), warnings=())
    except InputError as error:
        told = "; ".join(finding.message for finding in error.findings)
        return Outcome(number=world.number, sessions=0, faults=(("InputError", told),), warnings=())
    verdicts = check_plan(made.plan, catalogue())
    return Outcome(
        number=world.number,
        sessions=len(made.plan.sessions),
        faults=_faults(verdicts),
        warnings=tuple(verdict.rule for verdict in verdicts if verdict.level is Level.WARN),
    )


def _faults(verdicts: Iterable[Verdict]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (verdict.rule, f"{verdict.date} {verdict.uid} {verdict.exercise} {verdict.reason.figures}")
        for verdict in verdicts
        if verdict.level is Level.REFUSE and verdict.rule != REQUEST
    )
