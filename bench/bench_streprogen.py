"""A 16-week programme with two sessions a week, beside the strength-programme generator streprogen.

streprogen (GPL-3.0) is measured only: it lives in an environment of its own (`make bench` makes it) and is no
dependency. It makes sets and loads for exercises, start and end weights that it is given; Runlift decides
them, and places them, so the times are no race: the table below says what each of the two gives.
"""

from __future__ import annotations

import statistics
import subprocess
from datetime import date
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
OTHER = ROOT / ".venv-bench" / "bin" / "python"
RUNS = 7
FIRST_DAY = date(2026, 12, 21)
PROGRAMME = """
from time import perf_counter
import streprogen
started = perf_counter()
programme = streprogen.Program("season", duration=16)
with programme.Day("A"):
    programme.DynamicExercise("Squat", 40, 55)
    programme.DynamicExercise("Romanian deadlift", 30, 45)
    programme.DynamicExercise("Press", 15, 20)
    programme.StaticExercise("Calf raise", "3 x 10")
with programme.Day("B"):
    programme.DynamicExercise("Deadlift", 40, 60)
    programme.DynamicExercise("Split squat", 10, 20)
    programme.DynamicExercise("Row", 15, 25)
    programme.StaticExercise("Plank", "3 x 30 s")
programme.render()
programme.to_txt()
print(perf_counter() - started)
"""
GIVES = (
    ("sets, repetitions and loads for 16 weeks", "yes", "yes"),
    ("chooses the exercises for the kit at hand", "no", "yes"),
    ("start weights", "given by the user", "from body mass or sets done, to be confirmed"),
    ("loads that the runner's own weights can make", "rounded to a step", "yes, plates and pairs counted"),
    ("reads the running plan and places each session", "no", "yes, proven least cost"),
    ("phases, lighter weeks and taper to a race", "intensity curve", "yes"),
    ("jumps in foot contacts, held exercises, sides", "no", "yes"),
    ("reasons with sources; independent check", "no", "yes"),
)


def main() -> None:
    """Print the times of both in one run, and what each gives."""
    ours = statistics.median(_our_seconds() for _ in range(RUNS))
    print(f"\nA 16-week programme, two sessions a week (medians of {RUNS} runs, warm process)")
    print(f"{'runlift, with placement and check':<40}{ours:>8.3f} s")
    if OTHER.exists():
        theirs = statistics.median(_their_seconds() for _ in range(RUNS))
        print(f"{'streprogen, sets and loads only':<40}{theirs:>8.3f} s   ratio {ours / theirs:.1f}")
    else:
        print("streprogen is not installed in .venv-bench; run `make bench`")
    print(f"\n{'what':<50}{'streprogen':<20}runlift")
    for what, other, own in GIVES:
        print(f"{what:<50}{other:<20}{own}")


def _our_seconds() -> float:
    import runlift  # noqa: PLC0415  loaded before the clock starts, as streprogen is

    athlete = runlift.read_athlete(ROOT / "examples" / "athlete-example.toml", today=FIRST_DAY)
    runs = runlift.read_running_plan(ROOT / "examples" / "plans" / "marathon-16-weeks.ics", today=FIRST_DAY)
    started = perf_counter()
    runlift.make_plan(athlete, runs, first_day=FIRST_DAY)
    return perf_counter() - started


def _their_seconds() -> float:
    done = subprocess.run([str(OTHER), "-c", PROGRAMME], check=True, capture_output=True, text=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
