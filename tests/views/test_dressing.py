"""Another theme: who is seen wears it at once, who is hidden when they are shown, and all look as if made in it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.toolkit import dressing, tokens
from app.views.toolkit.style_sheet import style_sheet
from app.views.toolkit.theme import Theme, _palette
from app.views.widgets.labels import Label


class Told(QWidget):
    """Counts how often it is told that its style is another."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.times += event.type() == QEvent.Type.StyleChange


class Pages(QStackedWidget):
    """Two pages of what the style sheet colours; on the second one a strip is hidden at first."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.strip = Label("Nothing was saved", ink="red")
        self.pages: list[Told] = []
        self.columns: list[QVBoxLayout] = []
        for more in ((), (self.strip,)):
            self._add_page(*more)
        self.strip.hide()
        self.resize(300, 200)
        self.show()
        qtbot.addWidget(self)

    def _add_page(self, *more: QWidget) -> None:
        page = Told()
        page.setProperty("surface", "chrome")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        for part in (Label("Priority", ink="text2"), QLineEdit("printer"), QLineEdit(placeholderText="Filter"), *more):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who has the keyboard looks otherwise
            column.addWidget(part)
        self.addWidget(page)
        self.pages.append(page)
        self.columns.append(column)

    def show_page(self, number: int) -> QImage:
        """Go to a page; how it looks."""
        self.setCurrentIndex(number)
        self.columns[number].activate()
        return self.grab().toImage()


def seen_all(pages: Pages) -> Pages:
    """With both pages shown once, so that they have been dressed."""
    for number in (1, 0):
        pages.show_page(number)
    return pages


def test_hidden_pages_look_like_new_ones_when_they_are_shown(theme: Theme, qtbot: QtBot) -> None:
    pages = seen_all(Pages(qtbot))
    light = pages.show_page(0)
    theme.use("dark")
    shown = [pages.show_page(number) for number in (0, 1)]
    assert shown == [Pages(qtbot).show_page(number) for number in (0, 1)]
    theme.use("light")
    assert [pages.show_page(number) for number in (0, 1)] == [light, light]


def test_what_a_shown_page_still_hides_is_dressed_when_it_shows(theme: Theme, qtbot: QtBot) -> None:
    pages = Pages(qtbot)
    pages.strip.show()
    seen_all(pages)
    pages.strip.hide()
    theme.use("dark")
    pages.show_page(1)
    pages.strip.show()
    new = Pages(qtbot)
    new.strip.show()
    assert pages.show_page(1) == new.show_page(1)


def test_what_is_shown_on_a_hidden_page_is_dressed_with_it(theme: Theme, qtbot: QtBot) -> None:
    pages = seen_all(Pages(qtbot))
    pages.show_page(1)
    pages.strip.show()
    pages.strip.hide()
    theme.use("dark")
    pages.show_page(0)
    pages.strip.show()
    new = Pages(qtbot)
    new.strip.show()
    assert pages.show_page(1) == new.show_page(1)
    assert pages.strip.palette() == new.strip.palette()


def test_a_menu_wears_the_theme_of_when_it_opens(theme: Theme, qtbot: QtBot) -> None:
    def looks(menu: QMenu) -> QImage:
        menu.popup(QPoint(0, 0))
        picture = menu.grab().toImage()
        menu.close()
        return picture

    menus = [QMenu(), QMenu()]
    for menu in menus:
        menu.addAction("Take")
        qtbot.addWidget(menu)
    light = looks(menus[0])
    theme.use("dark")
    assert looks(menus[0]) == looks(menus[1]) != light


def test_only_who_is_seen_is_told_at_once(theme: Theme, qtbot: QtBot) -> None:
    """With every page open there are thousands of widgets; telling all of them takes the window's thread too long."""
    pages = seen_all(Pages(qtbot))
    before = [page.times for page in pages.pages]
    theme.use("dark")
    theme.use("light")
    assert [page.times for page in pages.pages] == [before[0] + 2, before[1]]
    pages.show_page(1)
    assert pages.pages[1].times == before[1] + 1
    pages.show_page(0)
    pages.show_page(1)
    assert pages.pages[1].times == before[1] + 1


def test_in_turns_nothing_is_painted_before_the_last_and_who_comes_meanwhile_is_dressed(
    theme: Theme, qtbot: QtBot
) -> None:
    pages = seen_all(Pages(qtbot))
    pages.show_page(0)
    with qtbot.waitSignal(theme.changed):
        theme.use("dark", at_once=False)
        assert not pages.updatesEnabled()
        pages.setCurrentIndex(1)
        pages.columns[1].addWidget(Label("Came meanwhile"))
    assert pages.updatesEnabled()
    new = Pages(qtbot)
    new.columns[1].addWidget(Label("Came meanwhile"))
    assert [pages.show_page(number) for number in (1, 0)] == [new.show_page(number) for number in (1, 0)]


@pytest.mark.parametrize("turns", range(12))
@pytest.mark.parametrize("comes_back", [False, True])
def test_in_whichever_turn_a_page_is_shown_it_wears_the_new_theme(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, turns: int, *, comes_back: bool
) -> None:
    """Marking thousands takes turns too, so a page may be shown, and hidden again, when some are marked."""
    monkeypatch.setattr(dressing, "_MARKED_AT_A_TIME", 1)
    pages = seen_all(Pages(qtbot))
    put_on = dressing.Wardrobe(theme._application).put_on(_palette(tokens.DARK), style_sheet(tokens.DARK))
    for _turn in range(turns):
        next(put_on, None)
    pages.setCurrentIndex(1)
    pages.columns[1].activate()
    if comes_back:
        pages.setCurrentIndex(0)
    for _piece in put_on:
        pass
    shown = [pages.show_page(number) for number in (1, 0)]
    new = Pages(qtbot)
    assert shown == [new.show_page(number) for number in (1, 0)]
    theme._table = tokens.DARK
    theme.use("light")
    plain = Pages(qtbot)
    assert [pages.show_page(number) for number in (1, 0)] == [plain.show_page(number) for number in (1, 0)]


def test_after_a_change_in_turns_hidden_pages_are_dressed_before_anybody_goes_there(theme: Theme, qtbot: QtBot) -> None:
    pages = Pages(qtbot)
    pages.strip.show()
    seen_all(pages)
    pages.strip.hide()
    before, strip = pages.pages[1].times, pages.strip.palette()
    theme.use("dark", at_once=False)
    qtbot.waitUntil(lambda: pages.pages[1].times == before + 1)
    parts = [part for part in pages.pages[1].findChildren(QWidget) if part is not pages.strip]
    qtbot.waitUntil(lambda: all(part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in parts))
    assert pages.strip.palette() == strip, "what that page hides is left for when it is shown"
    shown = pages.show_page(1)
    assert pages.pages[1].times == before + 1, "showing it is all that is left"
    assert shown == Pages(qtbot).show_page(1)
    pages.strip.show()
    new = Pages(qtbot)
    new.strip.show()
    assert pages.show_page(1) == new.show_page(1)


def test_what_goes_in_between_is_painted_when_it_comes_again(theme: Theme, qtbot: QtBot) -> None:
    pages, light = Pages(qtbot), Pages(qtbot).show_page(0)
    with qtbot.waitSignal(theme.changed):
        theme.use("dark", at_once=False)
        pages.hide()
    pages.show()
    assert pages.updatesEnabled()
    assert pages.show_page(0) != light


def test_another_theme_in_the_middle_of_one_comes_after_it(theme: Theme, qtbot: QtBot) -> None:
    pages = seen_all(Pages(qtbot))
    light = pages.show_page(0)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.use("dark", at_once=False)
    with qtbot.waitSignal(theme.changed):
        theme.use("light", at_once=False)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert pages.show_page(0) == light
