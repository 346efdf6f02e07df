"""What is in a layout, in its order.

Nobody asks a layout of Qt for its items: what Python then holds for an item stays when Qt deletes it, and ends the
program when a widget is later made and deleted in the same place of memory.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those inside it, as they follow each other."""
    around = layout.parentWidget()
    children = [] if around is None else around.children()
    placed: dict[int, QWidget | QLayout] = {}
    for part in (*children, *layout.children()):
        if isinstance(part, QWidget | QLayout) and (place := layout.indexOf(part)) >= 0:
            placed[place] = part
    for _place, part in sorted(placed.items()):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from widgets_in(part)
