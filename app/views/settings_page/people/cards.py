"""What stands beside the form of a person: their groups, how they come in, and what they work on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.vocabulary import Role
from app.domain.wording import number, tr
from app.services.people.dto import OpenWork, PersonView
from app.services.server.roles import usual_login
from app.views.connect.fields import Field
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

_FEW = 6


def way_in(person: PersonView, *, shared: bool) -> str:
    """How somebody comes in, in words; nothing where nobody has a login, or where none is missed."""
    if not shared:
        return ""
    if person.login is None:
        return "" if person.role is Role.REQUESTER else tr("No login")
    if person.login.must_change:
        return tr("{login} · first password", login=person.login.name)
    return tr("{login} · here now", login=person.login.name) if person.login.connections else person.login.name


class SignInCard(Card):
    """The login of a person on a shared desk. `given` carries the login to make."""

    given = Signal(str)
    reset_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Signing in"), tr("Everybody comes in by a login of their own; the database decides what it may.")
        )
        self.state = Label("", tokens.UI_MEDIUM, wrap=True, selectable=True)
        self.login = Field(tr("Login"))
        self.give = Button(tr("Give this login"), kind="primary", icon="user-plus", height=Size.BUTTON_PAGE)
        self.reset = Button(tr("Reset the password…"), icon="lock", height=Size.BUTTON_SMALL)
        self.lock = Button(tr("Take the login away…"), icon="ban", height=Size.BUTTON_SMALL)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.give, self.reset, self.lock):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.state)
        self.body.addLayout(at_most(self.login, 420))
        self.body.addLayout(row)
        self.login.submitted.connect(self._give)
        self.give.clicked.connect(lambda _checked=False: self._give())
        self.reset.clicked.connect(lambda _checked=False: self.reset_wanted.emit())
        self.lock.clicked.connect(lambda _checked=False: self.lock_wanted.emit())
        self._suggested = ""

    def show_person(self, person: PersonView, prefix: str, *, myself: bool) -> None:
        """How they come in, and what can be done about it; nobody locks themself out."""
        login = person.login
        self.state.setText(self._words(person))
        self.reset.setVisible(login is not None and not myself)
        self.lock.setVisible(login is not None and not myself)
        self.login.setVisible(login is None and person.active)
        self.give.setVisible(login is None and person.active)
        self.login.set_hint(
            tr("Begins with {prefix}_u_ for everybody. Small letters, digits and underscores.", prefix=prefix)
        )
        if self.login.text() == self._suggested:
            self._suggested = usual_login(person.name)
            self.login.set_text(self._suggested)

    def _words(self, person: PersonView) -> str:
        login = person.login
        if not person.active:
            return tr("Removed, so there is no way in. Put them back first.")
        if login is None:
            return tr("No login: they are known here, and do not come in themselves.")
        if login.must_change:
            return tr(
                "{login}. The first password was made, and they have not chosen one of their own yet.", login=login.name
            )
        here = {0: tr("not connected now"), 1: tr("connected once now")}.get(login.connections)
        return f"{login.name}, {here or tr('connected {connections} times now', connections=login.connections)}."

    def _give(self) -> None:
        if self.give.isVisibleTo(self):
            self.given.emit(self.login.text().strip())


class WorkCard(Card):
    """The open incidents of a person."""

    def __init__(self, show_all: Callable[[], None]) -> None:
        super().__init__(
            tr("Open work"), tr("What is assigned to them, as far as you see it. It stays theirs until moved.")
        )
        self.lines = Label("", tokens.UI, "text2", wrap=True, selectable=True)
        self.hand_on = Button(tr("Move all to…"), icon="arrow-right", menu=True, height=Size.BUTTON_SMALL)
        self.queue = Button(tr("Show in the queue"), kind="link", height=Size.BUTTON_SMALL)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.hand_on)
        row.addWidget(self.queue)
        row.addStretch(1)
        self.body.addWidget(self.lines)
        self.body.addLayout(row)
        self.queue.clicked.connect(lambda _checked=False: show_all())

    def show_work(self, work: Sequence[OpenWork]) -> None:
        """These incidents."""
        lines = [
            tr(
                "INC-{number}  {short_description}",
                number=f"{each.number:06d}",
                short_description=each.short_description,
            )
            for each in work[:_FEW]
        ]
        if len(work) > _FEW:
            lines.append(tr("and {count} more", count=number(len(work) - _FEW)))
        self.lines.setText("\n".join(lines) or tr("Nothing open is assigned to them."))
        self.note.setText(number(len(work)) if work else "")
        self.hand_on.setVisible(bool(work))
        self.queue.setVisible(bool(work))
