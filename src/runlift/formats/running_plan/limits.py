"""Reading an untrusted plan within bounds of time and memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.formats.child_process.limits import ReadingLimits
from runlift.formats.child_process.worker import Question, ReaderDefectError, TooMuchError, Worker
from runlift.formats.running_plan.detect import MAX_BYTES, foreign_file
from runlift.formats.running_plan.outcome import error
from runlift.formats.running_plan.reading import outcome, read_plan_entries
from runlift.formats.running_plan.wire import outcome_of

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.quantity import Finding
    from runlift.domain.running.entry import DistanceUnit
    from runlift.formats.running_plan.outcome import Outcome

PLAIN_BYTES = 262_144  # up to this size nothing that is read here can take long, recurrence apart
_FOLDS = re.compile(rb"[\x00\s]+")  # a name may be folded over lines, or written in UTF-16
_RECURS = re.compile(rb"RRULE|RDATE|EXRULE", re.IGNORECASE)


def read_limited(
    data: bytes,
    *,
    name: str,
    today: date,
    start: date | None = None,
    race_date: date | None = None,
    time_zone: str | None = None,
    unit: DistanceUnit | None = None,
) -> Outcome:
    """Read a plan that may be broken or hostile: within 9 seconds and 512 MB, whatever it holds.

    A small file without recurring events is read in this process, since it cannot take long; anything else in
    a process of its own, which is ended when it takes too much.
    """
    foreign = foreign_file(data, name)
    if foreign is not None:
        return outcome(None, (foreign,), name)
    if is_plain(data):
        return read_plan_entries(
            data, name=name, today=today, start=start, race_date=race_date, time_zone=time_zone, unit=unit
        )
    question: dict[str, str | None] = {
        "name": name,
        "today": today.isoformat(),
        "start": start.isoformat() if start else None,
        "race_date": race_date.isoformat() if race_date else None,
        "time_zone": time_zone,
        "unit": unit,
    }
    return read_in_child(data, question, ReadingLimits())


def is_plain(data: bytes) -> bool:
    """Tell whether a file is too small and simple to take long; in doubt it is not."""
    return len(data) <= min(PLAIN_BYTES, MAX_BYTES) and not _RECURS.search(_FOLDS.sub(b"", data))


def read_in_child(data: bytes, question: dict[str, str | None], limits: ReadingLimits) -> Outcome:
    """Read a plan in a process of its own.

    Args:
        data: The file.
        question: The arguments of `read_plan_entries`, dates in ISO form.
        limits: What it may cost.
    """
    name = str(question["name"])
    worker = Worker(limits)
    try:
        return outcome_of(worker.ask(Question(reader="plan", question=question, data=data)))
    except (TooMuchError, ReaderDefectError, KeyError, TypeError, ValueError):
        return outcome(None, (_too_complex(name, limits),), name)
    finally:
        worker.end()


def _too_complex(name: str, limits: ReadingLimits) -> Finding:
    return error(
        "file_too_complex",
        f"Reading the file took more than {limits.seconds} seconds or {limits.memory // 1024**2} MB.",
        "Export only the running plan, without recurring events or attachments.",
        name,
    )
