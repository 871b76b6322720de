"""Propose other days for runs that may move, where that disturbs the running less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.placement.arrangement import RunWeeks, swaps_of_week
from runlift.domain.placement.place import Placed, place
from runlift.domain.placement.slot_table import Ground

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.plan import Run
    from runlift.domain.season.demand import Season


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMove:
    """A run that would change its day.

    Attributes:
        run: The run as planned.
        to_day: The day it would move to.
    """

    run: Run
    to_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMoves:
    """A proposal to move runs; nothing is moved until it is accepted.

    Attributes:
        placed: The placement with the runs moved, proven for these runs.
        runs: The runs with their hours, moved.
        rest_days: Days of rest, moved.
        moves: What would change; empty when nothing is better.
        gain: What the season would cost less [milli-points].
        joint_cost: Cost the joint search found; that of the placement when it came to its end [milli-points].
        proven: Whether no other moves could gain more.
    """

    placed: Placed
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    moves: tuple[RunMove, ...]
    gain: int
    joint_cost: int
    proven: bool


def move_runs(
    season: Season,
    runs: tuple[TimedRun, ...],
    rest_days: tuple[date, ...],
    athlete: Athlete,
    *,
    races: tuple[Race, ...],
    first_day: date,
    last_day: date,
) -> RunMoves:
    """Return where movable runs should go: in each week two days may change places.

    Runs and sessions are placed jointly by CP-SAT; the season is then placed again, exactly, with the runs
    where it put them, so the gain is that of two proven optima.

    Args:
        season: What each week asks for.
        runs: Runs with hours; those with `movable` may change their day within the week.
        rest_days: Days on which nothing is trained; they move along, none is lost.
        athlete: The runner, with windows and places filled in.
        races: The races; their days never move.
        first_day: First day that may change.
        last_day: Last day that may change.
    """
    # Loaded only when runs may move: it takes longer to load than a season takes to place.
    from runlift.domain.placement.joint_model import build_joint_model, solve_joint_model  # noqa: PLC0415

    still = place(season, runs, rest_days, athlete, races=races, first_day=first_day, last_day=last_day)
    weeks = RunWeeks(runs=runs, rest_days=rest_days)
    swaps = [
        swaps_of_week(weeks, week.monday, first_day=first_day, last_day=last_day) for week in season.weeks
    ]
    ground = Ground(
        instance=still.search.instance,
        monday=season.weeks[0].monday,
        weeks=weeks,
        arrangements=tuple(((), *((swap,) for swap in each)) for each in swaps),
    )
    chosen, joint_cost, proven = solve_joint_model(build_joint_model(ground, still.search))
    moved = weeks.swapped(tuple(swap for arrangement in chosen for swap in arrangement))
    placed = place(
        season, moved.runs, moved.rest_days, athlete, races=races, first_day=first_day, last_day=last_day
    )
    gain = still.placement.proof.objective - placed.placement.proof.objective
    if gain <= 0:
        return RunMoves(
            placed=still,
            runs=runs,
            rest_days=rest_days,
            moves=(),
            gain=0,
            joint_cost=joint_cost,
            proven=proven,
        )
    return RunMoves(
        placed=placed,
        runs=moved.runs,
        rest_days=moved.rest_days,
        moves=_moves(runs, moved.runs),
        gain=gain,
        joint_cost=joint_cost,
        proven=proven,
    )


def _moves(runs: tuple[TimedRun, ...], moved: tuple[TimedRun, ...]) -> tuple[RunMove, ...]:
    days = {run.run.id: run.run.date for run in moved}
    return tuple(
        RunMove(run=run.run, to_day=days[run.run.id]) for run in runs if days[run.run.id] != run.run.date
    )
