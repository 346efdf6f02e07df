"""The section of the desk itself: where it is kept, who is signed in, and how to work at another one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import inside, tr
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.desk.protection import ProtectionCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

PROTECTION = "protection"
_FILE = tr("A file on this computer. Whoever may read the file may read everything in it.")
_SERVER = tr("A PostgreSQL database that the team shares. What each person may do is decided there.")


class DeskSection(SettingsSection):
    """Says where the desk is kept; another one is chosen on a page of its own."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = EditorFrame(SectionHead(tr("Desk and connection")))
        self.place = Label("", tokens.UI_MEDIUM, wrap=True, selectable=True)
        self.kind = Label("", tokens.UI, "text2", wrap=True)
        self.person = Label("", tokens.UI, "text2", wrap=True)
        self.join = Button("", icon="log-in", height=Size.BUTTON_PAGE)
        self.join.clicked.connect(lambda _checked=False: self.context.join_desk())
        self.own = Button(tr("Use the desk on this computer"), icon="hard-drive", height=Size.BUTTON_PAGE)
        self.own.clicked.connect(lambda _checked=False: self.context.use_own_desk())
        self.password = Button(tr("Change my password"), icon="lock", height=Size.BUTTON_PAGE)
        self.password.clicked.connect(lambda _checked=False: self.context.change_password())
        here = Card(tr("This desk"))
        for widget in (self.place, self.kind, self.person, self.password):
            here.body.addWidget(widget)
        other = Card(
            tr("Work at another desk"),
            tr("Nothing is moved from one to the other; drafts stay with the desk they belong to."),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.join)
        row.addWidget(self.own)
        row.addStretch(1)
        other.body.addLayout(row)
        self.frame.page.addWidget(here)
        self.frame.page.addWidget(other)
        self.protection = ProtectionCard(context)
        self.frame.page.addWidget(self.protection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Desk and connection")

    def open(self, argument: str) -> None:
        """Show which desk is open; `protection` goes to what the database lacks."""
        self.refresh()
        if argument == PROTECTION and not self.protection.isHidden():
            self.frame.go_to(self.protection)
            self.protection.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_start(self) -> None:
        """What leads to another desk."""
        self.join.setFocus()

    def refresh(self) -> None:
        """The desk that is open now."""
        desk, actor = self.context.desk, self.context.actor
        on_server = desk.link is not None
        self.place.setText(desk.identity.partition("://")[2].removeprefix("/"))
        self.kind.setText(_SERVER if on_server else _FILE)
        self.person.setText(tr("Signed in as {actor}, {role}.", actor=actor.name, role=inside(actor.role.label)))
        self.join.setText(tr("Change or test the connection") if on_server else tr("Connect to a team's desk"))
        self.own.setVisible(on_server)
        self.password.setVisible(on_server)
        admits = may(actor, Permission.PEOPLE_ADMIT)
        self.protection.setVisible(on_server and admits)
        if on_server and admits:
            self.protection.look()
        self.frame.show_page()
