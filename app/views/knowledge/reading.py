"""The article in the middle: its head with what can be done, strips, the text of a version or what changed in it."""

from html import escape
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused, StaleEdit
from app.domain.knowledge import ArticleState
from app.domain.line_diff import DiffLine, LineChange
from app.domain.numbers import article_number
from app.domain.wording import tr
from app.services.knowledge.dto import ArticleDetail
from app.views.context import ViewContext
from app.views.knowledge.article_text import ArticleText
from app.views.knowledge.looks import ICONS, TONES, day_text
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.theme import colour
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip
from app.views.writing_help.marks import MarkStrip

BUTTONS: Final = (
    ("knowledge.publish", tr("Approve and publish"), "primary"),
    ("knowledge.submit", tr("Send to review"), "primary"),
    ("knowledge.restore", tr("Restore"), "primary"),
    ("knowledge.edit", tr("Edit"), "secondary"),
    ("knowledge.send_back", tr("Send back…"), "secondary"),
    ("knowledge.used", tr("Used this"), "secondary"),
    ("knowledge.helped", tr("It helped"), "ghost"),
    ("knowledge.did_not_help", tr("It didn’t"), "ghost"),
)
_MENU: Final = ("knowledge.compare", "knowledge.copy_number", None, "knowledge.retire")
_PALE: Final = {LineChange.ADDED: "greentint", LineChange.REMOVED: "redtint"}
_SIGN: Final = {LineChange.ADDED: "+", LineChange.REMOVED: "\N{MINUS SIGN}", LineChange.SAME: "\u2007"}

_SAME: Final = f"<p>{tr('Nothing changed in title, summary and text.')}</p>"


class ReadingPane(QWidget):
    """`link_wanted` carries the address of a link that was clicked."""

    link_wanted = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.detail: ArticleDetail | None = None
        self.number = Label("", tokens.UI_MEDIUM, "text2", selectable=True)
        self.state, self.audience = Pill(tr("Draft")), Pill(tr("Internal"), "slate", "lock")
        self.version = Label("", tokens.META, "text2")
        self.title = Label("", tokens.INCIDENT_TITLE, wrap=True, selectable=True)
        self.summary = Label("", tokens.READING, "text2", wrap=True, selectable=True)
        self.more = IconButton("ellipsis", tr("More actions"), size=30)
        self.buttons = {action: Button(text, kind=kind) for action, text, kind in BUTTONS}
        self.stale = InfoStrip("", "amber", icon="clock")
        self.old = InfoStrip("", "blue", icon="history")
        self.refusal = InfoStrip("", "red", closable=True)
        self.mark = MarkStrip(self._accept)
        self.text = ArticleText(tr("Text of the article"))
        self.text.link_wanted.connect(self.link_wanted)
        self.changes = ArticleText(tr("What changed"))
        self.empty = EmptyState("book-open", tr("Choose an article"))
        self.loading = LoadingLine()
        self.content = QStackedWidget()
        self.stack = QStackedWidget()
        self._lay_out()
        self.more.clicked.connect(self._show_menu)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, action=action: context.actions.run(action))
        context.actions.changed.connect(self._offer)

    def _lay_out(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(8)
        for widget in (self.number, self.state, self.audience, self.version):
            marks.addWidget(widget)
        marks.addStretch(1)
        marks.addWidget(self.more)
        flow = QWidget()
        row = FlowLayout(8, flow)
        for button in self.buttons.values():
            row.addWidget(button)
        self.content.addWidget(self.text)
        self.content.addWidget(self.changes)
        article = QWidget()
        column = QVBoxLayout(article)
        set_margins(column, 28, 14, 20, 8)
        column.setSpacing(8)
        column.addLayout(marks)
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(flow)
        for strip in (self.refusal, self.mark, self.stale, self.old):
            column.addWidget(strip)
            strip.hide()
        column.addSpacing(4)
        column.addWidget(self.content, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(article)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.loading)
        whole.addWidget(self.stack, 1)

    def show_detail(self, detail: ArticleDetail) -> None:
        """Show the article with the version that was read."""
        is_other = self.detail is None or self.detail.row.id != detail.row.id
        self.detail = detail
        self.loading.stop()
        row = detail.row
        if is_other:
            self.refusal.hide()
        self.number.setText(article_number(row.number))
        state = row.state if detail.shown_version == row.version else ArticleState.PUBLISHED
        if detail.shown_version not in {row.version, row.published_version}:
            self.state.set_text(tr("Older version"), "slate", "history")
        else:
            self.state.set_text(state.label, TONES[state], ICONS[state])
        is_public = detail.text.audience.value == "everyone"
        self.audience.set_text(
            tr("For everyone") if is_public else tr("Internal"),
            "blue" if is_public else "slate",
            "globe" if is_public else "lock",
        )
        self.version.setText(tr("Version {shown_version}", shown_version=detail.shown_version))
        self.title.setText(detail.text.title)
        self.summary.setText(detail.text.summary)
        self.summary.setVisible(bool(detail.text.summary))
        self._show_strips(detail)
        self.text.show_source(detail.text.body, detail.pictures)
        self.content.setCurrentWidget(self.text)
        self.stack.setCurrentIndex(1)
        self._offer()

    def _show_strips(self, detail: ArticleDetail) -> None:
        row = detail.row
        self.mark.show_model(detail.unchecked)
        self.stale.setVisible(row.is_stale)
        self.stale.set_text(
            tr(
                "Review was due: {day_text}. Check whether it is still true.",
                day_text=day_text(self._context, row.review_on),
            ),
            icon="clock",
        )
        newer = detail.shown_version == row.published_version and row.version > detail.shown_version
        other = detail.shown_version < row.version and not newer
        self.old.setVisible(newer or other)
        self.old.clear_buttons()
        if newer:
            said = (
                tr("Version {version} is in review; readers see this one until it is approved.", version=row.version)
                if row.state is ArticleState.IN_REVIEW
                else tr("Version {version} is a draft; readers see this one until it is approved.", version=row.version)
            )
            self.old.set_text(said)
        elif other:
            self.old.set_text(tr("This is an older version. It can be read, and compared with the one before."))

    def show_changes(self, lines: tuple[DiffLine, ...], older: int, newer: int) -> None:
        """Show what changed between two versions instead of the text."""
        self.old.show()
        self.old.set_text(
            tr("What changed from version {older} to version {newer}.", older=older, newer=newer), "blue", "history"
        )
        self.changes.show_made(lambda: "".join(map(_line_html, lines)) or _SAME)
        self.content.setCurrentWidget(self.changes)

    @property
    def shows_changes(self) -> bool:
        """Whether the changes are shown in place of the text."""
        return self.content.currentWidget() is self.changes

    def show_nothing(self, icon: str, title: str, hint: str = "") -> None:
        """No article is shown; says why."""
        self.detail = None
        self.loading.stop()
        self.empty.set_text(icon, title, hint)
        self.stack.setCurrentIndex(0)

    def refuse(self, error: DeskError) -> None:
        """Say why it was not done; nothing is lost and nothing covers the text."""
        missing = error.missing if isinstance(error, Refused) else ()
        if missing:
            text = tr("Not yet. This is missing:\n") + "\n".join(f"•  {item.sentence}" for item in missing)
        elif isinstance(error, StaleEdit):
            text = tr("Somebody changed the article since you read it. It is shown anew: look again.")
        else:
            text = str(error)
        self.refusal.set_text(text, "red")
        self.refusal.show()

    def _accept(self) -> None:
        detail = self.detail
        if detail is None:
            return
        work, actor = self._context.desk.writing_help_work, self._context.actor
        article_id, version = detail.row.id, detail.shown_version
        self._context.background.write(
            lambda: work.accept_article(actor, article_id, version), lambda _none: self.mark.hide(), self.refuse
        )

    def _offer(self) -> None:
        actions = self._context.actions
        for action, button in self.buttons.items():
            reason = actions.offer(action).reason
            button.setVisible(self.detail is not None and not reason)
            button.setToolTip(actions.action(action).toolTip())

    def _show_menu(self) -> None:
        menu = self._context.actions.menu(_MENU, self)
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def focus_text(self) -> None:
        """The keyboard goes to the text."""
        (self.changes if self.shows_changes else self.text).setFocus()


def _line_html(line: DiffLine) -> str:
    if line.change is LineChange.GAP:
        return f'<p style="color:{colour("text3").name()}">⋯ {escape(line.text)}</p>'
    ground = _PALE.get(line.change)
    back = colour(ground or "surface").name()
    style = f"margin-top:0; margin-bottom:0; background-color:{back}"
    return f'<pre style="{style}">{_SIGN[line.change]} {escape(line.text)}</pre>'
