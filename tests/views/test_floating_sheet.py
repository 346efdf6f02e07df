"""A sheet that floats: what is painted anew behind its card is what stood there."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.views.toolkit import shadow
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.theme import Theme
from app.views.toolkit.toast import Toast, Toasts
from app.views.widgets.buttons import Button
from app.views.widgets.floating_sheet import FloatingSheet


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


def test_the_shadow_is_drawn_once_for_all(qtbot: QtBot) -> None:
    """What changes below a sheet comes many times a second while others work, in many small parts."""
    shadow._drawn.cache_clear()
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 800)
    host.show()
    sheet = FloatingSheet(host)
    sheet.show_in_the_middle(QSize(400, 300), QLineEdit(sheet.card))
    small = host.grab().toImage()
    assert host.grab().toImage() == small
    sheet.grow(QSize(400, 500))
    large = host.grab().toImage()
    assert shadow._drawn.cache_info().misses == 1
    edge = sheet.geometry().center().x(), sheet.geometry().bottom() - SHADOW
    assert large.pixelColor(*edge) != small.pixelColor(*edge), "the shadow went with the edge"


@pytest.mark.parametrize("wanted", [QPoint(-300, -90), QPoint(250, 40), QPoint(600, 480)])
def test_a_sheet_beside_something_stays_in_the_window_whole(qtbot: QtBot, wanted: QPoint) -> None:
    """Also where what it stands beside is at an edge, as at the left in a language from right to left."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 500)
    sheet = FloatingSheet(host)
    sheet.resize(400 + 2 * SHADOW, 300 + 2 * SHADOW)
    host.show()
    sheet.show()
    qtbot.waitUntil(lambda: sheet.card.width() == 400)
    sheet.stand_within(wanted)
    card = sheet.card.geometry().translated(sheet.pos())
    assert host.rect().contains(card), card


def test_esc_closes_a_sheet_and_the_keyboard_is_where_it_was(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    below = QLineEdit(host)
    host.show()
    host.activateWindow()
    below.setFocus()
    sheet = FloatingSheet(host)
    field = QLineEdit(sheet.card)
    sheet.show_in_the_middle(QSize(200, 100), field)
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(sheet.destroyed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert below.hasFocus()


def test_what_is_told_covers_no_button_of_a_sheet(qtbot: QtBot, theme: Theme) -> None:
    """*Cancel* of a sheet at the bottom was covered for ten seconds; only what does the thing was kept clear."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    sheet = FloatingSheet(host)
    cancel = Button("Cancel", parent=sheet.card)
    host.show()
    sheet.show_in_the_middle(QSize(500, 520), cancel)
    cancel.move(220, 480)
    cancel.resize(cancel.sizeHint())
    place = QRect(cancel.mapTo(host, QPoint()), cancel.size())
    toasts = Toasts(host)
    toasts.show("INC-000123 is resolved, and its caller is told of it")
    toast = host.findChild(Toast)
    assert toast is not None
    assert not toast.geometry().intersects(place)
    sheet.hide()
    toasts.show("INC-000124 is resolved")
    toast = next(each for each in host.findChildren(Toast) if each.isVisible())
    assert toast.geometry().bottom() > place.top(), "where no sheet is, it stands at the bottom"
    toasts.dismiss()


def card_of(sheet: FloatingSheet) -> QRect:
    return sheet.card.geometry().translated(sheet.pos())


def test_a_sheet_stays_whole_in_a_window_that_becomes_smaller_and_larger_again(qtbot: QtBot) -> None:
    """Opened in a maximised window that was then restored, it hung out of the window by half."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1900, 1000)
    sheet = FloatingSheet(host)
    host.show()
    sheet.show_in_the_middle(QSize(760, 640), QLineEdit(sheet.card))
    for width, height in ((1000, 500), (700, 480), (1900, 1000)):
        host.resize(width, height)
        qtbot.waitUntil(lambda: sheet.card.width() == min(760, host.width() - 32))
        card = card_of(sheet)
        assert host.rect().contains(card), (width, height)
        assert abs(card.center().x() - host.rect().center().x()) <= 1
    assert card.size() == QSize(760, 640)


def test_a_sheet_that_a_hand_moved_stays_near_to_where_it_was_put(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1200, 800)
    sheet = FloatingSheet(host)
    host.show()
    sheet.show_in_the_middle(QSize(400, 300), QLineEdit(sheet.card))
    head = QPoint(SHADOW + 60, SHADOW + 10)
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=head)
    QTest.mouseMove(sheet, head - QPoint(300, 100))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=head)
    put = sheet.pos()
    host.resize(900, 700)
    assert sheet.pos() == put
    host.resize(560, 400)
    qtbot.waitUntil(lambda: host.rect().contains(card_of(sheet)))
