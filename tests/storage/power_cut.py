"""What a disk holds after the power is cut: only what was synchronised, and any part of the rest.

The writer is watched with strace. From what it wrote, truncated and synchronised, the files are put together
as they may be found after a cut at any moment: writes that no synchronisation followed may be there or not,
each sector by itself.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SECTOR = 512
CALL = re.compile(r"^\d+ +(?P<name>\w+)\((?P<words>.*)\) += (?P<result>-?\d+)")
OPENED = re.compile(r'"(?P<path>[^"]*)", (?P<flags>[A-Z_|]+)')
HANDLED = re.compile(r"^\d+<(?P<path>[^>]*)>(?:, )?(?P<rest>.*)$")
WRITTEN = re.compile(r'"(?P<bytes>(?:\\x[0-9a-f]{2})*)", \d+(?:, (?P<offset>\d+))?')
CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink"
REMOVED = re.compile(r'^"(?P<path>[^"]*)"$')


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """A file is made, if it was not there."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Bytes are written."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncate:
    """A file is cut to a size."""

    path: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sync:
    """A file or folder is synchronised."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge:
    """The writer was told that a batch is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """A file is removed."""

    path: str


Event: TypeAlias = Make | Write | Truncate | Sync | Remove | Acknowledge


@dataclass(slots=True)
class File:
    """A file on a disk.

    Attributes:
        synced: What is certainly there.
        since: What was done to it since it was synchronised.
    """

    synced: bytes = b""
    since: list[Write | Truncate] = field(default_factory=list)


class Folder:
    """A folder on a disk: under each name, what was there when it was synchronised and what came after."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._names: dict[str, list[File | None]] = {}

    def take(self, event: Event) -> None:
        """Do what was done."""
        if isinstance(event, Make):
            if self._now(event.path) is None:
                self._names[event.path].append(File())
        elif isinstance(event, Remove):
            self._names[event.path].append(None)
        elif isinstance(event, Sync) and event.path == self._path:
            self._names = {path: states[-1:] for path, states in self._names.items()}
        elif isinstance(event, Sync):
            file = self._file(event.path)
            file.synced, file.since = _applied(file.synced, file.since, lambda: True), []
        elif isinstance(event, Write | Truncate):
            self._file(event.path).since.append(event)

    def found(self, survives: Callable[[], bool]) -> dict[str, bytes]:
        """Return what may be found under each name after a power cut."""
        found = {}
        for path, states in self._names.items():
            file = states[0]
            for later in states[1:]:
                file = later if survives() else file
            if file is not None:
                found[path] = _applied(file.synced, file.since, survives)
        return found

    def _now(self, path: str) -> File | None:
        return self._names.setdefault(path, [None])[-1]

    def _file(self, path: str) -> File:
        file = self._now(path)
        assert file is not None, path
        return file


def watch(command: Sequence[str], files: Sequence[Path], acknowledged: Path, log: Path) -> str:
    """Run a command under strace and return what it complained of, empty when it went well."""
    watched = [word for path in (*files, files[0].parent, acknowledged) for word in ("-P", str(path))]
    strace = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", *watched, "-o", str(log)]
    ended = subprocess.run([*strace, *command], check=False, capture_output=True, encoding="utf-8")
    return ended.stderr if ended.returncode else ""


def events(log: Path, acknowledged: Path) -> Iterator[Event]:
    """Yield what was done, in order."""
    for line in log.read_text(encoding="ascii").splitlines():
        call = CALL.match(line)
        if call is None or int(call["result"]) < 0:
            continue
        event = _event(call["name"], call["words"], int(call["result"]))
        if isinstance(event, Write) and event.path == str(acknowledged):
            yield Acknowledge()
        elif event is not None:
            yield event


def disk_after(happened: Sequence[Event], survives: Callable[[], bool], *, folder: Path) -> dict[str, bytes]:
    """Return the files as they may be found when the power is cut after these events.

    Args:
        happened: What was done, in order.
        survives: Asked for each sector that was not synchronised, and each file whose folder was not.
        folder: The folder that lists the files.
    """
    disk = Folder(str(folder))
    for event in happened:
        disk.take(event)
    return disk.found(survives)


def _event(name: str, words: str, result: int) -> Event | None:
    """Return what a system call did, None where it does not matter."""
    if name == "openat":
        opened = OPENED.search(words)
        return Make(path=_text(opened["path"])) if opened and "O_CREAT" in opened["flags"] else None
    if name == "unlink":
        removed = REMOVED.match(words)
        return Remove(path=_text(removed["path"])) if removed else None
    handled = HANDLED.match(words)
    return _change(name, _text(handled["path"]), handled["rest"], result) if handled else None


def _change(name: str, path: str, rest: str, result: int) -> Event | None:
    """Return what a system call did to an open file."""
    if name in {"fsync", "fdatasync"}:
        return Sync(path=path)
    if name == "ftruncate":
        return Truncate(path=path, size=int(rest))
    written = WRITTEN.match(rest)
    if written is None:
        return None
    return Write(path=path, offset=int(written["offset"] or 0), data=_bytes(written["bytes"])[:result])


def _applied(synced: bytes, since: Sequence[Write | Truncate], survives: Callable[[], bool]) -> bytes:
    content = bytearray(synced)
    for event in since:
        if isinstance(event, Truncate):
            if survives():
                content = content[: event.size].ljust(event.size, b"\0")
            continue
        for start in range(0, len(event.data), SECTOR):
            if survives():
                _put(content, event.offset + start, event.data[start : start + SECTOR])
    return bytes(content)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(words: str) -> str:
    return _bytes(words).decode() if words.startswith("\\x") else words
