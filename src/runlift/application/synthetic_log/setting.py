"""How made-up lifters differ: by what is known of real ones where something is, else by wide guesses.

The figures were chosen before the filter was and are not fitted to it. Where they come from:

- Form of the day and sets: tests of one maximum differ by 4.2 % (Q001), of which the day is a part.
- Reserve told: people can do about one repetition more than they say (Q002), within about one repetition
  near failure and more far from it (D024).
- Repetitions at a share of the maximum: 6 to 26 at 70 % between people (D035), by a curve of another form
  than the filter's.
- Growth: 5 to 40 % with a time of 60 to 200 days, a slow wander of 3 %; after a week off a loss of 0.35 % a
  day.
- Habits (warm-ups, missing reserve, light weeks, skipped days, errors of writing): guesses.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A population of made-up lifters.

    Attributes:
        name: What it is called.
        says: What sets it apart.
        day_form: Form of the day (SD of log strength).
        bad_day: Share of days that are bad beyond that, by about 6 %.
        rir_error: Random error of the reserve told at failure [reps].
        rir_error_growth: How that grows with each repetition in reserve [reps].
        rir_bias: Repetitions more in reserve than told (mean and SD between people) [reps].
        silent: Share of people who never tell a reserve.
        untold: Share of sets without it among the others.
        skipped: Share of sessions left out.
        breaks: Breaks of 8 to 45 days, on average.
        warm_ups_marked: Share of people who log warm-ups as such.
        warm_ups_unmarked: Share of people who log warm-ups as working sets.
        wrong_unit: Share of sessions logged in pounds for kilograms or the other way round.
        slip: Share of sessions with one load mistyped.
        light_weeks: Share of people with a light week in five.
        blocks: Share of people whose repetitions change every five weeks.
        by_turns: Whether repetitions change from session to session instead.
        starts_below: How far below what is possible a block begins (mean, log).
        catches_up: Whether people leap by several weights while it is far too easy.
        kettlebells: Whether only kettlebells in steps of 4 kg are there.
    """

    name: str
    says: str
    day_form: float = 0.025
    bad_day: float = 0.05
    rir_error: float = 0.5
    rir_error_growth: float = 0.2
    rir_bias: float = 0.8
    silent: float = 0.3
    untold: float = 0.1
    skipped: float = 0.15
    breaks: float = 1.0
    warm_ups_marked: float = 0.5
    warm_ups_unmarked: float = 0.25
    wrong_unit: float = 0.005
    slip: float = 0.003
    light_weeks: float = 0.5
    blocks: float = 0.6
    by_turns: bool = False
    starts_below: float = 0.05
    catches_up: bool = False
    kettlebells: bool = False


SETTINGS = (
    Setting(name="usual", says="as a mixed gym may be"),
    Setting(
        name="steady",
        says="hardly any form of the day, reserve told well: plain ways do well",
        day_form=0.008,
        bad_day=0.0,
        rir_error=0.3,
        rir_error_growth=0.1,
        rir_bias=0.3,
    ),
    Setting(
        name="rough",
        says="much form of the day, reserve told badly",
        day_form=0.04,
        bad_day=0.08,
        rir_error=0.8,
        rir_error_growth=0.3,
        rir_bias=1.2,
    ),
    Setting(name="silent", says="nobody ever tells a reserve", silent=1.0),
    Setting(name="kettlebells", says="only kettlebells, 4 kg apart", kettlebells=True),
    Setting(name="breaks", says="many breaks and skipped days", breaks=4.0, skipped=0.25),
    Setting(
        name="one programme", says="same repetitions for ever, no light weeks", blocks=0.0, light_weeks=0.0
    ),
    Setting(
        name="careful start",
        says="begins a third too light and catches up",
        starts_below=0.35,
        catches_up=True,
        silent=0.6,
    ),
    Setting(
        name="by turns",
        says="repetitions change from session to session, no reserve told, catches up from a careful start",
        by_turns=True,
        starts_below=0.35,
        catches_up=True,
        silent=1.0,
    ),
)
