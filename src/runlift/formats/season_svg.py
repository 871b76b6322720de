"""The season in one picture: weeks, phases, running, leg stress of the sessions, races."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from runlift.domain.plan.session import LegStress, Phase
from runlift.domain.running.plan import RunKind
from runlift.wording.names import LEG_STRESS_WORDS, day_words, distance_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import Plan, PlanWeek

LEFT, TOP, WEEK_WIDTH, DAY_HEIGHT = 64, 64, 44, 14
BARS_HEIGHT = 110
GAP = 18
LEGEND_HEIGHT = 46
DAYS = "MTWTFSS"
PHASE_COLOURS = {
    Phase.FOUNDATION: "#dbeafe",
    Phase.STRENGTH: "#fde68a",
    Phase.POWER: "#fecaca",
    Phase.MAINTENANCE: "#d9f99d",
    Phase.TAPER: "#e9d5ff",
    Phase.RECOVERY: "#e5e7eb",
}
STRESS_COLOURS = {
    LegStress.NONE: "#ffffff",
    LegStress.LIGHT: "#93c5fd",
    LegStress.MODERATE: "#3b82f6",
    LegStress.HEAVY: "#1e3a8a",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where things stand in the picture [px]."""

    weeks: int
    most_running_m: float

    @property
    def width(self) -> int:
        """Width of the picture."""
        return LEFT + max(self.weeks, 12) * WEEK_WIDTH + 16

    @property
    def grid_top(self) -> int:
        """Top of the grid of days."""
        return TOP + BARS_HEIGHT + GAP

    @property
    def height(self) -> int:
        """Height of the picture."""
        return self.grid_top + 7 * DAY_HEIGHT + GAP + LEGEND_HEIGHT

    def x(self, week: int) -> int:
        """Left edge of a week."""
        return LEFT + week * WEEK_WIDTH

    def y(self, weekday: int) -> int:
        """Top edge of a weekday's row."""
        return self.grid_top + weekday * DAY_HEIGHT


def dump_season_picture(plan: Plan) -> bytes:
    """Draw the season as SVG; the same plan gives the same bytes."""
    frame = Frame(
        weeks=len(plan.weeks), most_running_m=max((week.run_distance_m for week in plan.weeks), default=0.0)
    )
    parts = [
        _opening(frame),
        f"<title>{escape(_title(plan))}</title>",
        f'<rect width="{frame.width}" height="{frame.height}" fill="#ffffff"/>',
        *_phases(plan, frame),
        *_running(plan, frame),
        *_days(plan, frame),
        *_legend(frame),
        "</svg>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _opening(frame: Frame) -> str:
    size = f'viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" height="{frame.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif" font-size="10">'
    )


def _title(plan: Plan) -> str:
    return f"{len(plan.sessions)} strength sessions in {len(plan.weeks)} weeks"


def _phases(plan: Plan, frame: Frame) -> list[str]:
    parts = []
    numbered = list(enumerate(plan.weeks))
    for phase, group in groupby(numbered, key=lambda each: each[1].phase):
        numbers = [number for number, _ in group]
        x, width = frame.x(numbers[0]), len(numbers) * WEEK_WIDTH
        height = frame.y(7) - TOP + 34
        parts.append(
            f'<rect x="{x}" y="{TOP - 34}" width="{width}" height="{height}" fill="{PHASE_COLOURS[phase]}"/>'
        )
        parts.append(
            _text(x + 3, TOP - 22, phase.value if width > WEEK_WIDTH else phase.value[:7], weight="bold")
        )
    for number, week in numbered:
        parts.append(_text(frame.x(number) + 3, TOP - 8, day_words(week.monday).split(" ", 1)[1]))
    return parts


def _running(plan: Plan, frame: Frame) -> list[str]:
    parts = [_text(4, TOP + 12, "running")]
    for number, week in enumerate(plan.weeks):
        height = (
            round(BARS_HEIGHT * week.run_distance_m / frame.most_running_m) if frame.most_running_m else 0
        )
        y = TOP + BARS_HEIGHT - height
        size = f'width="{WEEK_WIDTH - 16}" height="{height}"'
        parts.append(f'<rect x="{frame.x(number) + 8}" y="{y}" {size} fill="#9ca3af"/>')
        parts.append(_text(frame.x(number) + 6, y - 3, _distance(plan, week)))
        if week.deload:
            parts.append(_text(frame.x(number) + 6, TOP + BARS_HEIGHT + 11, "lighter"))
    return parts


def _distance(plan: Plan, week: PlanWeek) -> str:
    return distance_words(float(round(week.run_distance_m, -3)), plan.athlete.units)


def _days(plan: Plan, frame: Frame) -> list[str]:
    parts = [_text(LEFT - 14, frame.y(weekday) + 11, name) for weekday, name in enumerate(DAYS)]
    for timed in plan.runs:
        parts += _run_mark(plan, frame, timed.run.date, timed.run.kind, key=timed.run.key)
    for session in plan.sessions:
        place = _place(plan, session.date)
        if place is not None:
            week, weekday = place
            colour = STRESS_COLOURS[session.leg_stress]
            words = f"{day_words(session.date)}: {session.kind.value}, {LEG_STRESS_WORDS[session.leg_stress]}"
            parts.append(
                f'<rect x="{frame.x(week) + 24}" y="{frame.y(weekday) + 2}" width="12" height="10" rx="2" '
                f'fill="{colour}" stroke="#1e3a8a"><title>{escape(words)}</title></rect>'
            )
    return parts


def _run_mark(plan: Plan, frame: Frame, day: date, kind: RunKind, *, key: bool) -> list[str]:
    place = _place(plan, day)
    if place is None:
        return []
    x, y = frame.x(place[0]) + 13, frame.y(place[1]) + 7
    words = f"<title>{escape(f'{day_words(day)}: {kind.value}')}</title>"
    if kind is RunKind.RACE:
        return [f'<path d="M{x - 5} {y + 5}L{x} {y - 6}L{x + 5} {y + 5}Z" fill="#b91c1c">{words}</path>']
    colour = "#374151" if key else "#ffffff"
    return [f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}" stroke="#374151">{words}</circle>']


def _place(plan: Plan, day: date) -> tuple[int, int] | None:
    """Return the week and weekday of a day, None outside the weeks of the plan."""
    monday = day - timedelta(days=day.weekday())
    number = (monday - plan.weeks[0].monday).days // 7 if plan.weeks else -1
    return (number, day.weekday()) if 0 <= number < len(plan.weeks) else None


def _legend(frame: Frame) -> list[str]:
    y = frame.y(7) + GAP + 6
    parts = [
        f'<circle cx="{LEFT + 5}" cy="{y}" r="4" fill="#ffffff" stroke="#374151"/>',
        _text(LEFT + 13, y + 4, "easy run"),
        f'<circle cx="{LEFT + 71}" cy="{y}" r="4" fill="#374151"/>',
        _text(LEFT + 79, y + 4, "key run"),
        f'<path d="M{LEFT + 132} {y + 5}l5 -11l5 11Z" fill="#b91c1c"/>',
        _text(LEFT + 146, y + 4, "race"),
    ]
    x = LEFT + 186
    for stress, colour in STRESS_COLOURS.items():
        parts.append(
            f'<rect x="{x}" y="{y - 5}" width="12" height="10" rx="2" fill="{colour}" stroke="#1e3a8a"/>'
        )
        parts.append(_text(x + 16, y + 4, stress.word))
        x += 76
    return [*parts, _text(LEFT, y + 24, "boxes: strength sessions by what they ask of the legs")]


def _text(x: int, y: int, words: str, *, weight: str = "normal") -> str:
    return f'<text x="{x}" y="{y}" font-weight="{weight}" fill="#111827">{escape(words)}</text>'
