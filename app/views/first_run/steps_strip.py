"""Above the queue of a new desk: what it still needs. It ticks itself off, may be closed, and never comes back then."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.events import Event, IncidentLogged, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.first_steps.dto import FirstStep, FirstSteps
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label

_SOON_MS: Final = 1_500
"""The first look, once a desk that was opened has shown its list."""

_TABLES: Final = frozenset({"person", "assignment_group", "calendar", "calendar_version", "group_hours"})
_WORDS: Final = {
    FirstStep.TEAM: tr("Add a team"),
    FirstStep.PEOPLE: tr("Add people, or a list of them (CSV)"),
    FirstStep.HOURS: tr("Set working hours"),
    FirstStep.INCIDENT: tr("Log the first incident"),
}
_SECTIONS: Final = {FirstStep.TEAM: "teams", FirstStep.PEOPLE: "people", FirstStep.HOURS: "calendars"}


class FirstStepsStrip(QWidget):
    """Hidden unless the desk is new and the person may set it up. `host` is the page that it stands on."""

    def __init__(self, context: ViewContext, host: QWidget) -> None:
        super().__init__()
        self._context, self._host = context, host
        self._key = f"first-steps-{id(self)}"
        self._is_stale = False
        self.shown = FirstSteps()
        self.setAccessibleName(tr("First steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Label("", tokens.UI_STRONG)
        self.cross = IconButton("x", tr("Close the first steps for good"), size=24)
        self.cross.clicked.connect(lambda _checked=False: self._close())
        self.buttons = {step: self._button(step) for step in FirstStep}
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.look)
        host.installEventFilter(self)
        self.hide()

    def _button(self, step: FirstStep) -> Button:
        button = Button(_WORDS[step], height=Size.BUTTON_SMALL)
        button.clicked.connect(lambda _checked=False: self._go(step))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.cross)
        flow = FlowLayout(8)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(flow)

    def look_soon(self) -> None:
        """Another desk is open; its list comes first."""
        self.show_steps(FirstSteps())
        self._wait.start(_SOON_MS)

    def hear(self, event: Event) -> None:
        """Look again where a step may be done now."""
        if self.isHidden():
            return
        reference = isinstance(event, ReferenceDataChanged) and event.table in _TABLES
        if not (reference or isinstance(event, IncidentLogged | MuchChanged)):
            return
        if self._host.isVisible():
            self.look()
        else:
            self._is_stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where something changed while the page was hidden: that is where the steps are done."""
        if watched is self._host and event.type() == QEvent.Type.Show and self._is_stale:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Ask the desk what is done."""
        context = self._context
        self._is_stale = False
        if context.session is None or not may(context.actor, Permission.SETTINGS_EDIT):
            self.hide()
            return
        desk, actor = context.desk, context.actor
        # It is help, not work: where it cannot be read, it stays away.
        context.background.read(lambda: desk.first_steps.first_steps(actor), self.show_steps, _nothing, key=self._key)

    def stop(self) -> None:
        """Look no more."""
        self._wait.stop()
        self._context.background.forget(self._key)

    def show_steps(self, found: FirstSteps) -> None:
        """Show which are done, or nothing where none are to be offered."""
        is_last = len(found.done) == len(FirstStep) and not self.isHidden()
        self.shown = found
        self.setVisible(found.is_offered or is_last)
        done, count = len(found.done), len(FirstStep)
        said = tr("Begin here: {done} of {count} done", done=done, count=count)
        self._title.setText(tr("All first steps are done.") if is_last else said)
        for step, button in self.buttons.items():
            is_done = step in found.done
            button.set_icon("circle-check" if is_done else "circle-dashed")
            button.set_kind("ghost" if is_done else "secondary")
            button.setAccessibleName(tr("{step}, done", step=_WORDS[step]) if is_done else _WORDS[step])

    def _go(self, step: FirstStep) -> None:
        if step is FirstStep.INCIDENT:
            self._context.actions.run("incident.new")
        else:
            self._context.go(Location("settings", _SECTIONS[step]))

    def _close(self) -> None:
        self._set_closed(closed=True, then=self._closed)

    def _closed(self) -> None:
        self.hide()
        back = partial(self._set_closed, closed=False, then=self.look)
        said = tr("The first steps stay closed. All of them stand in the settings.")
        self._context.toasts.show(said, ToastAction(tr("Undo"), back, "Ctrl+Z"))

    def _set_closed(self, *, closed: bool, then: Callable[[], None]) -> None:
        desk, actor, toasts = self._context.desk, self._context.actor, self._context.toasts
        work = partial(desk.first_steps_work.close, actor, closed)
        self._context.background.write(work, lambda _done: then(), toasts.say_error)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground, so that the list below it stays what is looked at."""
        fill_rounded(QPainter(self), QRectF(self.rect()).adjusted(8, 4, -8, -4), Size.RADIUS_CARD, "bluetint")


def _nothing(_error: object) -> None:
    """The question could not be answered."""
