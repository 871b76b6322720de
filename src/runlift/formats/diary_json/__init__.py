"""Entries of the diary as JSON, written, read and checked; the same wherever they are kept or sent."""

from runlift.formats.diary_json.convert import (
    RecordedOutcome,
    columns_of,
    dump_recorded,
    entry_day,
    entry_word,
    load_recorded,
    recorded_document,
    recorded_findings,
)

__all__ = [
    "RecordedOutcome",
    "columns_of",
    "dump_recorded",
    "entry_day",
    "entry_word",
    "load_recorded",
    "recorded_document",
    "recorded_findings",
]
