"""Let many processes open the same new database and write to it at once; run by the tests."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.storage.faulty_store import START, batch
from tests.storage.plans import small_plan

from runlift.application.error import PlanChangedError
from runlift.storage.open import open_store

ATHLETE = "me"


def main() -> int:
    """Write, and return how many writers failed."""
    url, writers, batches, plans = sys.argv[1], *(int(word) for word in sys.argv[2:])
    processes = []
    for writer in range(writers):
        process = os.fork()
        if process == 0:
            _write(url, range(writer * batches, (writer + 1) * batches), plans)
        processes.append(process)
    return sum(os.waitpid(process, 0)[1] != 0 for process in processes)


def _write(url: str, numbers: range, plans: int) -> NoReturn:
    code = 1
    try:
        store = open_store(url)
        for number in numbers:
            assert len(store.record(ATHLETE, batch(ATHLETE, number)).added) == len(batch(ATHLETE, number))
        kept = 0
        while kept < plans:
            latest = len(store.plan_versions(ATHLETE))
            try:
                store.keep_plan(
                    ATHLETE, small_plan(), after=latest, made_at=START, cause=f"{numbers}, {kept}"
                )
            except PlanChangedError:
                continue
            kept += 1
        code = 0
    except BaseException:  # noqa: BLE001  the parent counts it
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
