"""All files of a plan, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.plan_html import dump_html
from runlift.formats.plan_ics import dump_calendar
from runlift.formats.plan_json import dump_plan
from runlift.formats.plan_markdown import dump_markdown
from runlift.formats.season_svg import dump_season_picture

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from runlift.domain.plan.plan import Plan


CALENDAR = "plan.ics"


def plan_files(plan: Plan, *, calendar: bytes = b"", now: datetime | None = None) -> Mapping[str, bytes]:
    """Return every file of a plan: the data, the calendar, the printable plan and the season picture.

    Args:
        plan: The plan.
        calendar: The calendar as it was written last, which is updated in place.
        now: The moment, in UTC.

    Raises:
        ValueError: What is there is no calendar of this program.
    """
    return {
        "plan.json": dump_plan(plan),
        CALENDAR: dump_calendar(plan, before=calendar, now=now if calendar else None),
        "plan.html": dump_html(plan),
        "plan.md": dump_markdown(plan),
        "season.svg": dump_season_picture(plan),
    }
