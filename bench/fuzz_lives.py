"""Live many random lives that follow a plan; fail when a plan made on the way breaks a hard rule.

Examples:
    python bench/fuzz_lives.py --lives 2000
    python bench/fuzz_lives.py --seed 7 --life 1234      (one life again, with its traceback)
"""

from __future__ import annotations

import sys
import traceback
from argparse import ArgumentParser, Namespace
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.life_course import live

EXAMPLES_TOLD = 40
PROGRESS_EVERY = 500


def main() -> int:
    """Live the lives asked for and print what was found."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--lives", type=int, default=2000, help="how many lives")
    parser.add_argument("--seed", type=int, default=1, help="which family of lives")
    parser.add_argument("--first", type=int, default=0, help="number of the first life")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--longest-days", type=int, default=35, help="longest life [days]")
    parser.add_argument("--minutes", type=float, help="stop after so many minutes")
    parser.add_argument("--life", type=int, help="only this life, with its traceback")
    asked = parser.parse_args()
    if asked.life is not None:
        made, faults = live(asked.seed, asked.life, longest_days=asked.longest_days)
        print(f"planned again {made} times", *faults, sep="\n  ")
        return 1 if faults else 0
    return _many(asked.seed, range(asked.first, asked.first + asked.lives), asked)


def _many(seed: int, cases: range, asked: Namespace) -> int:
    started, seconds, lived, plans, found = perf_counter(), 0.0, 0, 0, []
    one = partial(_one, seed, longest_days=asked.longest_days)
    with ProcessPoolExecutor(max_workers=asked.workers) as pool:
        for case, (made, faults) in zip(cases, pool.map(one, cases, chunksize=5), strict=True):
            lived, plans = lived + 1, plans + made
            found += [f"{seed}/{case}: {each}" for each in faults]
            seconds = perf_counter() - started
            if lived % PROGRESS_EVERY == 0:
                print(f"{lived} lives, {plans} plans, {len(found)} faults", file=sys.stderr, flush=True)
            if asked.minutes and seconds > asked.minutes * 60:
                pool.shutdown(cancel_futures=True)
                break
    print(f"{lived} lives, planned again {plans} times, {len(found)} faults, {seconds:.0f} s")
    print(*found[:EXAMPLES_TOLD], sep="\n")
    return 1 if found else 0


def _one(seed: int, case: int, *, longest_days: int) -> tuple[int, tuple[str, ...]]:
    try:
        return live(seed, case, longest_days=longest_days)
    except Exception as error:  # noqa: BLE001 - whatever is raised is the find
        last = traceback.extract_tb(error.__traceback__)[-1]
        return 0, (f"{Path(last.filename).name}:{last.lineno} {error!r}",)


if __name__ == "__main__":
    sys.exit(main())
