"""A window is no larger than the screen it stands on, and stands where it is seen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.views.toolkit.on_screen import TITLE_BAR, fitting, nearest


def test_a_window_that_is_larger_than_the_screen_becomes_as_large_as_it(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size()
    assert fitting(QSize(20_000, 20_000), screen) == room - QSize(0, TITLE_BAR)
    assert fitting(QSize(20_000, 300), screen) == QSize(room.width(), 300)


def test_a_window_that_fits_keeps_its_size(qtbot: QtBot) -> None:
    assert fitting(QSize(300, 200), QGuiApplication.primaryScreen()) == QSize(300, 200)


def test_the_nearest_place_in_a_room() -> None:
    room = QRect(QPoint(10, 20), QPoint(110, 220))
    assert nearest(QPoint(50, 60), room) == QPoint(50, 60)
    assert nearest(QPoint(-5, 900), room) == QPoint(10, 220)
    assert nearest(QPoint(50, 60), QRect(QPoint(10, 20), QPoint(-300, -300))) == QPoint(10, 20)
