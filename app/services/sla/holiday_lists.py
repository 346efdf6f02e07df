"""Holidays of countries and regions, from the library that keeps them; a person reviews each before it is used."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from app.domain.calendar import WHOLE_DAY, Holiday
from app.domain.errors import BadInput
from app.domain.wording import tr
from app.services.sla.settings_dto import Place

_SMALL = {"And", "Of", "The", "Da", "De"}
_LANGUAGES = ("en_US", "en_GB", "en", None)
"""Names in English where the list has them, else in the language of the country."""


@lru_cache(maxsize=1)
def countries() -> tuple[Place, ...]:
    """Every country that has a list, by name."""
    # The library is large and needed by few, so it is only read when somebody asks; here and below.
    from holidays import list_supported_countries
    from holidays.registry import COUNTRIES

    codes = list_supported_countries()
    found = [Place(names[1], _name(key)) for key, names in COUNTRIES.items() if names[1] in codes]
    return tuple(sorted(found, key=lambda place: place.name))


@lru_cache(maxsize=64)
def regions(country: str) -> tuple[Place, ...]:
    """The regions of a country that have a list of their own, by name; `BadInput` for a country without a list."""
    from holidays import country_holidays

    _known(country)
    found = country_holidays(country)
    names = {code: name for name, code in getattr(found, "subdivisions_aliases", {}).items()}
    places = [Place(str(code), str(names.get(code, code))) for code in found.subdivisions]
    return tuple(sorted(places, key=lambda place: place.name))


def holidays_of(country: str, region: str | None, years: Sequence[int]) -> tuple[Holiday, ...]:
    """The public holidays of a country, or of a region of it, in order of days; observed days are days of their own.

    Raises `BadInput` for a country or region without a list.
    """
    name = _known(country)
    if region and region not in {place.code for place in regions(country)}:
        raise BadInput(tr("There is no list of holidays for “{region}” in {name}.", region=region, name=name), "region")
    listed = _listed(country, region, years)
    return tuple(Holiday(day, WHOLE_DAY, text) for day, text in sorted(listed.items()) if day.year in set(years))


def _known(country: str) -> str:
    found = next((place.name for place in countries() if place.code == country), None)
    if found is None:
        raise BadInput(tr("There is no list of holidays for the country “{country}”.", country=country), "country")
    return found


def _listed(country: str, region: str | None, years: Sequence[int]) -> dict[date, str]:
    from holidays import country_holidays

    listed: dict[date, str] = {}
    for language in _LANGUAGES:
        listed = dict(country_holidays(country, subdiv=region or None, years=list(years), language=language).items())
        if listed:
            break
    return listed


def _name(key: str) -> str:
    words = [word.capitalize() for word in key.split("_")]
    return " ".join(word.lower() if word in _SMALL and place else word for place, word in enumerate(words))
