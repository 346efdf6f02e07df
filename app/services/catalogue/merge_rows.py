"""What names a category beside incidents: articles, templates and macros, moved by a merge, and back; saved views."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, select, update

from app.domain.actor import Actor
from app.domain.events import ArticleChanged, ReferenceDataChanged
from app.domain.query.renamed import asking_for_both
from app.domain.wording import marked_count
from app.infra.unit_of_work import Work
from app.models.catalogue import category
from app.models.knowledge import article
from app.models.macros import macro
from app.models.templates import incident_template
from app.models.views import saved_view
from app.services.catalogue.dto import Use
from app.services.catalogue.merge_dto import RowChange
from app.services.catalogue.merge_plan import MergePlan
from app.services.macros.keeping import MACROS
from app.services.shared_with import Shared
from app.services.templates.keeping import TEMPLATES
from app.services.views.commands import seen_by

_TABLES: Final[Mapping[str, Table]] = {table.name: table for table in (article, category, macro, incident_template)}


def named_changes(connection: Connection, actor: Actor, plan: MergePlan) -> tuple[RowChange, ...]:
    """What has to change in articles, and in the templates and macros that the actor may change."""
    found = select(article.c.id, article.c.category_id).where(article.c.category_id.in_(sorted(plan.one_for_one)))
    articles = [
        RowChange("article", row.id, "category_id", row.category_id, plan.one_for_one[row.category_id])
        for row in connection.execute(found)
    ]
    templates = _kept_changes(connection, actor, TEMPLATES, "filling", plan)
    macros = _kept_changes(connection, actor, MACROS, "acts", plan)
    return (*articles, *templates, *macros)


def views_that_ask(connection: Connection, actor: Actor, plan: MergePlan) -> Use:
    """The saved views, as far as the actor sees them, that will ask for both."""
    view = saved_view.c
    rows = select(view.name, view.filter_text).where(seen_by(actor), view.removed_at.is_(None)).order_by(view.name)
    names = tuple(
        row.name for row in connection.execute(rows) if asking_for_both(row.filter_text, plan.names) != row.filter_text
    )
    return Use(marked_count("{n} saved view", "{n} saved views"), len(names), names[:3])


def _kept_changes(
    connection: Connection, actor: Actor, shared: Shared, column: str, plan: MergePlan
) -> Iterator[RowChange]:
    columns = shared.table.c
    rows = select(columns.id, columns.owner_id, columns.share, columns[column]).where(shared.seen_by(actor))
    for row in connection.execute(rows):
        data = dict(getattr(row, column) or {})
        place = (data.get("category_id") or None, data.get("subcategory_id") or None)
        if place in plan.places and shared.may_change(actor, row.owner_id, row.share):
            new_category, new_below = plan.places[place]
            after = {key: value for key, value in data.items() if key != "subcategory_id"}
            after["category_id"] = new_category
            # A macro knows no subcategory; it sorts into the category alone.
            if new_below and shared is TEMPLATES:
                after["subcategory_id"] = new_below
            yield RowChange(shared.table.name, row.id, column, data, after)


def category_changes(plan: MergePlan) -> tuple[RowChange, ...]:
    """What becomes of the categories themselves."""
    moved = [RowChange("category", row.id, "parent_id", row.parent_id, plan.target.id) for row in plan.below]
    return (*moved, *(RowChange("category", row.id, "active", True, False) for row in plan.gone if row.active))


def uses_of_rows(connection: Connection, changes: Sequence[RowChange]) -> Iterator[Use]:
    """The rows in words, for the preview."""
    words = {
        "article": (marked_count("{n} article", "{n} articles"), "title"),
        "incident_template": (marked_count("{n} template", "{n} templates"), "name"),
        "macro": (marked_count("{n} macro", "{n} macros"), "name"),
    }
    for table, (word, naming) in words.items():
        ids = sorted(change.row_id for change in changes if change.table == table)
        if ids:
            columns = _TABLES[table].c
            names = connection.execute(select(columns[naming]).where(columns.id.in_(ids[:3])).order_by(columns[naming]))
            yield Use(word, len(ids), tuple(names.scalars()))


def write(work: Work, changes: Sequence[RowChange]) -> None:
    """Write the new values."""
    for change in changes:
        _set(work, change, change.after)


def put_back(work: Work, changes: Sequence[RowChange]) -> int:
    """Give the columns back what they had; how many were changed by somebody since and stay as they are."""
    left = 0
    for change in changes:
        columns = _TABLES[change.table].c
        now = work.connection.execute(
            select(columns[change.column]).where(columns.id == change.row_id).with_for_update()
        )
        if now.scalar_one_or_none() == change.after:
            _set(work, change, change.before)
        else:
            left += 1
    return left


def _set(work: Work, change: RowChange, value: Any) -> None:
    table = _TABLES[change.table]
    values: dict[str, Any] = {change.column: value}
    if table is article:
        values |= {"updated_at": work.now, "edit": article.c.edit + 1}
        work.events.append(ArticleChanged(work.actor.person_id, change.row_id))
    else:
        work.events.append(ReferenceDataChanged(work.actor.person_id, table.name))
    work.connection.execute(update(table).where(table.c.id == change.row_id).values(values))
