"""The menu of a row: what can be done with it, and the filter by one of its values."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.domain.query.quoting import quoted
from app.domain.risk import level_of
from app.domain.wording import tr
from app.views.queue.columns import Column

if TYPE_CHECKING:
    from app.services.incidents.queue_dto import QueueRow
    from app.views.queue.page import QueuePage

_ACTIONS: Final = (
    "incident.open", "incident.open_window", None, "incident.reply", "incident.note", "incident.macro", None,
    "incident.take", "incident.assign", "incident.assign_group", "incident.priority", None, "incident.status",
    "incident.hold", "incident.snooze", "incident.escalate", "incident.resolve", None, "incident.tags", "incident.link",
    "incident.merge", "incident.follow", "incident.unread", None, "incident.review", "incident.copy_number",
)  # fmt: skip
_VALUES: Final = (
    Column.PRIORITY, Column.STATE, Column.GROUP, Column.ASSIGNEE, Column.CALLER, Column.SLA, Column.OPENED,
    Column.RISK, Column.REASON, Column.CODE,
)  # fmt: skip
"""What a row can be filtered by where the menu is not opened at one of its values, as with the menu key."""


def open_row_menu(page: "QueuePage", position: QPoint) -> None:
    """Show the menu of the row at a position of the list."""
    index = page.view.indexAt(position)
    row = page.table.row_at(index.row()) if index.isValid() else None
    if row is None:
        return
    menu = row_menu(page, row, Column(index.column()))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(page.view.viewport().mapToGlobal(position))


def row_menu(page: "QueuePage", row: "QueueRow", column: Column) -> QMenu:
    """What can be done with a row; `F` filters by the value of the column, or asks by which where it has none."""
    menu = page.context.actions.menu(_ACTIONS, page)
    opened = row.reported_at.astimezone(page.context.formats.zone)
    level = page.table.wording.standing(row).level

    def term(of: Column) -> str:
        return filter_term(row, of, level, f"{opened:%Y-%m-%d}")

    menu.addSeparator()
    pointed_at = term(column)
    if pointed_at:
        _offer(page, menu, tr("&Filter by {term}", term=pointed_at), pointed_at)
    others = menu.addMenu(tr("Filter by another value") if pointed_at else tr("&Filter by"))
    for each in _VALUES:
        if term(each) not in {"", pointed_at}:
            _offer(page, others, term(each).replace("&", "&&"), term(each))
    return menu


def _offer(page: "QueuePage", menu: QMenu, text: str, term: str) -> None:
    menu.addAction(text).triggered.connect(
        lambda _checked=False: page.set_filter(f"{page.query.filter_text} {term}".strip())
    )


def filter_term(row: "QueueRow", column: int, level: str = "", opened_on: str = "") -> str:
    """The filter term for the value of a cell, `level` being the state of its clock and `opened_on` the reader's day.

    Empty where there is none.
    """
    state = "waiting" if row.state == "on_hold" else row.state
    return {
        Column.PRIORITY: f"priority:{row.priority}",
        Column.STATE: f"is:{state}",
        Column.STATUS: f"is:{state}",
        Column.GROUP: f"team:{_quoted(row.group_name)}",
        Column.ASSIGNEE: f"assignee:{_quoted(row.assignee_name)}",
        Column.CALLER: f"requester:{_quoted(row.caller_name)}",
        Column.SITE: f"site:{_quoted(row.site_name)}",
        Column.SERVICE: f"service:{_quoted(row.service_name)}",
        Column.CATEGORY: f"category:{_quoted(row.category_name)}",
        Column.CHANNEL: f"channel:{row.channel}" if row.channel else "",
        Column.REASON: f"hold:{quoted(row.hold_reason)}" if row.hold_reason else "",
        Column.CODE: f"code:{quoted(row.resolution_code)}" if row.resolution_code else "",
        Column.REOPENED: f"reopened:{row.reopenings}",
        Column.OPENED: f"created:{opened_on}" if opened_on else "",
        Column.SLA: f"sla:{level}",
        Column.RISK: "risk:none" if row.risk is None else f"risk:{level_of(row.risk)}",
    }.get(Column(column), "")


def _quoted(name: str | None) -> str:
    return quoted(name) if name else "none"
