"""What is cut for want of room is told whole."""

from PySide6.QtWidgets import QAbstractButton


def tell_whole(button: QAbstractButton) -> None:
    """Give a button its text as the tool tip while the text is cut, unless its tool tip says more."""
    tip, text = button.toolTip(), button.text()
    if button.width() < button.sizeHint().width():
        if not tip:
            button.setToolTip(text)
    elif tip == text:
        button.setToolTip("")
