"""The runner inside `plan.json`: the athlete file's own keys, as JSON values."""

from __future__ import annotations

import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, Any

from runlift.formats.athlete_build import build_athlete
from runlift.formats.athlete_dump import dump_athlete
from runlift.formats.athlete_shape import AthleteFile

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete


def athlete_document(athlete: Athlete) -> dict[str, Any]:
    """Return the runner as plain JSON values under the keys of the athlete file."""
    document: dict[str, Any] = _plain(tomllib.loads(dump_athlete(athlete).decode()))
    return document


def athlete_of(document: dict[str, Any]) -> Athlete:
    """Return the runner from the values of `athlete_document`.

    Raises:
        pydantic.ValidationError: A key is unknown or a value impossible.
    """
    return build_athlete(AthleteFile.model_validate(document), today=date.min)


def _plain(value: Any) -> Any:  # noqa: ANN401  any TOML value becomes the JSON value of the same meaning
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | time) else value
