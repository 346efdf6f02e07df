"""A form in the place of the composer: labelled fields, what is missing said at each, Ctrl+Enter and Esc; no dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError, Refused
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.text_box import TextBox


class AskedField(QWidget):
    """A labelled input with the place where a refusal says what is missing."""

    def __init__(self, label: str, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self.label = Label(label, tokens.META_STRONG, "text2", wrap=True)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(inner)
        column.addWidget(self.problem)

    def rename(self, label: str) -> None:
        """Ask for something else, also of those who hear what is asked."""
        self.label.setText(label)
        self.inner.setAccessibleName(label)

    def say(self, text: str) -> None:
        """Say what is missing; empty says nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.inner.setAccessibleDescription(text)

    def take_focus(self) -> None:
        """Put the keyboard where the answer is given."""
        if isinstance(self.inner, DigitChoices):
            self.inner.focus_first()
        else:
            self.inner.setFocus(Qt.FocusReason.OtherFocusReason)


class AskPanel(QWidget):
    """`submitted` carries what `_answer` makes of the fields; `left` is Esc or the cross."""

    submitted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, AskedField] = {}
        # Nothing is asked yet: these stand for the parts of a form until there is one.
        self._body = QWidget(self)
        self._general = Label("", parent=self._body)
        self._finish = Button(tr("Finish"), keys="Ctrl+Return")
        self._finish.setParent(self._body)
        self._body.hide()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 12, 24, 14)

    def _ask(self, title: str, extra: str, finish: tuple[str, str], fill: Callable[[QVBoxLayout], None]) -> None:
        """Show another form: `fill` puts its fields into the column; `finish` is the text and icon of the button."""
        self._outer.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self.fields = {}
        self._body = body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head(title, extra))
        fill(column)
        self._general = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self._general.hide()
        column.addWidget(self._general)
        column.addLayout(self._foot(*finish))
        self._outer.addWidget(body)
        body.show()

    def _head(self, title: str, extra: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Label(title, tokens.SHEET_TITLE))
        head.addWidget(ElidedLabel(extra, tokens.META, "text2"), 1)
        cross = IconButton("x", tr("Back to writing (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.left.emit())
        head.addWidget(cross)
        return head

    def _foot(self, text: str, icon: str) -> QHBoxLayout:
        choosing = any(isinstance(field.inner, DigitChoices) for field in self.fields.values())
        at_once = any(isinstance(field.inner, TextBox) and field.inner.enter_sends for field in self.fields.values())
        hint = (
            tr("Digits choose · Tab next field · Esc back to writing")
            if choosing
            else tr("Enter sends · Shift+Enter new line · Esc back")
            if at_once
            else tr("Tab next field · Esc back")
        )
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(hint, tokens.META, "text3"), 1)
        self._finish = Button(text, kind="primary", icon=icon, keys="Ctrl+Return")
        self._finish.clicked.connect(lambda _checked=False: self.submit())
        foot.addWidget(self._finish)
        return foot

    def _add_field(self, column: QVBoxLayout, name: str, label: str, inner: QWidget) -> None:
        self.fields[name] = field = AskedField(label, inner)
        column.addWidget(field)

    def _answer(self) -> object | None:
        """What was answered; None while nothing is asked."""
        raise NotImplementedError

    def submit(self) -> None:
        """Send what was answered; the rules say what is missing."""
        answer = self._answer() if self._finish.isEnabled() else None
        if answer is None:
            return
        for field in self.fields.values():
            field.say("")
        self._general.setVisible(False)
        self.submitted.emit(answer)

    def set_waiting(self, *, waiting: bool) -> None:
        """While the desk works on it, it cannot be sent twice."""
        self._finish.setEnabled(not waiting)

    def show_refusal(self, error: DeskError) -> None:
        """Say each missing thing at its field; what belongs to no field stands above the button."""
        said = [(item.field, item.sentence) for item in error.missing] if isinstance(error, Refused) else []
        if not said:
            said = [(error.field or "" if isinstance(error, BadInput) else "", str(error))]
        rest = [sentence for name, sentence in said if name not in self.fields]
        for name, sentence in said:
            if name in self.fields:
                self.fields[name].say(sentence)
        self._general.setText(" ".join(rest))
        self._general.setVisible(bool(rest))
        wanted = [name for name, _ in said if name in self.fields] or list(self.fields)
        if wanted:
            self.fields[wanted[0]].take_focus()

    def problems(self) -> dict[str, str]:
        """What is said at which field now; the general sentence has the key ""."""
        said = {name: field.problem.text() for name, field in self.fields.items() if field.problem.text()}
        if not self._general.isHidden() and self._general.text():
            said[""] = self._general.text()
        return said

    def event(self, event: QEvent) -> bool:
        """Enter with Ctrl and Esc belong to the panel, not to the window."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes, Esc leaves."""
        if not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.submit()
