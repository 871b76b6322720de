"""The season in one picture: weeks, phases, running, leg stress of the sessions, races."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as escape_markup

from runlift.domain.plan.session import LegStress, Phase
from runlift.domain.running.plan import RunKind
from runlift.wording.names import LEG_STRESS_WORDS, SESSION_NAMES, day_words, distance_words, run_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import Plan, PlanWeek
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.running.plan import Run

LEFT, RIGHT, TOP = 64, 16, 56
WEEK_WIDTHS = (44, 64)  # the narrowest and the widest week
USUAL_WIDTH = 1000
DAY_HEIGHT = 18
BARS_HEIGHT, LABEL_HEIGHT = 120, 16
GAP, RACES_HEIGHT, LEGEND_HEIGHT = 22, 40, 34
BAND_HEIGHT = 40
LONGEST_NAME = 40
LETTER_WIDTH = 7  # of the bold name of a phase
NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
DAYS = "MTWTFSS"
INK, SOFT, RULE, BAR, RACE = "#16202e", "#536074", "#e3e8ef", "#94a3b8", "#b91c1c"
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
    def week_width(self) -> int:
        """Width of a week."""
        narrowest, widest = WEEK_WIDTHS
        return max(narrowest, min(widest, (USUAL_WIDTH - LEFT - RIGHT) // max(1, self.weeks)))

    @property
    def width(self) -> int:
        """Width of the picture; a short season leaves room for the legend."""
        return max(LEFT + self.weeks * self.week_width + RIGHT, 690)

    @property
    def grid_top(self) -> int:
        """Top of the grid of days."""
        return TOP + BARS_HEIGHT + GAP

    @property
    def grid_bottom(self) -> int:
        """Bottom of the grid of days."""
        return self.y(len(DAYS))

    @property
    def height(self) -> int:
        """Height of the picture."""
        return self.grid_bottom + RACES_HEIGHT + LEGEND_HEIGHT

    def x(self, week: int) -> int:
        """Left edge of a week."""
        return LEFT + week * self.week_width

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
        f"<title>{_escaped(_title(plan))}</title>",
        f'<rect width="{frame.width}" height="{frame.height}" fill="#ffffff"/>',
        *_phases(plan, frame),
        *_running(plan, frame),
        *_days(plan, frame),
        *_races(plan, frame),
        *_legend(frame),
        "</svg>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _opening(frame: Frame) -> str:
    size = f'viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" height="{frame.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif" font-size="11">'
    )


def _title(plan: Plan) -> str:
    return f"{len(plan.sessions)} strength sessions in {len(plan.weeks)} weeks"


def _phases(plan: Plan, frame: Frame) -> list[str]:
    parts = []
    numbered = list(enumerate(plan.weeks))
    top, height = TOP - BAND_HEIGHT, frame.grid_bottom - TOP
    for phase, group in groupby(numbered, key=lambda each: each[1].phase):
        numbers = [number for number, _ in group]
        x, width, colour = frame.x(numbers[0]), len(numbers) * frame.week_width - 2, PHASE_COLOURS[phase]
        parts.append(_box(x, top, width, BAND_HEIGHT, f'fill="{colour}" rx="3"'))
        parts.append(_box(x, TOP, width, height, f'fill="{colour}" fill-opacity="0.25"'))
        parts.append(_text(x + 5, top + 15, phase.value[: width // LETTER_WIDTH], weight="bold"))
    for number, week in numbered:
        parts.append(_text(frame.x(number) + 5, TOP - 8, day_words(week.monday).split(" ", 1)[1]))
    return parts


def _running(plan: Plan, frame: Frame) -> list[str]:
    parts = [_text(4, TOP + 14, "running", colour=SOFT)]
    base, room = TOP + BARS_HEIGHT, BARS_HEIGHT - LABEL_HEIGHT
    for number, week in enumerate(plan.weeks):
        share = week.run_distance_m / frame.most_running_m if frame.most_running_m else 0
        x, height, width = frame.x(number), round(room * share), frame.week_width - 16
        middle = x + 7 + width // 2
        parts.append(_box(x + 7, base - height, width, height, f'fill="{BAR}" rx="2"'))
        parts.append(_text(middle, base - height - 4, _distance(plan, week), anchor="middle"))
        if week.deload:
            parts.append(_text(middle, base + 13, "lighter", anchor="middle", colour=SOFT))
    return parts


def _distance(plan: Plan, week: PlanWeek) -> str:
    return distance_words(float(round(week.run_distance_m, -3)), plan.athlete.units)


def _days(plan: Plan, frame: Frame) -> list[str]:
    parts = []
    right = frame.x(frame.weeks) - 2
    for weekday, name in enumerate(DAYS):
        y = frame.y(weekday)
        parts.append(f'<path d="M{LEFT} {y}H{right}" stroke="{RULE}"/>')
        parts.append(_text(LEFT - 10, y + 13, name, anchor="end", colour=SOFT))
    for timed in plan.runs:
        parts += _run_mark(plan, frame, timed.run)
    for session in plan.sessions:
        parts += _session_mark(plan, frame, session)
    return parts


def _session_mark(plan: Plan, frame: Frame, session: PlannedSession) -> list[str]:
    place = _place(plan, session.date)
    if place is None:
        return []
    name, stress = SESSION_NAMES[session.kind], LEG_STRESS_WORDS[session.leg_stress]
    words = f"<title>{_escaped(f'{day_words(session.date)}: {name}, {stress}')}</title>"
    x, y = frame.x(place[0]) + frame.week_width // 2 + 2, frame.y(place[1]) + 4
    look = f'rx="2" fill="{STRESS_COLOURS[session.leg_stress]}" stroke="#1e3a8a"'
    return [f'<rect x="{x}" y="{y}" width="13" height="11" {look}>{words}</rect>']


def _run_mark(plan: Plan, frame: Frame, run: Run) -> list[str]:
    place = _place(plan, run.date)
    if place is None or run.kind is RunKind.STRENGTH:
        return []
    x, y = frame.x(place[0]) + frame.week_width // 2 - 10, frame.y(place[1]) + DAY_HEIGHT // 2
    words = f"<title>{_escaped(f'{day_words(run.date)}: {run_words(run, plan.athlete.units)}')}</title>"
    if run.kind is RunKind.RACE:
        return [f'<path d="M{x - 6} {y + 6}L{x} {y - 7}L{x + 6} {y + 6}Z" fill="{RACE}">{words}</path>']
    colour = "#374151" if run.key else "#ffffff"
    return [f'<circle cx="{x}" cy="{y}" r="4.5" fill="{colour}" stroke="#374151">{words}</circle>']


def _races(plan: Plan, frame: Frame) -> list[str]:
    """Name the races under their weeks, on two lines in turn, so that neighbours stay readable."""
    named = {race.date: race.name for race in plan.athlete.races}
    raced = [timed.run for timed in plan.runs if timed.run.kind is RunKind.RACE]
    parts = []
    for number, run in enumerate(sorted(raced, key=lambda run: (run.date, run.id))):
        place = _place(plan, run.date)
        if place is None:
            continue
        words = _shortened(named.get(run.date) or run.title or "race")
        is_late = place[0] * 2 >= frame.weeks
        x = frame.x(place[0]) + (frame.week_width - 4 if is_late else 4)
        y = frame.grid_bottom + 15 + 15 * (number % 2)
        parts.append(_text(x, y, words, anchor="end" if is_late else "start", colour=RACE, weight="bold"))
    return parts


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 1]}…"


def _place(plan: Plan, day: date) -> tuple[int, int] | None:
    """Return the week and weekday of a day, None outside the weeks of the plan."""
    monday = day - timedelta(days=day.weekday())
    number = (monday - plan.weeks[0].monday).days // 7 if plan.weeks else -1
    return (number, day.weekday()) if 0 <= number < len(plan.weeks) else None


def _legend(frame: Frame) -> list[str]:
    y = frame.grid_bottom + RACES_HEIGHT + 12
    parts = [
        f'<circle cx="{LEFT + 5}" cy="{y}" r="4.5" fill="#ffffff" stroke="#374151"/>',
        _text(LEFT + 14, y + 4, "easy run"),
        f'<circle cx="{LEFT + 76}" cy="{y}" r="4.5" fill="#374151"/>',
        _text(LEFT + 85, y + 4, "key run"),
        f'<path d="M{LEFT + 137} {y + 6}l6 -13l6 13Z" fill="{RACE}"/>',
        _text(LEFT + 154, y + 4, "race"),
        _text(LEFT + 196, y + 4, "strength work, for the legs:", colour=SOFT),
    ]
    x = LEFT + 360  # wide letters reach nearly that far
    for stress, colour in STRESS_COLOURS.items():
        parts.append(_box(x, y - 6, 13, 11, f'rx="2" fill="{colour}" stroke="#1e3a8a"'))
        parts.append(_text(x + 18, y + 4, stress.word))
        x += 58 if stress is not LegStress.MODERATE else 84
    return parts


def _escaped(words: str) -> str:
    """Escape markup, and leave out the characters that XML does not allow."""
    return escape_markup(NOT_XML.sub("", words))


def _box(x: int, y: int, width: int, height: int, look: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {look}/>'


def _text(
    x: int, y: int, words: str, *, weight: str = "normal", anchor: str = "start", colour: str = INK
) -> str:
    look = f'font-weight="{weight}" text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{x}" y="{y}" {look}>{_escaped(words)}</text>'
