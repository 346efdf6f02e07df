"""Pages with nothing to show, and fields that may only be read: where the keyboard is, and what is not said there."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.dashboard.dto import Figure, Section
from app.views.context import Place, ViewContext
from app.views.dashboard.backlog import Part
from app.views.escalations.page import EscalationsPage
from app.views.incident.page import IncidentPage
from app.views.pages import Page
from app.views.problems.page import ProblemsPage
from app.views.reviews.codecs import DAY
from app.views.reviews.editors import LineEditor
from app.views.reviews.page import ReviewsPage
from app.views.settings_page.chips import Chips
from app.views.settings_page.policies.editor import PolicyEditor
from app.views.toolkit.theme import Theme
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from app.views.widgets.fixed_text import fix
from tests.views.desks import Stage


@pytest.mark.parametrize(
    ("make", "offer"),
    [(ReviewsPage, "Go to the queue"), (EscalationsPage, "Go to the queue"), (ProblemsPage, "New problem")],
)
def test_the_keyboard_is_at_what_an_empty_list_offers(
    on_stage: Stage, make: Callable[[ViewContext], Page], offer: str
) -> None:
    page = on_stage.show(make(on_stage.context))
    page.open("")
    page.setFocus()
    page.focus_start()
    # Qt shows what is put into a layout a moment later, and gives it the keyboard then.
    on_stage.wait_for(lambda: isinstance(page.window().focusWidget(), Button))
    focused = page.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == offer
    assert len(in_colour(page)) < 2


def in_colour(page: QWidget) -> list[str]:
    """What stands out of a page: its one main act, or nothing."""
    buttons = [each for each in page.findChildren(Button) if each.isVisible() and each._is_filled]
    return [each.text() for each in buttons]


def test_a_list_that_has_emptied_says_no_place_in_it_and_nothing_jumps(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    title = page.header.title.y()
    page.header.show_place(Place(1, 1))
    on_stage.settle()
    assert page.header.place.isVisible()
    assert page.header.title.y() == title
    page.header.show_place(Place(0, 0))
    assert not page.header.place.isVisible()
    assert not page.header.next.isVisible()


def test_a_field_that_may_only_be_read_proposes_nothing(theme: Theme, qtbot: QtBot) -> None:
    line = LineEditor("Look again on", DAY)
    qtbot.addWidget(line)
    asked = line.line.placeholderText()
    assert asked
    line.set_fixed(True)
    assert line.line.placeholderText() == "", "an example would be read as what stands there"
    line.set_fixed(False)
    assert line.line.placeholderText() == asked


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_a_field_that_may_only_be_read_looks_so(
    theme: Theme, qtbot: QtBot, make: Callable[[], QLineEdit | QPlainTextEdit]
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.resize(120, 60)
    before = ground(field)
    fix(field, fixed=True)
    assert field.isReadOnly()
    assert ground(field) != before
    fix(field, fixed=False)
    assert not field.isReadOnly()
    assert ground(field) == before


def ground(field: QLineEdit | QPlainTextEdit) -> QColor:
    """The colour that text would stand on."""
    return field.grab().toImage().pixelColor(60, 30)


def test_a_policy_that_may_only_be_read_has_such_fields(theme: Theme, qtbot: QtBot) -> None:
    editor = PolicyEditor(["P1", "P2"])
    qtbot.addWidget(editor)
    editor.set_fixed(True)
    lines = editor.matrix.findChildren(QLineEdit)
    assert len(lines) > 6
    assert {line.property("fixed") for line in (*lines, editor.name)} == {"true"}


def test_where_nobody_is_named_it_is_said_to_who_cannot_name_them(theme: Theme, qtbot: QtBot) -> None:
    chips, options = Chips("Managers", fixed=True), [Option("a", "Ada")]
    qtbot.addWidget(chips)
    chips.show_chosen([], options)
    assert not chips.nobody.isHidden()
    chips.show_chosen(["a"], options)
    assert chips.nobody.isHidden()


def test_a_pale_part_of_a_backlog_has_an_edge(theme: Theme, qtbot: QtBot) -> None:
    part = Part(None)  # type: ignore[arg-type]  # a window of its own, for its picture
    qtbot.addWidget(part)
    part.resize(80, 24)
    part.show_figure(Figure(Section.BACKLOG, "4", "Service desk", "", "", 9.0))
    picture = part.grab().toImage()
    edge, inside = picture.pixelColor(40, 0), picture.pixelColor(40, 3)
    assert abs(edge.lightness() - inside.lightness()) > 60
