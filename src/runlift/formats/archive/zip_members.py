"""What lies in a ZIP archive: nothing is unpacked by its name, and no size is believed."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from runlift.formats.activity.outcome import error, warning
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runlift.domain.quantity import Finding

MOST_ENTRIES = 200_000
LONGEST_NAME = 250
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
STEP = 1 << 20
UNPACKING_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What the standard library raises over an archive that is damaged, encrypted or packed in an unknown way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive.

    Attributes:
        index: Its place in the archive's directory, since names may occur twice.
        name: Its name, fit to be shown.
    """

    index: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What an archive holds.

    Attributes:
        members: The files whose name may be looked at.
        findings: What there is to tell of it.
    """

    members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()


def list_members(path: Path) -> Listing:
    """List the files of an archive; none where it cannot be one that an honest program wrote."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except UNPACKING_FAULTS:
        return Listing(findings=(_no_archive(),))
    if len(entries) > MOST_ENTRIES:
        return Listing(findings=(_too_many(len(entries)),))
    if _overlap(entries):
        return Listing(findings=(_overlapping(),))
    files = [(at, entry) for at, entry in enumerate(entries) if entry.filename and not entry.is_dir()]
    members = tuple(
        Member(index=at, name=plain_words(entry.filename)) for at, entry in files if _is_honest(entry)
    )
    dishonest = [entry.filename for _, entry in files if not _is_honest(entry)]
    return Listing(members=members, findings=(_outside(dishonest),) if dishonest else ())


@contextmanager
def open_member(path: Path, index: int) -> Iterator[IO[bytes]]:
    """Open a file of an archive to read it as a stream; reading it may raise `UNPACKING_FAULTS`.

    Raises:
        LookupError: The archive has no such file any more.
    """
    archive = _archive(path)
    with archive.open(archive.infolist()[index]) as file:
        yield file


@lru_cache(maxsize=2)
def _archive(path: Path) -> zipfile.ZipFile:
    """Keep an archive open, since a process reads many of its files."""
    return zipfile.ZipFile(path)


def steps_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of a file in small steps."""
    while part := file.read(STEP):
        yield part


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether files share bytes, by which a small archive unpacks to any size."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        before.header_offset + _LOCAL_HEADER + before.compress_size > after.header_offset
        for before, after in pairwise(ordered)
    )


def _is_honest(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry is a file with a name that stays within its folder."""
    name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    is_outside = ".." in parts or name.startswith("/") or name[1:2] == ":"
    return not (is_link or is_outside or len(name) > LONGEST_NAME or entry.flag_bits & _ENCRYPTED)


def _no_archive() -> Finding:
    return error("no_archive", "The archive is damaged or none.", "Download it again.")


def _too_many(count: int) -> Finding:
    return error(
        "archive_too_large",
        f"The archive holds {count:,} files, more than any export does.",
        "Unpack it and give the folder with the activities.",
    )


def _overlapping() -> Finding:
    return error(
        "archive_overlaps",
        "Files of the archive share their bytes, by which a small archive unpacks to any size.",
        "Download the export again from where it comes from.",
    )


def _outside(names: list[str]) -> Finding:
    shown = ", ".join(plain_words(name)[:40] for name in names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004 - three are shown
    return warning(
        "member_refused",
        f"Left out, since they are links, encrypted, or named outside of the archive: {shown}{more}.",
        "Unpack the archive yourself if you trust it, and give the files.",
    )
