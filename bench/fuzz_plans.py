"""Make and check the plans of many random worlds; fail when one breaks a hard rule or an error is raised.

Examples:
    python bench/fuzz_plans.py --cases 2000
    python bench/fuzz_plans.py --seed 7 --case 1234      (one world again, with its traceback)
"""

from __future__ import annotations

import sys
import traceback
from argparse import ArgumentParser
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.random_worlds import random_world
from tests.world_outcome import Outcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterable

CHUNK = 20
EXAMPLES_TOLD = 3
PROGRESS_EVERY = 500


def main() -> int:
    """Run the cases asked for and print what was found."""
    asked = _arguments().parse_args()
    if asked.case is not None:
        return _again(asked.seed, asked.case, asked.longest_days)
    started = perf_counter()
    make = partial(_outcome, asked.seed, longest_days=asked.longest_days)
    with ProcessPoolExecutor(max_workers=asked.workers) as pool:
        outcomes = pool.map(make, range(asked.first, asked.first + asked.cases), chunksize=CHUNK)
        return _report(outcomes, asked.cases, started)


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=2000, help="how many worlds")
    parser.add_argument("--seed", type=int, default=1, help="which family of worlds")
    parser.add_argument("--first", type=int, default=0, help="number of the first world")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--longest-days", type=int, default=26 * 7, help="longest running plan [days]")
    parser.add_argument("--case", type=int, help="only this world, with its traceback")
    return parser


def _again(seed: int, case: int, longest_days: int) -> int:
    world = random_world(seed, case, longest_days=longest_days)
    print(world.athlete)
    for day in world.running_plan.days:
        print(day.date.strftime("%a %d %b %Y"), *(f"{run.kind}({run.title})" for run in day.runs))
    outcome = outcome_of(world)
    print(f"{outcome.sessions} sessions", *outcome.faults, *sorted(Counter(outcome.warnings)), sep="\n  ")
    return 1 if outcome.faults else 0


def _outcome(seed: int, case: int, *, longest_days: int) -> Outcome:
    try:
        return outcome_of(random_world(seed, case, longest_days=longest_days))
    except Exception as error:  # noqa: BLE001 - whatever is raised is the find
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno} {error!r}"
        return Outcome(
            number=f"{seed}/{case}", sessions=0, faults=((type(error).__name__, place),), warnings=()
        )


def _report(outcomes: Iterable[Outcome], cases: int, started: float) -> int:
    faults: dict[str, list[str]] = defaultdict(list)
    warnings: Counter[str] = Counter()
    done = sessions = holding = bad = 0
    for done, outcome in enumerate(outcomes, start=1):
        sessions += outcome.sessions
        holding += outcome.sessions > 0
        bad += bool(outcome.faults)
        warnings.update(set(outcome.warnings))
        for rule, told in dict(reversed(outcome.faults)).items():
            faults[rule].append(f"{outcome.number}: {told}")
        if done % PROGRESS_EVERY == 0:
            rate = done / (perf_counter() - started)
            print(f"{done} of {cases}, {rate:.1f} a second, {bad} at fault", file=sys.stderr, flush=True)
    seconds = perf_counter() - started
    held = f"{holding} of them with sessions, {sessions} sessions"
    print(f"{done} worlds, {held}, {bad} worlds at fault, {seconds:.0f} s")
    for rule, found in sorted(faults.items(), key=lambda item: -len(item[1])):
        print(f"  {rule}: {len(found)}", *(f"    {each}" for each in found[:EXAMPLES_TOLD]), sep="\n")
    print("  warned:", ", ".join(f"{rule} {times}" for rule, times in warnings.most_common()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
