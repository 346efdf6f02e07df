"""Beside a problem: whose it is and what it is about, edited in place, and the articles that name it."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.numbers import article_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.incidents.dto import FieldEdit
from app.services.problems.dto import ProblemDetail
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.incident.pick_lists import PickLists
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from app.views.widgets.labels import ElidedLabel, Label, NameLabel
from app.views.widgets.pick_field import PickField
from app.views.widgets.spans import isolated

_LABEL: Final = 104
_WIDTH: Final = 320


class ProblemSide(QScrollArea):
    """`changed` carries the name of a field, its FieldEdit and what was chosen in words; `article_wanted` an id."""

    changed = Signal(str, object, str)
    article_wanted = Signal(str)

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        super().__init__()
        self._context = context
        self._detail: ProblemDetail | None = None
        self._seen: dict[str, str | None] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("edge", "left")
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._column = QVBoxLayout(canvas)
        self._column.setContentsMargins(18, 14, 18, 18)
        self._column.setSpacing(10)
        self._column.addWidget(Label(tr("Facts"), tokens.META_STRONG, "text2"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self.fields: dict[str, PickField] = {}
        self._pick("owner_id", tr("Owner"), lists.agents(None), None).set_person()
        self._pick("group_id", tr("Assignment group"), lists.plain("group_id", tr("No group")), "users")
        self._pick("service_id", tr("Service"), lists.plain("service_id", tr("No service")), "layers")
        item = lists.plain("configuration_item_id", tr("None"))
        self._pick("configuration_item_id", tr("Configuration item"), item, "monitor")
        self._pick("category_id", tr("Category"), lists.plain("category_id", tr("No category")), "tag")
        self.opened = self._line(tr("Opened"))
        self.resolved = self._line(tr("Resolved"))
        self.articles = Block(tr("Articles"))
        self._column.addWidget(self.articles)
        self._column.addStretch(1)
        self.setWidget(canvas)

    def _pick(self, field: str, name: str, ask: Callable[..., None], icon: str | None) -> PickField:
        made = PickField(name, ask, icon=icon)
        made.opening.connect(partial(self._opening, field))
        made.chosen.connect(partial(self._chosen, field))
        self.fields[field] = made
        self._row(name, made)
        return made

    def _line(self, name: str) -> ElidedLabel:
        made = ElidedLabel("", tokens.META_MEDIUM)
        self._row(name, made)
        return made

    def _row(self, name: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(NameLabel(name), row, 0)
        self._grid.setRowMinimumHeight(row, Size.PROPERTY_ROW)
        self._grid.addWidget(widget, row, 1)

    def show_problem(self, detail: ProblemDetail) -> None:
        """Show what is known; a list that is open stays open."""
        self._detail = detail
        may_work = may(self._context.actor, Permission.PROBLEM_WORK)
        row = detail.row
        for field, value in {
            "owner_id": row.owner_name,
            "group_id": row.group_name,
            "service_id": row.service_name,
            "configuration_item_id": detail.item_name,
            "category_id": detail.category_name,
        }.items():
            self.fields[field].set_value(isolated(value or ""), empty=tr("Nobody") if field == "owner_id" else "–")
            self.fields[field].setEnabled(may_work)
        day = self._context.formats.day(detail.created_at, self._context.clock.now())
        self.opened.set_text(tr("{day}, by {name}", day=day, name=detail.created_by or tr("the program")))
        resolved = detail.resolved_at
        self.resolved.set_text(self._context.formats.day(resolved, self._context.clock.now()) if resolved else "–")
        self._show_articles(detail)

    def _show_articles(self, detail: ProblemDetail) -> None:
        column = self.articles.column
        while column.count() > 1:
            item = column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in detail.articles:
            shown = article_number(each.number)
            button = Button(shown, kind="link", height=24)
            button.setToolTip(each.title)
            button.setAccessibleName(tr("Open {number}: {title}", number=shown, title=each.title))
            button.clicked.connect(lambda _checked=False, wanted=each.id: self.article_wanted.emit(wanted))
            column.addWidget(button)
            told = each.title if each.is_published else tr("{title} (not published)", title=each.title)
            column.addWidget(ElidedLabel(isolated(told), tokens.META, "text2"))
        if not detail.articles:
            column.addWidget(Label(tr("No article names this problem"), tokens.META, "text3", wrap=True))

    def _opening(self, field: str) -> None:
        # What comes while the list is open was not seen by whoever chooses from it.
        if self._detail is not None:
            self._seen[field] = getattr(self._detail, field)

    def _chosen(self, field: str, option: Option) -> None:
        if self._detail is None or not (isinstance(option.value, str) or option.value is None):
            return
        base = self._seen.pop(field, getattr(self._detail, field))
        if option.value != base:
            self.changed.emit(field, FieldEdit(base, option.value), option.label)
