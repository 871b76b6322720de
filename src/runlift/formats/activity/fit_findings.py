"""What there is to tell of a FIT file that is damaged, or is no activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.activity.outcome import error, note, warning
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.quantity import Finding
    from runlift.formats.activity.fit_scan import FitFile, FitScan

NAMES_SHOWN = 6
_AGAIN = "Export or copy it again if you can; what was read is kept until then."
_WORDS = {
    "truncated": "The file ends before its data does",
    "undefined": "A message was never defined, so the file cannot be read beyond it",
    "checksum": "The file's checksum is wrong, so some of its values may be wrong too",
    "too_many": "The file holds more messages than any activity does",
    "no_header": "What follows is no FIT data",
}
_KINDS = {
    "workout": "a workout to be done",
    "course": "a course to be followed",
    "settings": "settings of a device",
    "device": "a description of a device",
    "sport": "settings of a sport",
    "weight": "weighings",
    "blood_pressure": "blood pressure",
    "totals": "totals of a device",
    "goals": "goals",
    "schedules": "a schedule",
    "activity_summary": "a summary of a day",
    "segment": "a segment",
    "segment_list": "a list of segments",
}


def damage_finding(damaged: FitFile | FitScan, size: int) -> Finding:
    """Tell what is wrong with a file, and how much of it was read."""
    at = getattr(damaged, "at", 0)
    read = f" ({at:,} of {size:,} bytes were read)" if damaged.damage in {"truncated", "undefined"} else ""
    return warning(f"fit_{damaged.damage}", f"{_WORDS[damaged.damage]}{read}.", _AGAIN)


def not_an_activity(kinds: Sequence[str]) -> Finding:
    """Tell that a file is FIT but something else."""
    named = " and ".join(
        "data of a day's monitoring" if "monitoring" in kind else _KINDS.get(kind, kind.replace("_", " "))
        for kind in kinds
    )
    return note("not_an_activity", f"The FIT file holds {named}, not an activity.", "Nothing is to be done.")


def fields_passed_over(names: Iterable[str]) -> Finding:
    """Tell which fields that apps on the watch add were left out."""
    known = [name for name in dict.fromkeys(plain_words(name) for name in names) if name]
    more = f" and {len(known) - NAMES_SHOWN} more" if len(known) > NAMES_SHOWN else ""
    return note(
        "developer_fields",
        f"Fields that apps on the watch added were left out: {', '.join(known[:NAMES_SHOWN])}{more}.",
        "Nothing is to be done.",
    )


def nothing_in_it(*, damaged: bool) -> Finding:
    """Tell that a file holds neither a session nor records that make one."""
    if damaged:
        return error("nothing_read", "Nothing of an activity could be read.", "Export or copy it again.")
    return error(
        "no_session",
        "The FIT file holds neither a session nor dated records that make one.",
        "Give the file of the activity as the watch wrote it.",
    )
