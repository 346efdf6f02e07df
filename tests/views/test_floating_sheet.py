"""A sheet that floats: what is painted anew behind its card is what stood there."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.floating_sheet import SHADOW, FloatingSheet


def test_a_part_that_is_painted_anew_looks_as_the_whole_did(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 500)
    sheet = FloatingSheet(host)
    field = QLineEdit(sheet.card)
    host.show()
    sheet.show_in_the_middle(QSize(400, 300), field)
    whole = host.grab().toImage()
    card = sheet.card.geometry()
    for part in (card.adjusted(40, 40, -40, -40), card, card.adjusted(-SHADOW, 0, -200, 0), sheet.rect()):
        shown = part.translated(sheet.pos()).intersected(host.rect())
        assert host.grab(shown).toImage() == whole.copy(shown)
