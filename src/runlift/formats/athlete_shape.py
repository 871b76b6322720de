"""The shape of the athlete file: its sections, keys, types and bounds.

A key carries its unit (`body_mass_kg`, `body_mass_lb`); both units are understood everywhere. The models hold
what is written, not what is meant: `athlete_checks` looks for contradictions, `athlete_build` makes values.
"""

# Annotations are evaluated here, because pydantic needs the types when the program runs.
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from runlift.domain.athlete.notation import (
    NotUnderstoodError,
    read_clock,
    read_distance,
    read_span,
    read_window,
    write_clock,
)
from runlift.domain.athlete.profile import Lifting, RacePriority, Surface, Terrain, Units
from runlift.domain.evidence import pair
from runlift.domain.quantity import KILOGRAMS_PER_POUND, METRES_PER_MILE
from runlift.formats.nearest_word import did_you_mean
from runlift.formats.plain_words import plain_words

METRES_PER_FOOT = 0.3048  # the international foot, by definition
METRIC_OF_UNIT = {
    "kg": 1.0,
    "lb": KILOGRAMS_PER_POUND,
    "km": 1.0,
    "mi": METRES_PER_MILE / 1000,
    "m": 1.0,
    "ft": METRES_PER_FOOT,
}
Held = TypeVar("Held")
_MOST_ENTRIES = 100  # entries of one list: a cap against files that are no athlete's
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)  # a cap against slips in the year
_LONGEST_TEXT = 100  # characters of one text: a cap for the same reason


def _bounds(quantity: str, unit: str = "kg") -> Any:  # noqa: ANN401 - pydantic types its fields so
    """Bound a number by what is possible for the quantity, in the unit of its key."""
    low, high = (limit / METRIC_OF_UNIT[unit] for limit in pair(f"{quantity}_possible"))
    return Field(ge=round(low, 2), le=round(high, 2))


def _whole(quantity: str) -> Any:  # noqa: ANN401 - pydantic types its fields so
    """Bound a whole number by what is possible for the quantity."""
    low, high = pair(f"{quantity}_possible")
    return Field(ge=int(low), le=int(high))


def _day(value: object) -> object:
    """Accept a date in quotes as well as a date of the file format."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise _not_understood(f'"{value}" is not a date', "write it like 2027-04-11") from None


def _near(day: date) -> date:
    """Refuse days no runner of today can mean."""
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise _not_understood(f"{day} is not a day of this time", "check the year")
    return day


def _clock(value: object) -> object:
    """Accept a time of the file format as well as one in quotes."""
    if isinstance(value, time):
        return write_clock(value)
    if isinstance(value, str):
        _understand(read_clock, value)
    return value


def _span(text: str) -> str:
    return _understand(read_span, text)


def _window(text: str) -> str:
    return _understand(read_window, text)


def _distance(text: str) -> str:
    return _understand(read_distance, text)


def _understand(read: Any, text: str) -> str:  # noqa: ANN401 - any of the readers of notations
    try:
        read(text)
    except NotUnderstoodError as error:
        raise _not_understood(str(error), error.remedy) from None
    return text


def _not_understood(message: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("not_understood", "{message}", {"message": message, "remedy": remedy})


def _plain(text: str) -> str:
    if plain_words(text) != text:
        raise _not_understood("It holds characters that steer a screen", "write it with letters alone")
    return text


def _one_of(words: type[StrEnum]) -> BeforeValidator:
    """Accept one of a few words, whatever the case of its letters."""
    by_word = {word.value.lower(): word for word in words}

    def choose(value: object) -> object:
        if isinstance(value, words):
            return value
        word = str(value).strip().lower()
        if isinstance(value, str) and word in by_word:
            return by_word[word]
        choices = [member.value for member in words]
        raise PydanticCustomError(
            "unknown_value",
            "{message}",
            {
                "message": f'"{str(value)[:_LONGEST_TEXT]}" is not known here ({", ".join(choices)})',
                "remedy": did_you_mean(word, list(by_word)) or f"write one of {', '.join(choices)}",
            },
        )

    return BeforeValidator(choose)


Text = Annotated[str, Field(min_length=1, max_length=_LONGEST_TEXT), AfterValidator(_plain)]
PlaceName = Annotated[str, Field(pattern=r"^[\w-]+$", max_length=_LONGEST_TEXT)]
Texts = Annotated[list[Text], Field(max_length=_MOST_ENTRIES)]
Clock = Annotated[str, BeforeValidator(_clock), Field(description='Time of day, e.g. "06:30".')]
Span = Annotated[str, AfterValidator(_span), Field(description='Span of hours, e.g. "06:00-22:00".')]
Window = Annotated[
    str,
    AfterValidator(_window),
    Field(description='Free hours with place and, if liked best, "preferred": "17:30-21:00 gym preferred".'),
]
Spans = Annotated[list[Span], Field(max_length=_MOST_ENTRIES)]
Windows = Annotated[list[Window], Field(max_length=_MOST_ENTRIES)]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_near)]
HandWeights = Annotated[list[Annotated[float, _bounds("hand_weight")]], Field(max_length=_MOST_ENTRIES)]
HandWeightsLb = Annotated[
    list[Annotated[float, _bounds("hand_weight", "lb")]], Field(max_length=_MOST_ENTRIES)
]
_Count = Annotated[int, Field(ge=1, le=_MOST_ENTRIES)]
Plates = Annotated[
    list[Annotated[tuple[Annotated[float, _bounds("plate")], _Count], Field(strict=False)]],
    Field(max_length=_MOST_ENTRIES, description="Pairs of mass and how many there are: [[20, 2], [10, 4]]."),
]
PlatesLb = Annotated[
    list[Annotated[tuple[Annotated[float, _bounds("plate", "lb")], _Count], Field(strict=False)]],
    Field(max_length=_MOST_ENTRIES, description="Pairs of mass and how many there are: [[45, 2], [25, 4]]."),
]
MachineMass = Annotated[float, _bounds("machine")]
MachineMassLb = Annotated[float, _bounds("machine", "lb")]
Climb = Annotated[float, _bounds("climb", "m")]
ClimbFt = Annotated[float, _bounds("climb", "ft")]
_RACE_KM = pair("race_distance_possible")
RaceMetres = Annotated[float, Field(ge=_RACE_KM[0] * 1000, le=_RACE_KM[1] * 1000)]
Minutes = Annotated[int, _whole("session_length")]


class Sex(StrEnum):
    """Used only where an evidence row differs by it."""

    FEMALE = "female"
    MALE = "male"


class Section(BaseModel):
    """A table of the file: only its own keys, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class AthleteSection(Section):
    """[athlete]: the runner."""

    name: Text | None = None
    birth_year: Annotated[int, Field(ge=1900, le=2100)] | None = (
        None  # a year of four digits; age is checked apart
    )
    sex: Annotated[Sex, _one_of(Sex)] | None = None
    body_mass_kg: Annotated[float, _bounds("body_mass")] | None = None
    body_mass_lb: Annotated[float, _bounds("body_mass", "lb")] | None = None
    lifting: Annotated[Lifting, _one_of(Lifting)]
    weeks_off_lifting: Annotated[int, _whole("weeks_off")] | None = None
    weekly_km: Annotated[float, _bounds("weekly_distance", "km")] | None = None
    weekly_mi: Annotated[float, _bounds("weekly_distance", "mi")] | None = None
    longest_run_km: Annotated[float, _bounds("longest_run", "km")] | None = None
    longest_run_mi: Annotated[float, _bounds("longest_run", "mi")] | None = None
    terrain: Annotated[Terrain, _one_of(Terrain)] = Terrain.FLAT
    units: Annotated[Units, _one_of(Units)] | None = None
    time_zone: Text | None = None


class WeekOf(Section, Generic[Held]):
    """What holds on the days of a week; a day's own key wins over the wider ones."""

    every_day: Held | None = None
    weekdays: Held | None = None
    weekend: Held | None = None
    monday: Held | None = None
    tuesday: Held | None = None
    wednesday: Held | None = None
    thursday: Held | None = None
    friday: Held | None = None
    saturday: Held | None = None
    sunday: Held | None = None


class RunStarts(WeekOf[Clock]):
    """[run_start]: the usual start of the run."""


class FreeHours(WeekOf[Windows]):
    """[hours]: when strength work may be done; a day that is left out is not free."""


class PlaceHours(WeekOf[Spans]):
    """[place.hours]: when a place is open; a day that is left out is closed."""


class BarSection(Section):
    """[place.barbell] or [place.trap_bar]: a bar and its plates."""

    bar_kg: Annotated[float, _bounds("bar")] | None = None
    bar_lb: Annotated[float, _bounds("bar", "lb")] | None = None
    plates_kg: Plates = []
    plates_lb: PlatesLb = []


class MachineSection(Section):
    """[[place.machine]]: a machine with its range."""

    id: Text
    lightest_kg: MachineMass | None = None
    heaviest_kg: MachineMass | None = None
    step_kg: MachineMass | None = None
    lightest_lb: MachineMassLb | None = None
    heaviest_lb: MachineMassLb | None = None
    step_lb: MachineMassLb | None = None


class PlaceSection(Section):
    """[[place]]: where strength work is done, and what is there."""

    name: PlaceName
    dumbbells_kg: HandWeights = []
    dumbbells_lb: HandWeightsLb = []
    kettlebells_kg: HandWeights = []
    kettlebells_lb: HandWeightsLb = []
    barbell: BarSection | None = None
    trap_bar: BarSection | None = None
    machines: Texts = []
    machine: Annotated[list[MachineSection], Field(max_length=_MOST_ENTRIES)] = []
    bands: Texts = []
    items: Texts = []
    hours: PlaceHours | None = None


class TravelSection(Section):
    """[[travel]]: days away, or on which one place is closed, both ends included."""

    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]
    place: PlaceName
    closed: PlaceName | None = None


class RaceSection(Section):
    """[[race]]: a race to come."""

    date: Day
    name: Text | None = None
    priority: Annotated[RacePriority, _one_of(RacePriority)] | None = None
    distance: Annotated[Text, AfterValidator(_distance)] | None = None
    distance_km: Annotated[float, _bounds("race_distance", "km")] | None = None
    distance_mi: Annotated[float, _bounds("race_distance", "mi")] | None = None
    distance_m: RaceMetres | None = None
    ascent_m: Climb | None = None
    ascent_ft: ClimbFt | None = None
    descent_m: Climb | None = None
    descent_ft: ClimbFt | None = None
    surface: Annotated[Surface, _one_of(Surface)] = Surface.ROAD
    start: Clock | None = None


class PreferencesSection(Section):
    """[preferences]: what the runner wants of the sessions."""

    likes: Texts = []
    dislikes: Texts = []
    session_minutes: Minutes | None = None
    session_minutes_max: Minutes | None = None
    sessions_per_week: Annotated[int, _whole("sessions_per_week")] | None = None
    low_rep_strength: bool = False
    weights_while_running: bool = False
    soft_rules_off: Texts = []


class KnownSetSection(Section):
    """[[known_set]]: a set done before."""

    exercise: Text
    load_kg: Annotated[float, _bounds("known_set_load")] | None = None
    load_lb: Annotated[float, _bounds("known_set_load", "lb")] | None = None
    reps: Annotated[int, _whole("known_set_reps")]
    rir: Annotated[
        float, Field(ge=pair("known_set_rir_possible")[0], le=pair("known_set_rir_possible")[1])
    ] = 0.0
    date: Day | None = None


class AthleteFile(Section):
    """The whole file."""

    athlete: AthleteSection
    run_start: RunStarts | None = None
    hours: FreeHours | None = None
    place: Annotated[list[PlaceSection], Field(max_length=_MOST_ENTRIES)] = []
    travel: Annotated[list[TravelSection], Field(max_length=_MOST_ENTRIES)] = []
    race: Annotated[list[RaceSection], Field(max_length=_MOST_ENTRIES)] = []
    preferences: PreferencesSection = PreferencesSection()
    known_set: Annotated[list[KnownSetSection], Field(max_length=_MOST_ENTRIES)] = []


SECTIONS: dict[tuple[str, ...], type[Section]] = {
    (): AthleteFile,
    ("athlete",): AthleteSection,
    ("run_start",): RunStarts,
    ("hours",): FreeHours,
    ("place",): PlaceSection,
    ("place", "hours"): PlaceHours,
    ("place", "barbell"): BarSection,
    ("place", "trap_bar"): BarSection,
    ("place", "machine"): MachineSection,
    ("travel",): TravelSection,
    ("race",): RaceSection,
    ("preferences",): PreferencesSection,
    ("known_set",): KnownSetSection,
}


def keys_of(section: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys a section knows, as they are written; none for a section that does not exist."""
    model = SECTIONS.get(section)
    if model is None:
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


def required_keys_of(section: str) -> frozenset[str]:
    """Return the keys that each entry of a list of tables must have, as they are written."""
    fields = SECTIONS[(section,)].model_fields.items()
    return frozenset(field.alias or name for name, field in fields if field.is_required())
