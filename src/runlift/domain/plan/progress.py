"""How far the runner has come with one exercise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where an exercise stands: after what was done, or after what is planned when it is done as planned.

    Attributes:
        times: Sessions in which it was done.
        grown_in: Week in which it last grew or was first done.
        load_kg: Load of the last usual session [kg].
        effective: Repetitions, reserve included, that this load allows.
        highest_kg: Highest load ever [kg].
        highest_reps: Most repetitions at the highest load.
        reps: Repetitions of the last usual session.
        seconds: Seconds of the last usual session [s].
        tempo: How often the tempo was slowed.
        band: Position of the band used, lightest 0.
        at_end: Whether this form has nothing harder left with this kit.
        careful: Whether the load rests on a careful start, which is meant to be light.
        last_session: Number of the last session it was done in.
        overrated: Repetitions by which a far heavier weight was expected too high, when it was tried.
    """

    times: int = 0
    grown_in: int = 0
    load_kg: float = 0.0
    effective: float = 0.0
    highest_kg: float = 0.0
    highest_reps: int = 0
    reps: int = 0
    seconds: int = 0
    tempo: int = 0
    band: int = 0
    at_end: bool = False
    careful: bool = False
    last_session: int = -1
    overrated: float = 0.0
