"""The keys of a mapping, read one by one; what does not fit becomes a finding."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from runlift.formats.document import Document, Path

_T = TypeVar("_T")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"\d{2}:\d{2}(:\d{2})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,20})?(e[-+]?\d{1,2})?", re.ASCII | re.IGNORECASE)


def scaled(amount: float, factor: float) -> float:
    """Multiply without the noise of binary fractions, so that 8.1 km are 8100 m."""
    return amount if factor == 1 else round(amount * factor, 9)


class Fields:
    """A mapping of a document, read key by key; what does not fit becomes a finding.

    Attributes:
        findings: What did not fit, shared by all mappings of one reading.
        path: Where the mapping stands in the document.
    """

    def __init__(
        self, document: Document, path: Path, value: Mapping[str, object], findings: list[Finding]
    ) -> None:
        self._document = document
        self._value = value
        self._read: set[str] = set()
        self.path = path
        self.findings = findings

    def __contains__(self, key: str) -> bool:
        """Tell whether the mapping states the key."""
        return self._value.get(key) is not None

    def get(self, key: str) -> object:
        """Take a value as it is."""
        self._read.add(key)
        return self._value.get(key)

    def place(self, key: str | None = None) -> str:
        """Name where the mapping or one of its keys stands."""
        return self._document.place(self.path if key is None else (*self.path, key))

    def text(self, key: str) -> str:
        """Read words, empty when they are not stated."""
        value = self.get(key)
        if isinstance(value, dict | list):
            self.wrong(key, "words")
            return ""
        return "" if value is None else str(value).strip()

    def number(self, key: str, most: float) -> float | None:
        """Read a number above 0 and up to `most`, None when it is not stated."""
        value = self.get(key)
        if value is None:
            return None
        words = str(value).strip()
        plain = not isinstance(value, bool | dict | list) and re.fullmatch(
            r"\d{1,9}(\.\d{1,20})?", words, re.ASCII
        )
        found = float(words) if plain else None
        if found is None or not 0 < found <= most:
            self.wrong(key, f"a number above 0 and up to {most:g}")
            return None
        return found

    def flag(self, key: str) -> bool | None:
        """Read true or false, None when it is not stated."""
        value = self.get(key)
        if value is None:
            return None
        found = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())
        if found is None:
            self.wrong(key, "true or false")
        return found

    def day(self, key: str) -> date | None:
        """Read a date, None when it is not stated."""
        return self._iso(key, date.fromisoformat, _DAY, "a date such as 2026-03-02")

    def clock(self, key: str) -> time | None:
        """Read a time of day, None when it is not stated."""
        return self._iso(key, time.fromisoformat, _CLOCK, "a time such as 06:30")

    def _iso(self, key: str, parse: Callable[[str], _T], pattern: re.Pattern[str], wanted: str) -> _T | None:
        value = self.get(key)
        if value is None:
            return None
        words = f"0{value}" if re.match(r"\d:", str(value)) else str(value)
        try:
            if pattern.fullmatch(words):
                return parse(words)
        except ValueError:  # the shape of a date or time, but none that exists
            pass
        self.wrong(key, wanted)
        return None

    def word(self, key: str, allowed: Collection[str]) -> str | None:
        """Read one of some words, None when it is not stated."""
        value = self.text(key).lower()
        if not value or value in allowed:
            return value or None
        self.wrong(key, f"one of {', '.join(sorted(allowed))}")
        return None

    def wrong(self, key: str, wanted: str) -> None:
        """Tell that a value is not what it must be."""
        found = self._value.get(key)
        shown = type(found).__name__ if isinstance(found, dict | list) else f"“{str(found)[:40]}”"
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                code="wrong_value",
                message=f"`{key}` is {shown}, but must be {wanted}.",
                place=self.place(key),
                remedy="Correct the value or leave the key out.",
            )
        )

    def report_unknown(self) -> None:
        """Tell which keys nobody asked for."""
        for key in self._value:
            if key not in self._read:
                self.findings.append(
                    Finding(
                        severity=Severity.WARNING,
                        code="unknown_key",
                        message=f"The key `{str(key)[:40]}` is not known and was not read.",
                        place=self.place(str(key)),
                        remedy=f"Known keys here: {', '.join(sorted(self._read))}.",
                    )
                )
