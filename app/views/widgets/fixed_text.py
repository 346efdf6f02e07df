"""Fields of text that may only be read look so, and not like those that take what is typed."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def fix(field: QLineEdit | QPlainTextEdit, *, fixed: bool) -> None:
    """Have a field take nothing, or everything again; its text can be marked and copied in any case."""
    field.setReadOnly(fixed)
    field.setProperty("fixed", "true" if fixed else "false")
    field.style().unpolish(field)
    field.style().polish(field)
