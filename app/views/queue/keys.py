"""What the actions of the registry do on the queue page, and its menus."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QWidget

from app.domain.lifecycle import Step
from app.domain.major import why_no_update
from app.domain.merging import NOT_MERGED
from app.domain.vocabulary import MajorState, State
from app.domain.wording import tr, trn
from app.views.actions import Reason
from app.views.following import follow
from app.views.queue.bulk import LEVELS
from app.views.queue.row_drag import RowDrag
from app.views.queue.row_menu import open_row_menu
from app.views.queue.unread import mark_unread
from app.views.queue.view_acts import VIEW_ACTIONS, bind_view_actions, fill_columns
from app.views.toolkit.tokens import ROW_HEIGHTS

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage

_ON_THE_INCIDENT = (
    "incident.reply", "incident.note", "incident.assign", "incident.assign_group", "incident.hold",
    "incident.escalate", "incident.status",
    "incident.resolve", "incident.priority", "incident.link", "incident.problem", "incident.edit_summary",
    "incident.review", "incident.attach", "incident.start", "incident.resume", "incident.close", "incident.reopen",
    "incident.cancel", "incident.why", "incident.propose_major", "incident.accept_major", "incident.reject_major",
    "incident.lead_major", "incident.demote_major",
)  # fmt: skip
_GROUP_MENU = ("group.sla", "group.priority", "group.state", "group.group", "group.assignee", "group.none")


def bind_queue_actions(page: "QueuePage") -> None:
    """Say what the keys do while the queue is shown."""
    actions = page.context.actions
    none = _needs_row(page)
    handlers = {
        "list.next": (lambda: page.view.step(1), None),
        "list.previous": (lambda: page.view.step(-1), None),
        "list.mark": (lambda: _mark(page), partial(_needs_line, page)),
        "list.mark_next": (lambda: page.marks.extend(1), partial(_needs_line, page)),
        "list.mark_previous": (lambda: page.marks.extend(-1), partial(_needs_line, page)),
        "list.mark_all": (lambda: page.marks.mark_all(page.query), None),
        "list.refresh": (page.reload, None),
        "list.view_menu": (page.head.view_button.click, None),
        "list.export": (lambda: _export(page), None),
        "list.scroll": (lambda: _scroll_on(page), none),
        "incident.follow": (lambda: follow(page.context, page.marks.chosen_ids()), none),
        "incident.unread": (lambda: mark_unread(page.context, page.marks.chosen_ids()), none),
        "incident.problem_make": (lambda: _make_problem(page), none),
        "list.new": (page.new.go, lambda: None if page.new.count else tr("Nothing new came that is not in view")),
        "list.collapse_all": (lambda: _collapse_all(page), None),
        "list.expand_all": (lambda: page.order.collapse(frozenset()), None),
        "incident.take": (lambda: page.acts.take(page.marks.chosen_ids(), page.marks.chosen_rows()), none),
        "incident.macro": (lambda: _run_macro(page), none),
        "incident.merge": (lambda: _merge(page), none),
        "incident.tags": (lambda: _tag(page), none),
        "incident.snooze": (lambda: _snooze(page), none),
        "incident.copy_number": (lambda: page.acts.copy(page.marks.chosen_rows()), none),
        "window.preview": (lambda: page.show_preview(shown=not page.preview.isVisibleTo(page)), None),
        "window.density": (lambda: _next_height(page), None),
    }
    for action_id, (handler, reason) in handlers.items():
        actions.bind(action_id, handler, owner=page, unavailable=reason)
    for action_id in _GROUP_MENU:
        actions.bind(action_id, partial(page.order.group_by, action_id.removeprefix("group.")), owner=page)
    bind_view_actions(page)
    RowDrag(page.view, page.table, lambda: page.context.actions.is_theirs("incident.assign"))
    if "incident" in page.context.pages:
        _bind_incident_actions(page)
    _build_menus(page)


def _bind_incident_actions(page: "QueuePage") -> None:
    actions, none = page.context.actions, _needs_row(page)
    actions.bind("incident.open", lambda: _open(page), owner=page, unavailable=none)
    for action_id in ("incident.update", "incident.update_template"):
        actions.bind(action_id, partial(_open, page, action_id), owner=page, unavailable=partial(_no_update, page))
    for action_id in _ON_THE_INCIDENT:
        actions.bind(action_id, partial(_open_or_change, page, action_id), owner=page, unavailable=none)
    unmerge = "incident.unmerge"
    actions.bind(unmerge, partial(_open_or_change, page, unmerge), owner=page, unavailable=partial(_not_merged, page))


def _build_menus(page: "QueuePage") -> None:
    actions = page.context.actions
    group = actions.menu(_GROUP_MENU, page)
    view = QMenu(page)
    heights = view.addMenu(tr("Row height"))
    for name, height in ROW_HEIGHTS.items():
        heights.addAction(name).triggered.connect(lambda _checked=False, height=height: page.use_row_height(height))
    columns = view.addMenu(tr("Columns"))
    columns.aboutToShow.connect(lambda: fill_columns(page, columns))
    sorting = view.addMenu(tr("Sort by"))
    sorting.aboutToShow.connect(lambda: page.order.fill_menu(sorting))
    heads = actions.menu(_GROUP_MENU, view)
    heads.setTitle(tr("Group by"))
    view.addMenu(heads)
    for action_id in ("window.preview", "list.collapse_all", "list.expand_all", "list.refresh"):
        view.addAction(actions.action(action_id))
    view.addSeparator()
    for action_id in VIEW_ACTIONS:
        view.addAction(actions.action(action_id))
    page.head.set_menus(group, view)
    page.view.customContextMenuRequested.connect(lambda position: open_row_menu(page, position))
    page.view.header.all_clicked.connect(lambda: page.marks.toggle_all(page.query))


def _open(page: "QueuePage", act: str = "") -> None:
    row = page.current_row()
    if row is not None:
        page.open_incident(row.id, act)


def _no_update(page: "QueuePage") -> str | None:
    row = page.current_row()
    if row is None:
        return _needs_row(page)()
    # Looked at here, because the incident is opened for it: no letter of an update may be a key of another page.
    return why_no_update(MajorState(row.major_state), State(row.state)) or None


def _not_merged(page: "QueuePage") -> str | None:
    row = page.current_row()
    if row is None:
        return _needs_row(page)()
    # What was merged was canceled with it. Whether a canceled one was, the incident knows, which is opened for it.
    return None if row.state == State.CANCELED else tr(NOT_MERGED)


def _open_or_change(page: "QueuePage", action_id: str) -> None:
    """Do it here, so that one stays in the list; else at the incident, or say that it is done one by one."""
    row = page.current_row()
    is_one = not page.table.marked or (row is not None and page.table.marked == {row.id})
    if is_one and action_id in _WRITTEN:
        _open(page, action_id)
    elif action_id in _FIELD_OF:
        page.bulk.choose(_FIELD_OF[action_id])
    elif action_id in _STEPS:
        _take_step(page, action_id)
    elif is_one or action_id in _ONLY_LOOKS:
        _open(page, action_id)
    else:
        count = len(page.table.marked)
        said = tr("{name}: one at a time", name=page.context.actions.offer(action_id).spec.text.rstrip("…"))
        why = trn("{n} incident is selected; Esc ends that", "{n} incidents are selected; Esc ends that", count)
        page.context.toasts.show(f"{said}. {why}", icon="triangle-alert")


_FIELD_OF = {
    "incident.assign": "assignee_id", "incident.assign_group": "group_id", "incident.priority": LEVELS,
    "incident.problem": "problem_ref",
}  # fmt: skip
_STEPS: Final = frozenset({
    "incident.hold", "incident.resolve", "incident.status", "incident.start", "incident.resume", "incident.close",
    "incident.cancel", "incident.reopen",
})  # fmt: skip
_WRITTEN: Final = frozenset({
    "incident.resolve", "incident.problem", "incident.close", "incident.cancel", "incident.reopen",
})  # fmt: skip
"""What is told about a single incident at the incident itself, where there is room to write."""
_ONLY_LOOKS: Final = frozenset({"incident.review", "incident.why"})
ONE_AT_A_TIME: Final = frozenset(
    {"incident.open", "incident.unmerge", "incident.update", "incident.update_template", *_ON_THE_INCIDENT}
    - _FIELD_OF.keys()
    - _STEPS
)
"""What is done to a single incident, whatever is selected."""


def _take_step(page: "QueuePage", action_id: str) -> None:
    """Have what is selected take a step; what it demands is asked once."""
    steps, anchor = page.bulk.steps, page.head.place_of_steps()
    asked: dict[str, Callable[[QWidget], object]] = {
        "incident.hold": steps.hold, "incident.resolve": steps.resolve, "incident.status": steps.choose,
        "incident.close": steps.close, "incident.cancel": steps.cancel, "incident.reopen": steps.reopen,
    }  # fmt: skip
    if action_id in asked:
        asked[action_id](anchor)
    else:
        steps.take(Step(State.IN_PROGRESS), tr("started") if action_id == "incident.start" else tr("resumed"))


def _run_macro(page: "QueuePage") -> None:
    # Sheets are imported when one is first wanted, so that the start stays light.
    from app.views.macros.sheet import open_macros

    ids = page.marks.chosen_ids()
    open_macros(page.context, ids, seen=page.preview.others_seen(ids[0]) if len(ids) == 1 else None)


def _merge(page: "QueuePage") -> None:
    from app.views.merging.sheet import open_merge

    open_merge(page.context, page.marks.chosen_ids())


def _tag(page: "QueuePage") -> None:
    from app.views.tagging import open_tags

    ids, rows = page.marks.chosen_ids(), page.marks.chosen_rows()
    open_tags(page.context, ids, page.head, rows[0].tags if len(ids) == 1 and rows else None)


def _snooze(page: "QueuePage") -> None:
    from app.views.snoozing import open_snooze

    open_snooze(page.context, page.marks.chosen_ids(), page.head)


def _collapse_all(page: "QueuePage") -> None:
    page.order.collapse(frozenset(group.key for group in page.table.layout_of_lines.summary.groups))


def _make_problem(page: "QueuePage") -> None:
    from app.views.problems.making import make_from

    make_from(page.context, page, page.head, tuple(page.marks.chosen_ids()))


def _scroll_on(page: "QueuePage") -> None:
    """A page further in the preview; at its end the next incident."""
    if not (page.preview.isVisible() and page.preview.scroll_on()):
        page.view.step(1)


def _export(page: "QueuePage") -> None:
    from app.views.queue.exporting import ask_where

    ask_where(page)


def _mark(page: "QueuePage") -> None:
    """Select the row, or on a head all that stand under it."""
    row, head = page.current_row(), page.table.head_at(page.view.currentIndex().row())
    if row is not None:
        page.marks.toggle(row.id)
    elif head is not None:
        page.marks.toggle_group(page.query, head.group.key)


def _needs_row(page: "QueuePage") -> Reason:
    def reason() -> str | None:
        return None if page.current_row() is not None or page.table.marked else tr("Select an incident first")

    return reason


def _needs_line(page: "QueuePage") -> str | None:
    """What selects begins at a head as well."""
    return None if page.table.head_at(page.view.currentIndex().row()) is not None else _needs_row(page)()


def _next_height(page: "QueuePage") -> None:
    heights = list(ROW_HEIGHTS.values())
    at = heights.index(page.view.row_height) if page.view.row_height in heights else 0
    page.use_row_height(heights[(at + 1) % len(heights)])
