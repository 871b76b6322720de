"""Names of months in the languages that gym apps write dates in, whole and shortened."""

from __future__ import annotations

import unicodedata
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Twelve months a language, the ways to write one divided by a bar; accents and dots do not matter.
MONTHS: Mapping[str, str] = MappingProxyType(
    {
        "en": "jan|january feb|february mar|march apr|april may jun|june jul|july aug|august"
        " sep|sept|september oct|october nov|november dec|december",
        "de": "jan|jän|januar|jänner feb|feber|februar mär|mrz|märz apr|april mai jun|juni jul|juli"
        " aug|august sep|sept|september okt|oktober nov|november dez|dezember",
        "fr": "janv|jan|janvier févr|fév|février mars|mar avr|avril mai juin|jui juil|juillet août|aoû"
        " sept|sep|septembre oct|octobre nov|novembre déc|décembre",
        "es": "ene|enero feb|febrero mar|marzo abr|abril may|mayo jun|junio jul|julio ago|agosto"
        " sep|sept|set|septiembre|setiembre oct|octubre nov|noviembre dic|diciembre",
        "it": "gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno lug|luglio ago|agosto"
        " set|sett|settembre ott|ottobre nov|novembre dic|dicembre",
        "pt": "jan|janeiro fev|fevereiro mar|março abr|abril mai|maio jun|junho jul|julho ago|agosto"
        " set|setembro out|outubro nov|novembro dez|dezembro",
        "nl": "jan|januari feb|februari mrt|maart apr|april mei jun|juni jul|juli aug|augustus"
        " sep|sept|september okt|oktober nov|november dec|december",
        "sv": "jan|januari feb|februari mars|mar apr|april maj jun|juni jul|juli aug|augusti"
        " sep|sept|september okt|oktober nov|november dec|december",
        "da": "jan|januar feb|februar mar|marts apr|april maj jun|juni jul|juli aug|august"
        " sep|sept|september okt|oktober nov|november dec|december",
        "nb": "jan|januar feb|februar mar|mars apr|april mai jun|juni jul|juli aug|august"
        " sep|sept|september okt|oktober nov|november des|desember",
        "pl": "sty|styczeń|stycznia lut|luty|lutego mar|marzec|marca kwi|kwiecień|kwietnia maj|maja"
        " cze|czerwiec|czerwca lip|lipiec|lipca sie|sierpień|sierpnia wrz|wrzesień|września"
        " paź|październik|października lis|listopad|listopada gru|grudzień|grudnia",
        "fi": "tammi|tammik|tammikuu|tammikuuta helmi|helmik|helmikuu|helmikuuta"
        " maalis|maalisk|maaliskuu|maaliskuuta huhti|huhtik|huhtikuu|huhtikuuta"
        " touko|toukok|toukokuu|toukokuuta kesä|kesäk|kesäkuu|kesäkuuta heinä|heinäk|heinäkuu|heinäkuuta"
        " elo|elok|elokuu|elokuuta syys|syysk|syyskuu|syyskuuta loka|lokak|lokakuu|lokakuuta"
        " marras|marrask|marraskuu|marraskuuta joulu|jouluk|joulukuu|joulukuuta",
    }
)


def month_named(word: str) -> int | None:
    """Return the month that a word names, from 1; None when it names none."""
    return _by_name().get(_plain(word))


@cache
def _by_name() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for language, months in MONTHS.items():
        for month, names in enumerate(months.split(), start=1):
            for name in map(_plain, names.split("|")):
                if found.setdefault(name, month) != month:
                    raise ValueError(f"{name!r} of {language} names two months")
    return found


def _plain(word: str) -> str:
    """Return a word without dots, accents and capitals."""
    parts = unicodedata.normalize("NFKD", word.strip(" .").casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
