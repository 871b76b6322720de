"""The identifier of a session: the same for ever, also when it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete


def uid_of(athlete: Athlete, demand_id: str) -> str:
    """Return the identifier of a session, the same for ever, also when it moves.

    Args:
        athlete: Who trains.
        demand_id: Monday of its week and number, e.g. `2026-03-02/1`.
    """
    letters = "".join(one if one.isalnum() and one.isascii() else "-" for one in athlete.name.lower())
    name = "-".join(part for part in letters.split("-") if part) or "runner"
    return f"{name}-{demand_id.replace('/', '-')}@runlift"
