"""Fields of the pages that connect: a label above, a line to type in, and what is wrong with it below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import IconButton
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label


class Field(QWidget):
    """`changed` on every key, `submitted` by Enter; `problem` is said below until something is typed."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str, placeholder: str = "", hint: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setFixedHeight(Size.INPUT)
        self.line.textChanged.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self.submitted)
        self._hint = hint
        self._below = Label(hint, tokens.META, "text3", wrap=True)
        self._below.setVisible(bool(hint))
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        self.row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(name, tokens.META_MEDIUM, "text2"))
        column.addLayout(self.row)
        column.addWidget(self._below)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show this."""
        self.line.setText(text)

    def say(self, problem: str) -> None:
        """Say below what is wrong; an empty text says nothing is."""
        self._below.setText(problem or self._hint)
        self._below.set_ink("red" if problem else "text3")
        self._below.setVisible(bool(problem or self._hint))
        self.line.setProperty("invalid", bool(problem))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def set_hint(self, hint: str) -> None:
        """Say this below while nothing is wrong."""
        self._hint = hint
        if not self.line.property("invalid"):
            self.say("")

    def problem(self) -> str:
        """What is said to be wrong."""
        return self._below.text() if self.line.property("invalid") else ""

    def _typed(self) -> None:
        if self.line.property("invalid"):
            self.say("")
        self.changed.emit()


class PasswordField(Field):
    """A password, hidden unless the person wants to see it."""

    def __init__(self, name: str = tr("Password")) -> None:
        super().__init__(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = IconButton("eye", tr("Show the password"), size=Size.BUTTON_PAGE)
        self.eye.clicked.connect(lambda _checked=False: self._turn())
        self.row.addWidget(self.eye)

    def beside(self) -> int:
        """How much room the eye takes at the right of the line."""
        return Size.BUTTON_PAGE + self.row.spacing()

    def _turn(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self.eye.set_icon(
            "eye-off" if hidden else "eye", tr("Hide the password") if hidden else tr("Show the password")
        )


class KeepPassword(QWidget):
    """Whether the password goes into the system's keyring; where there is none, that it will be asked for each time."""

    def __init__(self) -> None:
        super().__init__()
        self.box = CheckBox(tr("Keep it in this computer's keyring"))
        self.box.setChecked(True)
        self.without = Label(
            tr("This computer has no keyring, so the password is asked for at each start."),
            tokens.META,
            "text3",
            wrap=True,
        )
        self.without.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.without)

    def set_possible(self, possible: bool) -> None:
        """Whether this computer has a keyring."""
        self.box.setVisible(possible)
        self.without.setVisible(not possible)

    def wanted(self) -> bool:
        """Whether to keep it."""
        return self.box.isVisibleTo(self) and self.box.isChecked()
