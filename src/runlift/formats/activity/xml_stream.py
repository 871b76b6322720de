"""XML read as a stream, without entities, outside files or endless nesting; broken XML as far as it goes."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BLANKS = b" \t\r\n\0"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class ElementTaker(Protocol):
    """Takes elements as they are closed."""

    @property
    def wants_more(self) -> bool:
        """Whether anything may still come of what follows."""

    def take(self, name: str, element: etree._Element) -> None:
        """Take an element whose end was read; its inner ones were taken before, and may be gone."""


T = TypeVar("T", bound=ElementTaker)


def read_stream(data: bytes, names: Sequence[str], make: Callable[[], T]) -> tuple[T, bool]:
    """Hand the elements of some names to a taker; return it, and whether the XML is broken.

    Broken XML is read a second time by a parser that mends what it can, into a taker of its own.
    """
    data = data.lstrip(BLANKS)
    taker = make()
    try:
        _hand_over(data, names, taker, mends=False)
    except etree.XMLSyntaxError:
        taker = make()
        with suppress(etree.XMLSyntaxError):
            _hand_over(data, names, taker, mends=True)
        return taker, True
    return taker, False


def _hand_over(data: bytes, names: Sequence[str], taker: ElementTaker, *, mends: bool) -> None:
    options: dict[str, Any] = {
        "resolve_entities": False,
        "no_network": True,
        "huge_tree": False,
        "load_dtd": False,
        "dtd_validation": False,
        "remove_comments": True,
        "remove_pis": True,
        "recover": mends,
    }
    tags = [f"{{*}}{name}" for name in names]
    for _, element in etree.iterparse(BytesIO(data), events=("end",), tag=tags, **options):
        taker.take(local_name(element), element)
        element.clear()
        if not taker.wants_more:
            return


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _without_namespace(str(element.tag))


@lru_cache(maxsize=512)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def text_of(element: etree._Element, name: str) -> str:
    """Return the text of a direct child; empty without it."""
    for child in element:
        if local_name(child) == name:
            return (child.text or "").strip()
    return ""


def number_of(text: str | None) -> float:
    """Return a number; NaN where the text is none that can be reckoned with."""
    try:
        value = float(text or "nan")
    except ValueError:
        return float("nan")
    return value if abs(value) < 1e12 else float("nan")  # noqa: PLR2004 - beyond anything that is measured
