"""The numbers of a sheet: counted by the same filters as the queue, of what everybody at the desk may see.

A sheet is read by the whole desk, so incidents that are restricted to a group are not counted, whoever counts.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Final

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.query.quoting import between_quotes
from app.domain.wording import sentence_case, tr
from app.services.dashboard.counting import count_found
from app.services.handovers.dto import Figure

_OF_NO_GROUP: Final = "0" * 32
"""Nobody's identifier: whoever is in no group sees what is not restricted."""
_FILTERS: Final = {
    "open": "is:open",
    "breached": "is:open is:breached",
    "soon": "is:open sla:0..2h",
    "urgent": "is:open priority:1,2",
    "waiting": "is:waiting",
}


def count_figures(
    connection: Connection, actor: Actor, group_name: str | None, at: datetime, zone: tzinfo | None
) -> dict[str, int]:
    """The numbers by their keys, at an instant."""
    reader = replace(actor, person_id=_OF_NO_GROUP)
    texts = [_filter(key, group_name) for key in _FILTERS]
    return dict(zip(_FILTERS, count_found(connection, reader, texts, at, zone), strict=True))


def figures_of(values: Mapping[str, int], group_name: str | None) -> tuple[Figure, ...]:
    """The numbers with what they count; one that an older program did not count is left out."""
    words = {
        "open": (sentence_case(tr("open")), tr("Incidents that somebody still has to work on")),
        "breached": (tr("Breached"), tr("Open incidents of which a clock has exceeded its target")),
        "soon": (tr("Due in 2 h"), tr("Open incidents of which a running clock is due within two hours")),
        "urgent": (tr("P1 and P2"), tr("Open incidents of the two highest priorities")),
        "waiting": (tr("Waiting"), tr("Incidents that wait for somebody or something")),
    }
    return tuple(
        Figure(key, *words[key], _filter(key, group_name), int(values[key])) for key in _FILTERS if key in values
    )


def _filter(key: str, group_name: str | None) -> str:
    return f"{_FILTERS[key]} team:{between_quotes(group_name.lower())}" if group_name else _FILTERS[key]
