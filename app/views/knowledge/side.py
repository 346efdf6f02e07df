"""Beside the article: its facts, edited in place, its versions and history, and where it was used."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.knowledge import ArticleKind
from app.domain.numbers import incident_number, problem_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr, trn
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRow, UseRow
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.incident.pick_lists import PickLists
from app.views.knowledge.looks import USES, day_text
from app.views.problems.looks import state_name
from app.views.reviews.codecs import DAY
from app.views.reviews.editors import LineEditor
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, Option, listed
from app.views.widgets.labels import ElidedLabel, Label, NameLabel
from app.views.widgets.pick_field import PickField

_LABEL: Final = 84
_KINDS: Final = tuple(Option(kind, kind.label) for kind in ArticleKind)
_FIRST: Final = 8


class ArticleSide(QScrollArea):
    """`changed` carries the wanted facts, `version_wanted` a number, `incident_wanted` and `problem_wanted` an id."""

    changed = Signal(object)
    version_wanted = Signal(int)
    incident_wanted = Signal(str)
    problem_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        super().__init__()
        self._context, self._lists = context, lists
        self._detail: ArticleDetail | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(300)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("edge", "left")
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._column = QVBoxLayout(canvas)
        self._column.setContentsMargins(18, 14, 18, 18)
        self._column.setSpacing(10)
        self._build_facts()
        self.versions, self.history, self.used = (
            Block(tr("Versions")),
            Block(tr("History")),
            Block(tr("Where it was used")),
        )
        for block in (self.versions, self.history, self.used):
            self._column.addWidget(block)
        self._column.addStretch(1)
        self.setWidget(canvas)

    def _build_facts(self) -> None:
        self._column.addWidget(Label(tr("Facts"), tokens.META_STRONG, "text2"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self.kind = self._pick(tr("Kind"), listed(_KINDS), "file-text", "kind")
        self.owner = self._pick(tr("Owner"), self._lists.agents(None), None, "owner_id")
        self.owner.set_person()
        self.category = self._pick(
            tr("Category"), self._lists.plain("category_id", tr("No category")), "tag", "category_id"
        )
        self.services = self._pick(tr("Services"), self._ask_services, "layers", "service")
        self.tags = self._line(tr("Tags"), tr("comma, between, them"), "tags")
        self.problem = self._line(tr("Problem"), problem_number(123), "problem_ref")
        self.opens_problem = Button("", kind="link", height=Size.TARGET_LEAST)
        # The number stands in the field above; below its name as well there is room for a longer word.
        self.opens_problem.setMinimumWidth(Size.TARGET_LEAST)
        self.opens_problem.clicked.connect(lambda _checked=False: self.open_problem())
        self._grid.addWidget(self.opens_problem, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.language = self._line(tr("Language"), "en", "language")
        self.review = LineEditor(tr("Look again on"), DAY)
        self.review.edited.connect(lambda _old, new: self._want(review_on=new))
        self.review.refused.connect(self.refused)
        self._row(tr("Look again on"), self.review)
        self.approved = ElidedLabel("", tokens.META_MEDIUM)
        self._row(tr("Approved by"), self.approved)

    def _row(self, label: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(NameLabel(label), row, 0)
        self._grid.setRowMinimumHeight(row, Size.PROPERTY_ROW)
        self._grid.addWidget(widget, row, 1)

    def _pick(self, name: str, ask: Callable[..., None], icon: str | None, field: str) -> PickField:
        made = PickField(name, ask, icon=icon)
        made.chosen.connect(partial(self._picked, field))
        self._row(name, made)
        return made

    def _line(self, name: str, hint: str, field: str) -> LineEditor:
        made = LineEditor(name, placeholder=hint)
        made.edited.connect(lambda _old, new: self._typed(field, str(new or "")))
        self._row(name, made)
        return made

    def show_detail(self, detail: ArticleDetail) -> None:
        """Show what is known of the article."""
        self._detail = detail
        facts, row = detail.facts, detail.row
        self.kind.set_value(facts.kind.label)
        self.owner.set_value(row.owner_name or "", empty=tr("Nobody"))
        self.category.set_value(row.category_name or "")
        self.services.set_value(", ".join(detail.service_names))
        self.tags.show_value(", ".join(facts.tags))
        self.problem.show_value(facts.problem_ref)
        self._show_problem(detail)
        self.language.show_value(facts.language)
        self.review.show_value(facts.review_on)
        when = (
            f", {self._context.formats.day(detail.published_at, self._context.clock.now())}"
            if detail.published_at
            else ""
        )
        self.approved.set_text(f"{detail.approver_name}{when}" if detail.approver_name else tr("Nobody yet"))
        editable = may(self._context.actor, Permission.KNOWLEDGE_EDIT)
        for pick in (self.kind, self.owner, self.category, self.services):
            pick.setEnabled(editable)
        for line in (self.tags, self.problem, self.language, self.review):
            line.set_fixed(not editable)
        self._show_versions(detail)
        self._show_history(detail)
        self._show_uses(detail)

    def _show_problem(self, detail: ArticleDetail) -> None:
        about = detail.problem
        self.opens_problem.setVisible(about is not None)
        if about is not None:
            self.opens_problem.setText(state_name(about.state))
            self.opens_problem.setToolTip(about.title)
            self.opens_problem.setAccessibleName(
                tr("Open {number}: {title}", number=about.shown_number, title=about.title)
            )

    def open_problem(self) -> None:
        """Open the problem that the article is about, if it is one of this desk."""
        if self._detail is not None and self._detail.problem is not None:
            self.problem_wanted.emit(self._detail.problem.id)

    def forget(self) -> None:
        """No article is shown; the next one begins with what it says itself."""
        self._detail = None
        for line in (self.tags, self.problem, self.language, self.review):
            line.take(None)

    def _show_versions(self, detail: ArticleDetail) -> None:
        lines: list[QWidget] = []
        for version in detail.versions[:_FIRST]:
            day = self._context.formats.day(version.created_at, self._context.clock.now())
            mark = tr(" · published") if version.is_published else ""
            shown = version.number == detail.shown_version
            button = Button(f"v{version.number} · {day}{mark}", kind="link", height=26)
            if not shown:
                button.set_kind("ghost")  # Only its colours, so that all versions begin at one edge.
            button.setToolTip(f"{version.author_name or tr('Nobody')}: {version.title}")
            button.setAccessibleName(
                tr(
                    "Version {number}, {day}{mark}, by {author_name}",
                    number=version.number,
                    day=day,
                    mark=mark,
                    author_name=version.author_name or tr("nobody"),
                )
            )
            button.fill_width()
            button.clicked.connect(lambda _checked=False, number=version.number: self.version_wanted.emit(number))
            lines.append(button)
        if len(detail.versions) > _FIRST:
            lines.append(Label(tr("and {count} older ones", count=len(detail.versions) - _FIRST), tokens.META, "text3"))
        _refill(self.versions, lines)

    def _show_history(self, detail: ArticleDetail) -> None:
        lines = []
        for step in detail.steps[:_FIRST]:
            day = self._context.formats.day(step.at, self._context.clock.now())
            reason = f": {step.reason}" if step.reason else ""
            text = f"{step.step.told}, v{step.version} – {step.person_name or tr('the program')}, {day}{reason}"
            lines.append(Label(text, tokens.META, "text2", wrap=True))
        _refill(self.history, lines)
        self.history.setVisible(bool(lines))

    def _show_uses(self, detail: ArticleDetail) -> None:
        lines: list[QWidget] = []
        row = detail.row
        told = _told_of_help(row) if row.helpful is not None else ""
        lately = (
            tr("Used {used}× in the last 30 days.", used=row.used) if row.used else tr("Not used in the last 30 days.")
        )
        lines.append(Label(" ".join(filter(None, (lately, told))), tokens.META, "text2", wrap=True))
        lines += [self._used_at(uses) for uses in _by_incident(detail.uses)[:_FIRST]]
        _refill(self.used, lines)
        self.used.setVisible(may(self._context.actor, Permission.INCIDENT_READ_ALL))

    def _used_at(self, uses: Sequence[UseRow]) -> QWidget:
        """A line for an incident: its number, and all that was done with the article there, the newest first."""
        first, number = uses[0], incident_number(uses[0].incident_number)
        done = ", ".join(dict.fromkeys(USES[use.kind] for use in uses))
        button = Button(number, kind="link", height=24)
        button.setToolTip(f"{first.short_description} – {done}, {first.person_name or ''}")
        button.setAccessibleName(f"{number}, {first.short_description}, {done}")
        button.clicked.connect(lambda _checked=False: self.incident_wanted.emit(first.incident_id))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(button)
        row.addWidget(ElidedLabel(done, tokens.META, "text3"), 1)
        return line

    def due_text(self) -> str:
        """When the article is looked at again."""
        return day_text(self._context, self._detail.facts.review_on) if self._detail is not None else ""

    def _ask_services(self, text: str, answer: Answer) -> None:
        """The services, those of the article marked; choosing one adds it or takes it away."""
        chosen = self._detail.facts.service_ids if self._detail is not None else ()

        def marked(options: Sequence[Option]) -> None:
            answer([each._replace(hint=tr("chosen") if each.value in chosen else "") for each in options])

        self._lists.plain("service_id", tr("None of them"))(text, marked)

    def _picked(self, field: str, option: Option) -> None:
        if field != "service":
            self._want(**{field: option.value})
            return
        chosen = self._detail.facts.service_ids if self._detail is not None else ()
        value = str(option.value) if option.value is not None else None
        if value is None:
            self._want(service_ids=())
        elif value in chosen:
            self._want(service_ids=tuple(each for each in chosen if each != value))
        else:
            self._want(service_ids=(*chosen, value))

    def _typed(self, field: str, text: str) -> None:
        self._want(**{field: tuple(text.split(",")) if field == "tags" else text})

    def _want(self, **values: Any) -> None:
        if self._detail is not None:
            wanted: ArticleFacts = replace(self._detail.facts, **values)
            if wanted != self._detail.facts:
                self.changed.emit(wanted)


def _told_of_help(row: ArticleRow) -> str:
    helped, did_not = row.helped, row.did_not_help
    if not did_not:
        return trn("{n} said it helped.", "{n} said it helped.", helped)
    if not helped:
        return trn("{n} said it did not help.", "{n} said it did not help.", did_not)
    return tr("{helped} said it helped, {did_not_help} that it did not.", helped=helped, did_not_help=did_not)


def _refill(block: Block, lines: Sequence[QWidget]) -> None:
    """Show these lines below the head of a block, in place of the former ones."""
    while block.column.count() > 1:
        item = block.column.takeAt(1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    block.column.setSpacing(Size.RADIUS_BADGE)
    for line in lines:
        block.column.addWidget(line)


def _by_incident(uses: Sequence[UseRow]) -> list[list[UseRow]]:
    """What was done at each incident, in the order of what was done there last."""
    found: dict[str, list[UseRow]] = {}
    for use in uses:
        found.setdefault(use.incident_id, []).append(use)
    return list(found.values())
