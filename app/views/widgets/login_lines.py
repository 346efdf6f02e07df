"""A login and its first password, to be read out, marked and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.widgets.labels import Label


class LoginLines(QWidget):
    """Two lines; empty until there is something to show."""

    def __init__(self) -> None:
        super().__init__()
        self.login = Label("", tokens.CODE, selectable=True)
        self.password = Label("", tokens.CODE, selectable=True)
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(6)
        for row, (name, value) in enumerate(((tr("Login"), self.login), (tr("Password"), self.password))):
            lines.addWidget(Label(name, tokens.META_MEDIUM, "text2"), row, 0)
            lines.addWidget(value, row, 1)
            value.setAccessibleName(name)
        lines.setColumnStretch(1, 1)

    def show_login(self, login: str, password: str) -> None:
        """Show these."""
        self.login.setText(login)
        self.password.setText(password)

    def entry(self) -> tuple[str, str]:
        """Login and password."""
        return self.login.text(), self.password.text()

    def copy(self) -> None:
        """Put both on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.entry()))
