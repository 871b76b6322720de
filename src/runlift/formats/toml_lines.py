"""Find the line on which each key and each value of a TOML file stands.

The standard reader checks the syntax but forgets where it read. This walk comes after it, over text known to
be valid, so it only has to tell keys, strings and brackets apart.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_STRING = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''',
    re.DOTALL,
)
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")


def lines_of(text: str) -> Mapping[tuple[str | int, ...], int]:
    """Return the line of every path in a valid TOML text.

    A path is made of keys and list positions, as in `("place", 0, "dumbbells_kg", 2)`. Lines count from 1.
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


def nearest_line(lines: Mapping[tuple[str | int, ...], int], path: tuple[str | int, ...]) -> int | None:
    """Return the line of `path`, or of the innermost table or list around it that has one."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Walk:
    """One pass over the text; `lines` fills as it goes."""

    def __init__(self, text: str) -> None:
        self.lines: dict[tuple[str | int, ...], int] = {}
        self._text = text
        self._at = 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._tables_in: dict[tuple[str | int, ...], int] = {}  # lists of tables: how many so far

    def document(self) -> None:
        """Walk headers and assignments to the end of the text."""
        table: tuple[str | int, ...] = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._next_is("["):
                table = self._header()
            else:
                self._assignment(table)
            self._skip_blank()

    def _header(self) -> tuple[str | int, ...]:
        brackets = 2 if self._text.startswith("[[", self._at) else 1
        self._at += brackets
        keys = self._key()
        path = self._into_last_tables(keys[:-1]) + keys[-1:]
        self._note(path)
        if brackets == 1:
            path = self._last_table(path)
        else:
            self._tables_in[path] = self._tables_in.get(path, 0) + 1
            path = self._last_table(path)
            self._note(path)
        self._at += brackets
        return path

    def _into_last_tables(self, keys: tuple[str, ...]) -> tuple[str | int, ...]:
        path: tuple[str | int, ...] = ()
        for key in keys:
            path = self._last_table((*path, key))
        return path

    def _last_table(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        count = self._tables_in.get(path)
        return path if count is None else (*path, count - 1)

    def _assignment(self, table: tuple[str | int, ...]) -> None:
        keys = self._key()
        path = table + keys
        for length in range(len(table) + 1, len(path) + 1):
            self._note(path[:length])
        self._at += len("=")
        self._value(path)

    def _value(self, path: tuple[str | int, ...]) -> None:
        self._skip_blank()
        if self._next_is("["):
            self._list(path)
        elif self._next_is("{"):
            self._inline_table(path)
        else:
            found = _STRING.match(self._text, self._at) or _BARE_VALUE.match(self._text, self._at)
            self._at = cast("re.Match[str]", found).end()

    def _list(self, path: tuple[str | int, ...]) -> None:
        self._at += len("[")
        position = 0
        while not self._closes("]"):
            self._note((*path, position))
            self._value((*path, position))
            position += 1

    def _inline_table(self, path: tuple[str | int, ...]) -> None:
        self._at += len("{")
        while not self._closes("}"):
            self._assignment(path)

    def _closes(self, bracket: str) -> bool:
        self._skip_blank()
        if self._next_is(","):
            self._at += len(",")
            self._skip_blank()
        if not self._next_is(bracket):
            return False
        self._at += len(bracket)
        return True

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            found = cast("re.Match[str]", _KEY_PART.match(self._text, self._at))
            parts.append(_plain(found[1]))
            self._at = found.end()
            if not self._next_is("."):
                return tuple(parts)
            self._at += len(".")

    def _note(self, path: tuple[str | int, ...]) -> None:
        self.lines.setdefault(path, bisect_right(self._breaks, self._at) + 1)

    def _next_is(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _skip_blank(self) -> None:
        self._at = cast("re.Match[str]", _BLANK.match(self._text, self._at)).end()


def _plain(key: str) -> str:
    """Return a key without its quotes."""
    return cast("str", tomllib.loads(f"key = {key}")["key"]) if key[0] in "\"'" else key
