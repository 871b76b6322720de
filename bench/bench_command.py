"""Cold starts of the command: seconds and memory of a fresh process, medians over runs."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
RUNLIFT = Path(sys.executable).parent / "runlift"
RUNS = 7
KILOBYTES_PER_MEGABYTE = 1024
PLAN_START = date(2026, 12, 21)
WEEKS = 24
WEEK = ("Rest", "6 x 800 m", "8 km easy", "Tempo 40 min", "Rest", "6 km easy + strides", "Long run {} km")


def main() -> None:
    """Print a row for each command."""
    print("\nCold starts of the command (medians of", RUNS, "runs)")
    print(f"{'command':<28}{'seconds':>9}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        plan = _plan_of_24_weeks(Path(folder))
        athlete = ROOT / "examples" / "athlete-example.toml"
        first = PLAN_START.isoformat()
        for name, arguments in (
            ("--help", ["--help"]),
            ("read, 24 weeks", ["read", str(plan), "--start", first]),
            (
                "plan, 24 weeks",
                [
                    "plan",
                    str(plan),
                    "--athlete",
                    str(athlete),
                    "--start",
                    first,
                    "--from",
                    first,
                    "--out",
                    folder,
                ],
            ),
        ):
            seconds, megabytes = _measure(arguments)
            print(f"{name:<28}{seconds:>9.2f}{megabytes:>9.0f}")


def _plan_of_24_weeks(folder: Path) -> Path:
    lines = []
    for week in range(WEEKS):
        for day, words in enumerate(WEEK):
            when = PLAN_START + timedelta(days=7 * week + day)
            lines.append(f"{when.isoformat()} {words.format(16 + week % 4 * 3)}")
    path = folder / "plan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _measure(arguments: list[str]) -> tuple[float, float]:
    """Return the median seconds of a run, and the peak memory of any [MB]."""
    seconds = []
    for _ in range(RUNS):
        started = perf_counter()
        subprocess.run([str(RUNLIFT), *arguments], check=True, capture_output=True)
        seconds.append(perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KILOBYTES_PER_MEGABYTE
    return statistics.median(seconds), peak


if __name__ == "__main__":
    main()
