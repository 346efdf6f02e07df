"""A widget that is never wider than so much, however much room there is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_most(widget: QWidget, width: int) -> QHBoxLayout:
    """A row in which a widget takes the line up to this width, where lines begin.

    The rest of the line is given away, or a field would stand in its middle. Straight in a column the widget would be
    given too little height: a column asks how high its texts are at the whole width, where they have fewer lines.
    """
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch()
    return row
