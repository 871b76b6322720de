"""From the bytes of an untrusted file to text, or to what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runlift.domain.quantity import Finding, Severity
from runlift.formats.lift_log.findings import error

MAX_BYTES = 20_000_000
_MEGABYTE = 1_000_000
_LOOKED_AT = 4_096
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NUL_SHARE = 0.4  # of the bytes of a western text in UTF-16 about half are NUL
GIVE_AN_EXPORT = "Give the CSV file that Hevy, Strong or FitNotes exports."

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or a spreadsheet", "Unpack it, or save the sheet as CSV."),
    (b"PK\x05\x06", "an empty ZIP archive", GIVE_AN_EXPORT),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet or document", "Save it as CSV."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"%PDF", "a PDF document", GIVE_AN_EXPORT),
    (b"\x89PNG", "a picture", GIVE_AN_EXPORT),
    (b"\xff\xd8\xff", "a picture", GIVE_AN_EXPORT),
    (b"SQLite format 3", "a database, perhaps a backup", "Choose the export to CSV in the app instead."),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|[a-z]+[ >])", re.IGNORECASE)
_JSON = re.compile(rb"\s*[\[{]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a file, and what was assumed to read it."""

    text: str
    findings: tuple[Finding, ...] = ()


def text_of(data: bytes, name: str) -> SourceText | Finding:
    """Return the text of a file, or why it cannot be a log."""
    foreign = _foreign(data, name)
    if foreign is not None:
        return foreign
    encoding = _utf_16(data)
    if encoding is None and b"\x00" in data:
        return error("not_a_lift_log", "This is a binary file, not a training log.", GIVE_AN_EXPORT, name)
    if encoding is not None:
        return SourceText(text=data.decode(encoding, errors="replace").lstrip("\ufeff").replace("\x00", ""))
    try:
        return SourceText(text=data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return SourceText(text=text, findings=(_encoding_assumed(name),))


def _foreign(data: bytes, name: str) -> Finding | None:
    if len(data) > MAX_BYTES:
        return error(
            "file_too_large",
            f"The file is larger than {MAX_BYTES // _MEGABYTE} MB, which no training log is.",
            "Export only the training log, or part it by years.",
            name,
        )
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        return error("empty_file", "The file is empty.", GIVE_AN_EXPORT, name)
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            return error("not_a_lift_log", f"This is {what}, not a training log.", remedy, name)
    what = "a web page or XML" if _MARKUP.match(head) else "JSON" if _JSON.match(head) else ""
    return error("not_a_lift_log", f"This is {what}, not a CSV.", GIVE_AN_EXPORT, name) if what else None


def _utf_16(data: bytes) -> str | None:
    """Tell the encoding of a file in UTF-16, by its mark or by the NULs between its letters."""
    if data[:2] in _UTF_16_MARKS:
        return "utf-16"
    head = data[: _LOOKED_AT & ~1]
    for encoding, nuls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if nuls and nuls.count(0) > 2 * _NUL_SHARE * len(nuls) and head.count(0) == nuls.count(0):
            return encoding
    return None


def _encoding_assumed(name: str) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        code="encoding_assumed",
        message="The file is not in UTF-8; it was read as older western systems write.",
        place=name,
        remedy="If names look wrong, export again and do not open the file in a spreadsheet first.",
    )
