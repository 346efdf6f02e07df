"""How the section of calendars is laid out: the list, and the editor with its cards and its foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.calendars.editor import CalendarEditor
from app.views.settings_page.calendars.list_view import CalendarList
from app.views.settings_page.effective import EffectiveFrom
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.publish_bar import PublishBar
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.try_it.ground import Ground
from app.views.settings_page.try_it.panel import TryIt
from app.views.settings_page.unpublished import Unpublished
from app.views.settings_page.versions import VersionsCard
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button


class CalendarsLayout(SettingsSection):
    """The parts; `app.views.settings_page.calendars.section` says what they do."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._editable = may(context.actor, Permission.SLA_EDIT)
        self.list = CalendarList()
        self.overview = EditorFrame(SectionHead(tr("Calendars")))
        self.editor = CalendarEditor(context)
        self.bar = PublishBar()
        self.effective = EffectiveFrom(context)
        self.versions = VersionsCard(context)
        self.try_it = TryIt(context, self._ground)
        self.frame = EditorFrame(SectionHead(), self.bar)
        self.unpublished = Unpublished(context, self)
        self._build()

    def _ground(self) -> Ground | None:
        """What an imagined incident is measured by; None while nothing is open."""
        raise NotImplementedError

    def _build(self) -> None:
        self.new = Button(tr("New calendar"), kind="primary", icon="plus", height=Size.BUTTON_PAGE)
        if not self._editable:
            # Only hidden, never shown here: without a parent it would be a window and take the keyboard away.
            self.new.hide()
        # From the outside in: what is put into something is told who stands around it, with all that is in it.
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.frame)
        self.overview.head.row.addWidget(self.new)
        self.overview.page.addWidget(self.list)
        self.frame.head.set_back(tr("Calendars"))
        self.bar.options.addWidget(self.effective, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.editor, self.try_it, self.versions):
            self.frame.page.addWidget(part)

    @property
    def shows_one(self) -> bool:
        """Whether a calendar is open."""
        return self.stack.currentWidget() is self.frame

    def focus_start(self) -> None:
        """The week, or the first calendar."""
        if self.shows_one:
            self.editor.grid.setFocus()
        else:
            # Until the rows are there, the frame keeps the place.
            next(iter(self.list.rows.values()), self.overview).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if not self.shows_one:
            return [next(iter(self.list.rows.values()), self.new)]
        return [self.editor.grid, self.editor.days.lines[0], self.try_it.created, self.bar.publish]

    def leave(self) -> None:
        """Write the draft."""
        self.unpublished.flush()
