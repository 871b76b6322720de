"""What 24 sessions ask of one lift: ours, session by session, beside the documented rules of other programs.

Ours is the real thing: a plan, a diary, and the plan made again after each session. The same happenings are
told to the others. What happened is scripted, whatever was asked: who asks for more does not fail sooner
here, as would be so in life. See docs/side-by-side.md for what to read from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peer_progressions import (  # type: ignore[import-not-found]  # beside this script
    LiftosaurDouble,
    LiftosaurLinear,
    Result,
    Steps,
    Wger,
    streprogen_weeks,
)
from scripted_season import (  # type: ignore[import-not-found]  # beside this script
    MONDAY,
    WEEKS,
    Happening,
    Lived,
    Season,
    lift_of,
    working,
)

from runlift.domain.athlete.place import Barbell, Equipment, Place
from runlift.domain.athlete.profile import Athlete, KnownSet, Lifting
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family
from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AS_ASKED = Happening()
EASY = Happening(text="2 more in reserve", reserve=2)
HARDER = Happening(text="1 less in reserve", reserve=-1)
SHORT = Happening(text="1 rep, 1 reserve short", fewer_reps=1, reserve=-1)
BAD_DAY = Happening(text="slept 4.5 h; 2 reps short", fewer_reps=2, reserve=-2, sleep_h=4.5, soreness=7)
MISSED = Happening(text="missed once", missed=1)
AWAY = Happening(text="away, not told", missed=9)
HURT = Happening(text="knee hurts 4 of 10", pain=4)
SCRIPT = (
    *(AS_ASKED, AS_ASKED, AS_ASKED, AS_ASKED, EASY, EASY, MISSED, AS_ASKED),
    *(HARDER, AS_ASKED, SHORT, SHORT, AS_ASKED, BAD_DAY, AWAY, AWAY),
    *(AWAY, AWAY, AS_ASKED, AS_ASKED, HURT, AS_ASKED, AS_ASKED, AS_ASKED),
)
LIGHT_SCRIPT = (
    *(AS_ASKED, AS_ASKED, AS_ASKED, AS_ASKED, AS_ASKED, AS_ASKED, MISSED, AS_ASKED),
    *(AS_ASKED, AS_ASKED, EASY, EASY, SHORT, SHORT, BAD_DAY, AS_ASKED),
    *(AS_ASKED, AS_ASKED, AS_ASKED, SHORT, SHORT, AS_ASKED, AS_ASKED, AS_ASKED),
)
BAR = tuple(20 + 2.5 * step for step in range(32))
BAR_KIT = Equipment(
    barbell=Barbell(bar_kg=20, plates_kg=((1.25, 2), (2.5, 2), (5, 2), (10, 2), (20, 2))),
    items=("bench", "rack", "box", "step"),
)
FLOOR = Equipment(items=("step",))
DUMBBELLS = Equipment(items=("step",), dumbbells_kg=((4, 1), (6, 1), (8, 1)))
KETTLEBELLS = Equipment(items=("step",), kettlebells_kg=((8, 1), (12, 1), (16, 1)))
NAMES = ("wger", "Liftosaur lp", "Liftosaur dp")
CAP = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """The kit of a part of the season, and what the users of the others chose for it.

    Attributes:
        first: Number of its first session.
        steps: Steps of the rules.
        one_rm_kg: What streprogen is told [kg]; 0 without a load.
        round_to: What streprogen rounds to [kg].
    """

    first: int
    steps: Steps
    one_rm_kg: float
    round_to: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A session beside what the others ask: loads [kg] for the count, words for the table."""

    lived: Lived
    rack_kg: tuple[float, ...]
    words: tuple[str, ...]
    loads_kg: tuple[float | None, ...]


def main() -> None:
    """Print both seasons."""
    bar = (Phase(first=1, steps=Steps(start_kg=40, rack_kg=BAR, step_kg=2.5), one_rm_kg=53, round_to=2.5),)
    squatter = _athlete(BAR_KIT, likes=("back_squat",), known=(("back_squat", 40.0), ("rdl_bb", 40.0)))
    season = Season(squatter, lambda name: name == "back_squat")
    _print("Back squat, bar and plates", rows(season, SCRIPT, bar, {}))
    print("\nThe same with every session as asked")
    _count(rows(Season(squatter, season.is_lift), (AS_ASKED,) * len(SCRIPT), bar, {}))
    light = (
        Phase(first=1, steps=Steps(start_kg=0, rack_kg=(), step_kg=0, reps=(8, 15)), one_rm_kg=0, round_to=1),
        Phase(first=9, steps=Steps(start_kg=4, rack_kg=(4, 6, 8), step_kg=2), one_rm_kg=8, round_to=2),
        Phase(first=17, steps=Steps(start_kg=8, rack_kg=(8, 12, 16), step_kg=4), one_rm_kg=16, round_to=4),
    )
    newcomer = Season(_athlete(FLOOR), _is_squat)
    kits = {9: _athlete(DUMBBELLS), 17: _athlete(KETTLEBELLS)}
    _print(
        "Squat: bodyweight, dumbbells 4/6/8, kettlebells 8/12/16", rows(newcomer, LIGHT_SCRIPT, light, kits)
    )


def rows(
    season: Season, script: Sequence[Happening], phases: Sequence[Phase], kits: Mapping[int, Athlete]
) -> list[Row]:
    """Return the season, each session beside what the others ask for it."""
    lived = season.live(script, kits)
    found: list[Row] = []
    for phase, after in zip(phases, (*phases[1:], None), strict=True):
        part = lived[phase.first - 1 : after.first - 1 if after else None]
        found += _part(season, part, phase)
    return found


def _part(season: Season, lived: Sequence[Lived], phase: Phase) -> list[Row]:
    peers = (Wger(phase.steps), LiftosaurLinear(phase.steps), LiftosaurDouble(phase.steps))
    weeks = streprogen_weeks(phase.one_rm_kg, phase.round_to, WEEKS) if phase.one_rm_kg else []
    found = []
    began = _week(lived[0])
    for one in lived:
        asks = [peer.asks() for peer in peers]
        ours = _ours(one, season)
        words, load = _streprogen(weeks, _week(one) - began)
        found.append(
            Row(
                lived=one,
                rack_kg=phase.steps.rack_kg,
                words=(ours[0], *map(str, asks), words),
                loads_kg=(ours[1], *(ask.load_kg for ask in asks), load),
            )
        )
        if not one.is_dropped:
            for peer in peers:
                peer.hears(_result(one.happening))
    return found


def _result(happening: Happening) -> Result:
    return Result(reps_missing=happening.fewer_reps, reserve_kept=happening.reserve >= 0)


def _week(one: Lived) -> int:
    return int((one.session.date - MONDAY).days // 7)


def _streprogen(weeks: list[list[tuple[int, float]]], number: int) -> tuple[str, float | None]:
    if not weeks:
        return "-", None
    sets = weeks[number]
    return " ".join(f"{reps}x{load:g}" for reps, load in sets), max(load for _, load in sets)


def _ours(one: Lived, season: Season) -> tuple[str, float | None]:
    lift = lift_of(one.session, season.is_lift)
    if lift is None:
        return f"({_instead(one)})", None
    sets = working(lift)
    first = sets[0]
    name = f"{lift.exercise} " if lift.exercise != "back_squat" else ""
    load = f" {first.load_kg:g}" if first.load_kg else ""
    tempo = f" {lift.tempo}" if lift.tempo else ""
    return f"{name}{len(sets)}x{first.reps}{load} r{first.rir or 0:g}{tempo}", first.load_kg


def _told(one: Lived) -> str:
    if one.is_made_up:
        return f"{one.happening.text}, done on {one.session.date:%a}"
    return f"{one.happening.text}, dropped" if one.is_dropped else one.happening.text


def _instead(one: Lived) -> str:
    return next((str(each.exercise) for each in one.session.exercises if each.role is Role.MAIN), "nothing")


def _print(title: str, found: Sequence[Row]) -> None:
    print(f"\n{title} (load in kg; r: repetitions in reserve)")
    head = ("", "what happened", "runlift", *NAMES, "streprogen")
    widths = [3, 28, 38, 11, 13, 13, 0]
    print("".join(f"{word:<{width}}" for word, width in zip(head, widths, strict=True)))
    for number, row in enumerate(found, start=1):
        text = _told(row.lived)
        cells = (str(number), text, *row.words)
        print("".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)))
    _count(found)


def _count(found: Sequence[Row]) -> None:
    print(f"\n{'':<14}{'over 10 %':>10}{'largest step':>14}{'not in the kit':>16}{'first':>7}{'highest':>9}")
    for column, name in enumerate(("runlift", *NAMES, "streprogen")):
        told = [(row.loads_kg[column], row.rack_kg) for row in found]
        loads = [(load, rack) for load, rack in told if load]
        if not loads:
            print(f"{name:<14}not installed" if name == "streprogen" else f"{name:<14}no load")
            continue
        steps = _steps(loads)
        foreign = sum(1 for load, rack in loads if load not in rack)
        large = sum(1 for step in steps if step > CAP)
        first, highest = loads[0][0], max(load for load, _ in loads)
        largest = f"{max(steps, default=1) - 1:.0%}"
        print(f"{name:<14}{large:>10}{largest:>14}{foreign:>16}{first:>7g}{highest:>9g}")


def _steps(loads: Sequence[tuple[float, tuple[float, ...]]]) -> list[float]:
    """Return how far each new highest load lies above the one before it, as a ratio, within the same kit."""
    steps = []
    highest, kit = loads[0]
    for load, rack in loads[1:]:
        if rack != kit:
            highest, kit = load, rack
        elif load > highest:
            steps.append(load / highest)
            highest = load
    return steps


def _athlete(
    kit: Equipment, likes: tuple[str, ...] = (), known: tuple[tuple[str, float], ...] = ()
) -> Athlete:
    return Athlete(
        birth_year=1990,
        body_mass_kg=62,
        lifting=Lifting.NOVICE,
        weekly_km=38,
        longest_run_km=14,
        weeks_off_lifting=0,
        places=(Place(id="home", equipment=kit),),
        likes=likes,
        known_sets=tuple(KnownSet(exercise=name, load_kg=load, reps=8, rir=2) for name, load in known),
    )


def _is_squat(name: str) -> bool:
    return catalogue()[name].family is Family.SQUAT


if __name__ == "__main__":
    main()
