"""The printable plan as HTML: the season picture, a page a week, the sources."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runlift.formats.printed_week import printed_weeks
from runlift.formats.season_svg import dump_season_picture
from runlift.wording.citation import citation_words
from runlift.wording.notice import NOTICE
from runlift.wording.summary import cited_rows, notes_of, summary_words, title_words

if TYPE_CHECKING:
    from jinja2 import Template

    from runlift.domain.plan.plan import Plan


def dump_html(plan: Plan) -> bytes:
    """Write the printable plan; everything from the runner's files is escaped."""
    picture = Markup(dump_season_picture(plan).decode())  # noqa: S704  our own drawing, escaped where it is made
    text = _template().render(
        title=title_words(plan),
        summary=summary_words(plan),
        picture=picture,
        notes=notes_of(plan),
        notice=NOTICE,
        weeks=printed_weeks(plan),
        sources=[citation_words(row) for row in cited_rows(plan)],
    )
    return text.encode()


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
    return environment.get_template("plan.html.jinja")
