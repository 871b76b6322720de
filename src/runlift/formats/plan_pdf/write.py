"""A printed plan as PDF; the same plan gives the same bytes on every machine.

Only the typesetter's own fonts are used, and no time is written into the file.
"""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from runlift.formats.plan_pdf.pages import Paper, Printed, document

if TYPE_CHECKING:
    from typst import Compiler

    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import DateSpan

AT_NO_TIME = 0
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
PICTURES = "So"
PICTURES_FROM = "\U00010000"


def dump_pdf(
    plan: Plan, span: DateSpan, *, paper: Paper = Paper.A4, printed: Printed = Printed.ALL
) -> bytes | None:
    """Write the weeks that begin within a span of days; None when there is no page."""
    compiler = _compiler(plan, span, paper, printed)
    if compiler is None:
        return None
    return cast("bytes", compiler.compile(format="pdf", timestamp=AT_NO_TIME))


def page_images(
    plan: Plan, span: DateSpan, *, paper: Paper = Paper.A4, printed: Printed = Printed.ALL, ppi: float = 90
) -> list[bytes]:
    """Return every page as a PNG, in order."""
    compiler = _compiler(plan, span, paper, printed)
    if compiler is None:
        return []
    made = compiler.compile(format="png", ppi=ppi)
    return made if isinstance(made, list) else [cast("bytes", made)]


def _compiler(plan: Plan, span: DateSpan, paper: Paper, printed: Printed) -> Compiler | None:
    from typst import Compiler, Fonts  # noqa: PLC0415  loads in its own time

    told = document(plan, span, paper=paper, printed=printed)
    if not told["pages"]:
        return None
    template = (files("runlift.formats") / "templates" / "plan.typ").read_bytes()
    return Compiler(
        template,
        font_paths=Fonts(include_system_fonts=False),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_printable(told))},
    )


def _printable(value: Any) -> Any:  # noqa: ANN401  any JSON value
    """Leave out what no font prints: control characters, halves of characters, pictures such as emoji."""
    if isinstance(value, str):
        return " ".join("".join(each if _is_printed(each) else " " for each in value).split())
    if isinstance(value, list):
        return [_printable(each) for each in value]
    if isinstance(value, dict):
        return {key: _printable(each) for key, each in value.items()}
    return value


def _is_printed(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind not in UNSEEN and not (kind == PICTURES and letter >= PICTURES_FROM)
