"""The printable plan as HTML: the season picture, a page a week, the sources."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from runlift.formats.printed_week import printed_weeks
from runlift.formats.season_svg import dump_season_picture
from runlift.wording.citation import citation_words
from runlift.wording.notice import HOW_TO_READ, NOTICE
from runlift.wording.summary import bill_words, cited_rows, notes_of, summary_words, title_words

if TYPE_CHECKING:
    from jinja2 import Template

    from runlift.domain.plan.plan import Plan

CITED = re.compile(r"^(.*) \[([A-Z0-9, ]+)\]$", re.DOTALL)


def dump_html(plan: Plan) -> bytes:
    """Write the printable plan; everything from the runner's files is escaped."""
    picture = Markup(dump_season_picture(plan).decode())  # noqa: S704  our own drawing, escaped where it is made
    text = _template().render(
        title=title_words(plan),
        summary=summary_words(plan),
        bill=bill_words(plan),
        picture=picture,
        notes=notes_of(plan),
        how_to_read=HOW_TO_READ,
        notice=NOTICE,
        weeks=printed_weeks(plan),
        sources=[(row, citation_words(row)) for row in cited_rows(plan)],
    )
    return text.encode()


def with_links(words: str) -> Markup:
    """Return a reason with each evidence id leading to its source, everything else escaped."""
    found = CITED.match(words)
    if found is None:
        return escape(words)
    said, cited = found.groups()
    links = Markup(", ").join(Markup('<a href="#{0}">{0}</a>').format(row) for row in cited.split(", "))
    return Markup('{} <span class="cited">[{}]</span>').format(said, links)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("runlift.formats", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["with_links"] = with_links
    return environment.get_template("plan.html.jinja")
