"""Progress in words, for the terminal and for pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.plan.session import Side
from runlift.domain.progress.balance import Verdict, WorkUnit
from runlift.domain.quantity import KILOGRAMS_PER_POUND
from runlift.domain.strength.lift import Measure
from runlift.wording.names import counted, exercise_name

if TYPE_CHECKING:
    from runlift.domain.diary.adherence import Adherence
    from runlift.domain.exercise.muscle import MuscleGroup
    from runlift.domain.progress.balance import SideBalance
    from runlift.domain.progress.body_mass import BodyMassProgress
    from runlift.domain.progress.consistency import Consistency
    from runlift.domain.progress.strength import StrengthChange
    from runlift.domain.strength.estimate import StrengthEstimate
    from runlift.domain.strength.lift import Lift

PERCENT = 100
WHOLE_FROM = 20  # from here on decimals would feign what an estimate does not know
DAYS_PER_MONTH = 30
DAYS_PER_WEEK = 7
MEASURE_WORDS = {
    Measure.ONE_RM: "load for one repetition",
    Measure.LOAD: "heaviest set",
    Measure.REPS: "most repetitions",
    Measure.SECONDS: "longest hold",
}
BODY_MASS_CONTEXT = (
    "In studies of runners who lifted, body mass hardly changed: {low:+.0f} to {high:+.0f} % is to be "
    "expected, and {lean_low:.0f} to {lean_high:.0f} % more lean mass in the legs."
)
NO_FORECAST = "This is how your training was shared out, and says nothing about injury."


def mass_unit(units: Units) -> str:
    """Return the unit of mass that the runner reads."""
    return "lb" if units is Units.IMPERIAL else "kg"


def mass_in(kilograms: float, units: Units) -> float:
    """Return a mass in the unit that the runner reads."""
    return kilograms / KILOGRAMS_PER_POUND if units is Units.IMPERIAL else kilograms


def muscle_words(group: MuscleGroup) -> str:
    """Return the name of a group of muscles."""
    return group.value.replace("_", " ")


def sets_words(sets: float) -> str:
    """Return a number of hard sets such as `4` or `2.5`."""
    return f"{sets:.1f}".removesuffix(".0")


def counted_sets(sets: float) -> str:
    """Return a number of hard sets with its noun, such as `1 set` or `2.5 sets`."""
    return f"{sets_words(sets)} {'set' if sets == 1 else 'sets'}"


def done_of_words(done: float, asked: float | None) -> str:
    """Return what was done of what was asked for, such as `4 of 6`; `-` where there was neither."""
    if not done and not asked:
        return "-"
    return sets_words(done) if asked is None else f"{sets_words(done)} of {sets_words(asked)}"


def tonnage_words(kilograms: float, units: Units) -> str:
    """Return a tonnage such as `1,890 kg`."""
    return f"{mass_in(kilograms, units):,.0f} {mass_unit(units)}"


def adherence_words(kept: Adherence) -> str:
    """Return what was done of what was planned, such as `5 of 6 sessions (83 %)`."""
    if kept.share is None:
        return "none planned"
    return f"{kept.done} of {counted(kept.planned, 'session')} ({_percent(kept)})"


def consistency_lines(steady: Consistency, *, follows_plan: bool) -> tuple[str, ...]:
    """Return how steadily was trained, in a few lines."""
    row = f"{counted(steady.in_a_row, 'week')} in a row with a session"
    if not follows_plan:
        return (row,)
    excused = steady.long.excused
    ill = (f"{counted(excused, 'session')} not counted because of illness",) if excused else ()
    return (
        f"last 4 weeks: {adherence_words(steady.short)}",
        f"last 12 weeks: {adherence_words(steady.long)}",
        row,
        *ill,
    )


def lift_words(lift: Lift) -> str:
    """Return the name of a lift with its side and band."""
    more = [f"{lift.side.value} side"] if lift.side is not Side.BOTH else []
    more += [f"{lift.band} band"] if lift.band else []
    return ", ".join([exercise_name(lift.exercise), *more])


def is_mass(measure: Measure) -> bool:
    """Tell whether a measure of strength is a load."""
    return measure in {Measure.ONE_RM, Measure.LOAD}


def amount_in(amount: float, measure: Measure, units: Units) -> float:
    """Return an amount of strength in the unit that the runner reads."""
    return mass_in(amount, units) if is_mass(measure) else amount


def strength_unit(measure: Measure, units: Units) -> str:
    """Return the unit of a measure of strength."""
    return mass_unit(units) if is_mass(measure) else {Measure.SECONDS: "s"}.get(measure, "reps")


def strength_words(found: StrengthEstimate, units: Units) -> str:
    """Return an estimate such as `52 kg`."""
    return f"{_figure(found.median, found, units)} {strength_unit(found.lift.measure, units)}"


def interval_words(found: StrengthEstimate, units: Units) -> str:
    """Return the 80 % interval of an estimate such as `48 to 57`."""
    return f"{_figure(found.low_80, found, units)} to {_figure(found.high_80, found, units)}"


def change_words(change: StrengthChange | None) -> str:
    """Return a change such as `+4 %`, and whether it may be chance."""
    if change is None or change.percent is None:
        return "-"
    told = f"{change.percent:+.0f} %".replace("-0 ", "0 ").replace("+0 ", "0 ")
    return told if change.is_clear else f"{told}?"


def work_words(amount: float, unit: WorkUnit, units: Units) -> str:
    """Return the work of a side such as `1,200 kg`."""
    if unit is WorkUnit.KILOGRAMS:
        return tonnage_words(amount, units)
    return f"{amount:,.0f} {unit.value}"


def balance_words(balance: SideBalance) -> str:
    """Return what can be said of a balance."""
    if balance.verdict is Verdict.TOO_FEW:
        return f"too few sets to tell ({balance.left.sets} left, {balance.right.sets} right)"
    if balance.lower is None:
        return "even"
    told = f"{balance.difference:.0f} % less {balance.lower.value}"
    return f"even ({told})" if balance.verdict is Verdict.EVEN else f"{told}: worth a look"


def body_mass_lines(progress: BodyMassProgress, units: Units) -> tuple[str, ...]:
    """Return how body mass goes, without any judgement."""
    unit = mass_unit(units)
    now = f"now {mass_in(progress.now_kg, units):.1f} {unit}"
    trend = progress.trend
    if trend is None:
        missing = progress.days_missing
        wait = f"{counted(missing, 'more day')} weighed" if missing else "two weeks of them"
        return (now, f"a trend can be told after {wait}")
    monthly = DAYS_PER_MONTH / DAYS_PER_WEEK
    change, low, high = (mass_in(each * monthly, units) for each in (trend.weekly, trend.low, trend.high))
    clear = "" if trend.is_clear else ", so it may well be steady"
    return (now, f"trend {_signed(change)} {unit} a month ({_signed(low)} to {_signed(high)}){clear}")


def body_mass_context(progress: BodyMassProgress) -> str:
    """Return what is known of body mass in runners who lift."""
    low, high = progress.mass_expected
    lean_low, lean_high = progress.lean_expected
    words = BODY_MASS_CONTEXT.format(low=low, high=high, lean_low=lean_low, lean_high=lean_high)
    return f"{words} [{', '.join(progress.evidence)}]"


def _percent(kept: Adherence) -> str:
    return f"{PERCENT * (kept.share or 0):.0f} %"


def _figure(amount: float, found: StrengthEstimate, units: Units) -> str:
    """Return an amount of an estimate with no more decimals than the estimate is worth."""
    measure = found.lift.measure
    is_fine = is_mass(measure) and amount_in(found.high_80, measure, units) < WHOLE_FROM
    return f"{amount_in(amount, measure, units):.{int(is_fine)}f}"


def _signed(amount: float) -> str:
    """Return an amount with its sign, none for nothing."""
    told = f"{amount:+.1f}"
    return "0.0" if told in {"+0.0", "-0.0"} else told
