"""Saving, changing, removing and bringing back saved views."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, literal, or_, select, update

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed, NotFound, Refused, ViewChanged
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import Permission, demand, may
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.people import group_member, person
from app.models.views import saved_view, saved_view_star
from app.services.catalogue.merged import asking_now, load_merged
from app.services.command import command
from app.services.incidents.queue_dto import GROUP_COLUMNS, SORT_COLUMNS
from app.services.shared_with import checked_name
from app.services.views.dto import FILTER_LIMIT, SHARES, NewView


class ViewCommands:
    """Every view belongs to whoever saved it; what is shared, who leads the desk may change too."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.VIEW_SAVE)
    def save(self, work: Work, new: NewView, seen: NewView | None = None) -> NewView:
        """Save a view, or change the one that has its id; a view that was removed comes back. Returns what stands now.

        With what the person has `seen` of it, `ViewChanged` where it is another now, or was removed.
        """
        values = _checked(work, new)
        stands = work.connection.execute(select(saved_view).where(saved_view.c.id == new.id)).one_or_none()
        if stands is None:
            last = select(func.coalesce(func.max(saved_view.c.position), 0))
            last = last.where(saved_view.c.owner_id == work.actor.person_id)
            made = {"id": new.id, "owner_id": work.actor.person_id, "created_at": work.now}
            place = {"position": work.connection.execute(last).scalar_one() + 1}
            work.connection.execute(saved_view.insert(), made | place | values)
        else:
            _demand_own(work.actor, stands)
            _refuse_changed(work, new.id, seen)
            work.connection.execute(update(saved_view).where(saved_view.c.id == new.id), values)
        _tell(work)
        written = ("name", "icon", "filter_text", "group_id")
        return replace(new, **{name: values[name] for name in written})

    @command(Permission.VIEW_SAVE)
    def move(self, work: Work, view_id: str, place: int) -> int:
        """Put one of one's own views at a place among them, counted from 0; returns where it stood.

        What is shared stands in the order in which it came, because everybody has another one before their eyes.
        """
        view = saved_view.c
        own = (view.owner_id == work.actor.person_id, view.share == "own", view.removed_at.is_(None))
        ordered = select(view.id, view.position).where(*own).order_by(view.position, view.name, view.id)
        rows = work.connection.execute(ordered.with_for_update()).all()
        ids = [row.id for row in rows]
        if view_id not in ids:
            raise Refused(tr("Only your own views can be put in another order."))
        before = ids.index(view_id)
        ids.insert(max(0, min(place, len(ids) - 1)), ids.pop(before))
        stood = {row.id: row.position for row in rows}
        for position, each in enumerate(ids, 1):
            if stood[each] != position:
                work.connection.execute(update(saved_view).where(view.id == each), {"position": position})
        _tell(work)
        return before

    @command(Permission.VIEW_SAVE)
    def star(self, work: Work, view_id: str, *, starred: bool) -> None:
        """Star a view that one sees, whoever it belongs to, or no longer; only oneself sees it."""
        seen = select(saved_view.c.id).where(saved_view.c.id == view_id, saved_view.c.removed_at.is_(None))
        if work.connection.execute(seen.where(seen_by(work.actor))).one_or_none() is None:
            raise NotFound(tr("This view does not exist any more, or is not for you."))
        key = {"person_id": work.actor.person_id, "view_id": view_id}
        star = upsert_into(work.connection, saved_view_star).values(**key, starred=starred)
        changed = star.on_conflict_do_update(index_elements=list(key), set_={"starred": starred})
        work.connection.execute(changed)
        _tell(work)

    @command(Permission.VIEW_SAVE)
    def remove(self, work: Work, view_id: str, seen: NewView | None = None) -> None:
        """Take a view out of all side bars; it can be brought back. `ViewChanged` where it is not as it was `seen`."""
        _set_removed(work, view_id, removed=True, seen=seen)

    @command(Permission.VIEW_SAVE)
    def restore(self, work: Work, view_id: str) -> None:
        """Bring back what was removed."""
        _set_removed(work, view_id, removed=False)


def may_change(actor: Actor, owner_id: str, share: str) -> bool:
    """Whether the actor may change a view that they see."""
    return owner_id == actor.person_id or (share != "own" and may(actor, Permission.VIEW_PUBLISH))


def seen_by(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps views out of sight that are somebody else's or another team's."""
    view, me = saved_view.c, literal(actor.person_id, saved_view.c.owner_id.type)
    groups = select(group_member.c.group_id).where(group_member.c.person_id == me)
    return or_(view.owner_id == me, view.share == "all", and_(view.share == "team", view.group_id.in_(groups)))


def _refuse_changed(work: Work, view_id: str, seen: NewView | None) -> None:
    """Pass where the view is as it was seen, or nothing was said about that. From here on nobody else changes it."""
    if seen is None:
        return
    # Whoever may not change it cannot lock it either, so this comes after the question whether they may.
    row = work.connection.execute(select(saved_view).where(saved_view.c.id == view_id).with_for_update()).one()
    text = asking_now(row.filter_text, row.updated_at, load_merged(work.connection))
    columns = None if row.columns is None else tuple(map(str, row.columns))
    stands = NewView(
        row.id,
        row.name,
        text,
        row.sort,
        row.descending,
        row.group_by,
        columns,
        row.icon,
        row.share,
        row.group_id,
        row.notifies,
    )
    if row.removed_at is not None or stands != seen:
        names = select(person.c.name).where(person.c.id == row.changed_by_id)
        by = work.connection.execute(names).scalar_one_or_none()
        raise ViewChanged(row.name, by or "", removed=row.removed_at is not None)


def _set_removed(work: Work, view_id: str, *, removed: bool, seen: NewView | None = None) -> None:
    stands = work.connection.execute(select(saved_view).where(saved_view.c.id == view_id)).one_or_none()
    if stands is None:
        raise NotFound(tr("This view does not exist any more."))
    _demand_own(work.actor, stands)
    _refuse_changed(work, view_id, seen)
    # Its filter stays as old as it is: by its age it knows which merges of categories came later.
    work.connection.execute(
        update(saved_view).where(saved_view.c.id == view_id), {"removed_at": work.now if removed else None}
    )
    _tell(work)


def _demand_own(actor: Actor, row: Row[Any]) -> None:
    if not may_change(actor, row.owner_id, row.share):
        raise NotAllowed(tr("This view belongs to somebody else. Save it under another name to have your own."))


def _tell(work: Work) -> None:
    work.events.append(ReferenceDataChanged(work.actor.person_id, "saved_view"))


def _checked(work: Work, new: NewView) -> dict[str, Any]:
    name = checked_name(new.name, tr("The view has no name. Write what it shows."))
    text = clean_line(new.filter_text)
    if len(text) > FILTER_LIMIT:
        raise BadInput(
            tr(
                "The filter has {count} characters, {filter_limit} is the limit.",
                count=len(text),
                filter_limit=FILTER_LIMIT,
            ),
            "filter_text",
        )
    if new.sort not in SORT_COLUMNS or new.group_by not in GROUP_COLUMNS:
        raise BadInput(tr("Rows cannot be put in that order."), "sort")
    _demand_share(work, new)
    return {
        "name": name,
        "icon": clean_line(new.icon)[:32],
        "filter_text": text,
        "columns": None if new.columns is None else list(new.columns),
        "sort": new.sort,
        "descending": new.descending,
        "group_by": new.group_by,
        "share": new.share,
        "group_id": new.group_id if new.share == "team" else None,
        "notifies": new.notifies,
        "updated_at": work.now,
        "changed_by_id": work.actor.person_id,
        "removed_at": None,
    }


def _demand_share(work: Work, new: NewView) -> None:
    if new.share not in SHARES:
        raise BadInput(
            tr("A view is for {shares}, not for {share}.", shares=", ".join(SHARES), share=f"{new.share!r}"), "share"
        )
    if new.share == "own":
        return
    demand(work.actor, Permission.VIEW_PUBLISH if new.share == "all" else Permission.VIEW_SHARE)
    if new.share == "team":
        own = select(group_member.c.group_id).where(
            group_member.c.group_id == new.group_id, group_member.c.person_id == work.actor.person_id
        )
        if work.connection.execute(own).one_or_none() is None:
            raise BadInput(tr("A view is shared with a group of which you are a member. Choose one."), "group_id")
