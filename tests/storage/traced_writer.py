"""Write batches, and tell in a file which are acknowledged; watched by the power cut test."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.storage.faulty_store import Fault, batch, store_with

ATHLETE = "me"


def main() -> None:
    """Write as many batches as asked."""
    path, acknowledged, fault, journal, batches = sys.argv[1:]
    store = store_with(Fault(fault), path, journal=journal)
    with Path(acknowledged).open("ab", buffering=0) as told:
        for number in range(1, int(batches) + 1):
            store.record(ATHLETE, batch(ATHLETE, number))
            told.write(b".")


if __name__ == "__main__":
    main()
