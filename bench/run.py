"""Run every benchmark and print its table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the benchmarks one after the other, each in a process of its own."""
    for script in (*sorted(HERE.glob("bench_*.py")), HERE / "compare_progressions.py"):
        subprocess.run([sys.executable, str(script)], check=True)


if __name__ == "__main__":
    main()
