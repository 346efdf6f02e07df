"""Pages that hold one narrow column, such as a sign-in, a little above the middle."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def put_in_middle(page: QWidget, column: QWidget) -> None:
    """Lay the page out around its column; two parts of the room stay above it and three below."""
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(column)
    middle.addStretch(1)
    outer = QVBoxLayout(page)
    outer.addStretch(2)
    outer.addLayout(middle)
    outer.addStretch(3)
