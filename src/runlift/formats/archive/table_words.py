"""The headers of Strava's table of activities, in the languages it is exported in."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Every header that is known for a column, in small letters; of two columns of a name the second is metric.
HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": (
            "activity id", "aktivitäts-id", "id de l'activité", "id de actividad", "id de la actividad",
            "id attività", "id dell'attività", "id da atividade", "activiteits-id", "activiteit-id",
        ),
        "date": (
            "activity date", "aktivitätsdatum", "date de l'activité", "fecha de la actividad",
            "data dell'attività", "data attività", "data da atividade", "datum van activiteit",
            "activiteitsdatum",
        ),
        "name": (
            "activity name", "name der aktivität", "nom de l'activité", "nombre de la actividad",
            "nome dell'attività", "nome attività", "nome da atividade", "naam activiteit",
            "naam van activiteit",
        ),
        "type": (
            "activity type", "aktivitätsart", "type d'activité", "tipo de actividad", "tipo di attività",
            "tipo attività", "tipo de atividade", "activiteitstype", "type activiteit",
        ),
        "file": (
            "filename", "dateiname", "nom du fichier", "nombre de archivo", "nombre del archivo",
            "nome file", "nome del file", "nome do arquivo", "nome do ficheiro", "bestandsnaam",
        ),
        "elapsed": (
            "elapsed time", "verstrichene zeit", "temps écoulé", "tiempo transcurrido", "tempo trascorso",
            "tempo decorrido", "verstreken tijd",
        ),
        "moving": (
            "moving time", "bewegungszeit", "durée de déplacement", "temps de déplacement",
            "tiempo en movimiento", "tempo in movimento", "tempo de movimentação", "beweegtijd",
        ),
        "distance": ("distance", "distanz", "distancia", "distanza", "distância", "afstand"),
        "ascent": (
            "elevation gain", "höhenzunahme", "dénivelé positif", "desnivel positivo", "dislivello",
            "ganho de elevação", "hoogtewinst",
        ),
        "descent": ("elevation loss", "höhenverlust", "dénivelé négatif", "desnivel negativo"),
        "heart_rate": (
            "average heart rate", "durchschnittliche herzfrequenz", "fréquence cardiaque moyenne",
            "frecuencia cardíaca media", "frequenza cardiaca media", "frequência cardíaca média",
            "gemiddelde hartslag",
        ),
        "heart_rate_max": (
            "max heart rate", "max. herzfrequenz", "maximale herzfrequenz", "fréquence cardiaque max.",
            "frecuencia cardíaca máxima", "frequenza cardiaca max", "frequência cardíaca máxima",
            "max. hartslag",
        ),
    }
)  # fmt: skip
BY_PLACE: Mapping[str, int] = MappingProxyType({"id": 0, "date": 1, "name": 2, "type": 3})
"""Where the first columns stand in every table seen, whatever its language."""
FROM_FILE: Mapping[str, int] = MappingProxyType({"elapsed": 3, "moving": 4, "distance": 5})
"""How far behind the column of file names the metric figures stand in every table of many columns seen."""

_MARKUP = re.compile(r"<[^>]*>")


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Return where each known column stands: by its header, the second of two alike."""
    plain = [plain_header(each) for each in header]
    found: dict[str, int] = {}
    for column, names in HEADERS.items():
        places = [at for at, each in enumerate(plain) if each in names]
        if places:
            found[column] = places[-1] if column in {"elapsed", "distance", "heart_rate_max"} else places[0]
    return found


def plain_header(text: str) -> str:
    """Return a header in small letters, without the markup of a translation that is missing."""
    words = unicodedata.normalize("NFC", _MARKUP.sub("", text)).replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
    return " ".join(words.lower().split())
