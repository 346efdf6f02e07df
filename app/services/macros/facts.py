"""What stands in the place of the fields of a text, with what has to be read beside the incident for some of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.knowledge import Audience
from app.domain.macros import DUE, Filled, WriteMoment, article_field, article_of, fields_of, fill
from app.domain.numbers import article_number
from app.domain.sla.policy import Clock
from app.domain.wording import tr
from app.models.knowledge import article
from app.services.incidents.dto import IncidentDetail
from app.services.knowledge.rows import readable
from app.services.macros.dto import facts_of


class Known(NamedTuple):
    """The facts for the fields of some texts; `internal` are fields that only the desk reads."""

    facts: Mapping[str, str | None]
    internal: frozenset[str]

    def fill(self, text: str, *, public: bool) -> Filled:
        """Fill in a text, which callers read where it is `public`."""
        hidden = self.internal if public else frozenset()
        return fill(text, {name: fact for name, fact in self.facts.items() if name not in hidden})


class Reader(NamedTuple):
    """For whom texts are filled in, when that is, and how moments are written there."""

    actor: Actor
    now: datetime
    write: WriteMoment


def load_known(connection: Connection, reader: Reader, detail: IncidentDetail, texts: Iterable[str]) -> Known:
    """The facts for whatever these texts name at an incident."""
    named = {name for text in texts for name in fields_of(text)}
    facts = facts_of(detail, reader.actor)
    if DUE in named:
        facts[DUE] = _due(connection, reader, detail.id)
    found = published(connection, reader.actor, [number for name in named if (number := article_of(name)) is not None])
    facts |= {article_field(row.number): f"{article_number(row.number)} {row.title}" for row in found}
    internal = (article_field(row.number) for row in found if row.audience != Audience.EVERYONE)
    return Known(facts, frozenset(internal))


def _due(connection: Connection, reader: Reader, incident_id: str) -> str | None:
    # Imported here, because most texts name no due time, and the clocks bring their whole engine along.
    from app.services.sla.views import instant, load_case, view_clocks

    facts, rules, names = load_case(connection, reader.actor, incident_id)
    shown = view_clocks(facts, rules, names, instant(reader.now, facts), internal=False)
    due = next((each.due_at for each in shown.clocks if each.clock == Clock.RESOLUTION), None)
    return None if due is None else reader.write(due)


def published(connection: Connection, actor: Actor, numbers: Iterable[int]) -> list[Row[Any]]:
    """The published ones among the articles of these numbers, as far as the actor may read them."""
    wanted = sorted(set(numbers))
    if not wanted:
        return []
    columns = (article.c.id, article.c.number, article.c.title, article.c.audience)
    statement = select(*columns).where(
        article.c.number.in_(wanted), article.c.published_version.is_not(None), readable(actor)
    )
    return list(connection.execute(statement))


def demand_articles(
    connection: Connection, actor: Actor, text: str, *, public: bool, field: str = "body", linked: int = 0
) -> None:
    """Pass, or say which article a text names or a macro links that is not there for whoever reads it."""
    named = [number for name in fields_of(text) if (number := article_of(name)) is not None]
    found = {row.number: row for row in published(connection, actor, [*named, *([linked] if linked else [])])}
    for number, where in (*((each, field) for each in named), *([(linked, "article")] if linked else [])):
        shown = article_number(number)
        if number not in found:
            raise BadInput(tr("There is no published article {number}. Choose another one.", number=shown), where)
        if public and where == field and found[number].audience != Audience.EVERYONE:
            raise BadInput(
                tr("{number} is internal, and callers read this text. Name it in an internal note.", number=shown),
                where,
            )
