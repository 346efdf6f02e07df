"""Where a window has less room than its parts want: nothing is cut, and what has the keyboard is in view."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSizePolicy,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.views.dashboard.head import Head
from app.views.incident.collision import Choice, Row
from app.views.incident.composer_parts import Foot
from app.views.incident.conflict_panel import ConflictPanel
from app.views.incident.header import IncidentHeader
from app.views.queue.header import QueueHead
from app.views.reviews.section import Index, Section
from app.views.reviews.writing_pane import WritingPane
from app.views.settings_page.frame import SectionHead
from app.views.settings_page.policies.editor import PolicyEditor
from app.views.settings_page.versions import VersionFacts, VersionsCard
from app.views.shell.reading_ring import ReadingRing
from app.views.toolkit.marks import OWN_RING
from app.views.toolkit.theme import Theme
from app.views.widgets.at_its_width import AtItsWidth
from app.views.widgets.at_most import at_most
from app.views.widgets.button_row import ButtonRow
from app.views.widgets.buttons import Button
from app.views.widgets.chip_line_edit import ChipLineEdit
from app.views.widgets.column_area import ColumnArea
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.radio_card import RadioCard
from app.views.widgets.segments import Segments
from app.views.widgets.shared_columns import SharedColumns
from app.views.widgets.strips import InfoStrip
from tests.views.desks import Stage
from tests.words.room import faults_of

LONG = "New colleague cannot sign in anywhere since this morning, also not from home or from the other site"


def host_of(qtbot: QtBot, *parts: QWidget, width: int, height: int) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    host.resize(width, height)
    host.show()
    return host


def test_a_low_column_scrolls_to_what_has_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    area = ColumnArea()
    fields = [QLineEdit() for _ in range(6)]
    for field in fields:
        field.setFixedHeight(80)
        area.column.addWidget(field)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.minimumSizeHint().height() < 200
    with qtbot.waitActive(area):
        area.activateWindow()
    for field in (fields[-1], fields[0]):
        field.setFocus()
        seen = QRect(field.mapTo(area.viewport(), field.rect().topLeft()), field.size())
        assert area.viewport().rect().contains(seen)


def test_what_grows_once_it_has_the_keyboard_is_brought_into_view(theme: Theme, qtbot: QtBot) -> None:
    area = ColumnArea()
    above, field = QWidget(), QLineEdit()
    above.setFixedHeight(150)
    field.setFixedHeight(30)
    for part in (above, field):
        area.column.addWidget(part)
    qtbot.addWidget(area)
    area.resize(300, 230)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    assert area.verticalScrollBar().maximum() == 0
    field.setFocus()
    field.setFixedHeight(140)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    seen = QRect(field.mapTo(area.viewport(), field.rect().topLeft()), field.size())
    assert area.viewport().rect().contains(seen)


def test_a_column_asks_for_what_its_parts_need_at_the_width_that_there_is(theme: Theme, qtbot: QtBot) -> None:
    """It asked for the rows of the least width, so that it scrolled, and what was below had the height of those."""
    area = ColumnArea()
    head, below = Label("What does not work, " * 8, wrap=True), QLineEdit()
    head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    below.setFixedHeight(60)
    for part in (head, below):
        area.column.addWidget(part)
    qtbot.addWidget(area)
    area.resize(900, 125)
    area.show()
    assert head.heightForWidth(area.viewport().width()) < head.sizeHint().height()
    assert area.verticalScrollBar().maximum() == 0
    area.resize(140, 125)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


@pytest.mark.parametrize("width", [700, 410, 340])
def test_both_versions_of_a_field_are_shown_whole(width: int, theme: Theme, qtbot: QtBot) -> None:
    """The least window has 340 pixels for it: there the values stand below each other."""
    panel = ConflictPanel()
    at = datetime(2026, 11, 24, 14, tzinfo=UTC)
    row = Row(
        "short_description",
        "Short description",
        "VPN",
        LONG,
        f"{LONG}: second line informed",
        "Greta Nyman",
        at,
        Choice.MINE,
    )
    panel.ask([row], lambda when: f"{when:%H:%M}")
    host = host_of(qtbot, panel, width=width, height=500)
    cards = panel.findChildren(RadioCard)
    assert len(cards) == 3
    assert panel.width() <= width
    qtbot.waitUntil(lambda: (cards[0].y() == cards[1].y()) is (width == 700))
    for card in cards:
        assert card.height() >= card.heightForWidth(card.width())
    said = {label.text() for label in panel.findChildren(Label) if not label.isHidden()}
    assert said & {"VPN", "Was: VPN"}
    # It follows the window, and back.
    for wide in (1100 - width, width):
        host.resize(wide, 500)
        qtbot.waitUntil(lambda: (cards[0].y() == cards[1].y()) is (host.width() > 600))
    assert not list(faults_of(host, "conflict", set()))


def test_columns_give_in_a_narrow_window(theme: Theme, qtbot: QtBot) -> None:
    table = QTableWidget(3, 4)
    SharedColumns(table, [140, 0, 300, 260])
    host = host_of(qtbot, table, width=480, height=300)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(1) >= 100
    host.resize(1400, 300)
    assert [table.columnWidth(column) for column in (0, 2, 3)] == [140, 300, 260]


def test_alternatives_go_on_in_the_next_row(theme: Theme, qtbot: QtBot) -> None:
    choices = [(str(number), f"High contrast number {number}") for number in range(4)]
    segments = Segments(choices, "Theme", wrap=True)
    one_row = segments.sizeHint()
    host = host_of(qtbot, segments, width=one_row.width() // 2, height=300)
    assert segments.height() > one_row.height()
    assert not list(faults_of(host, "segments", set()))


def test_an_answer_that_is_too_long_is_cut_with_its_whole_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    choices = DigitChoices("Reason", [("short", "Needs skills"), ("long", LONG)])
    host = host_of(qtbot, choices, width=300, height=200)
    assert choices.width() <= 300
    assert LONG in {button.toolTip() for button in choices.findChildren(QAbstractButton)}
    assert not list(faults_of(host, "choices", set()))


def test_a_word_stands_at_the_height_of_the_field_beside_it(theme: Theme, qtbot: QtBot) -> None:
    row = QWidget()
    flow = FlowLayout(8, row)
    word, field, last = QLabel("Lock after"), QLineEdit(), QLabel("or at once")
    field.setFixedSize(160, 36)
    for part in (word, field, last):
        flow.addWidget(part)
    host = host_of(qtbot, row, width=500, height=200)
    assert host.isVisible()
    assert all(abs(part.geometry().center().y() - field.geometry().center().y()) <= 1 for part in (word, last))
    row.setFixedWidth(200)
    qtbot.waitUntil(lambda: last.y() > field.geometry().bottom() - 1)
    assert word.geometry().bottom() < field.y() or word.geometry().right() < field.x()


def test_the_index_of_a_review_goes_before_a_field_is_cut(theme: Theme, qtbot: QtBot) -> None:
    form = QWidget()
    form.setMinimumWidth(500)
    pane = WritingPane(form, Index([Section("summary", "Executive summary")]))
    host = host_of(qtbot, pane, width=1000, height=400)
    assert pane.side.isVisible()
    host.resize(700, 400)
    qtbot.waitUntil(pane.side.isHidden)
    form.setMinimumWidth(300)
    qtbot.waitUntil(pane.side.isVisible)


def test_versions_give_in_a_narrow_window(on_stage: Stage) -> None:
    card, at = VersionsCard(on_stage.context), datetime(2026, 11, 24, 14, tzinfo=UTC)
    card.show_versions([VersionFacts(1, at, at, LONG, LONG)])
    host = host_of(on_stage.qtbot, card, width=560, height=300)
    assert host.isVisible()
    assert card.width() <= 560


def test_the_head_of_an_incident_gives_in_a_window_that_becomes_narrow(on_stage: Stage) -> None:
    desk = on_stage.desk
    header = IncidentHeader(on_stage.context)
    host = host_of(on_stage.qtbot, header, width=1000, height=300)
    header.show_incident(desk.read(desk.log(LONG)), None)
    assert not header.filter.isHidden()
    host.resize(440, 300)
    on_stage.qtbot.waitUntil(header.filter.isHidden)
    assert header.width() <= 440


def test_buttons_give_up_keys_and_icons_before_one_goes_to_a_second_row(theme: Theme, qtbot: QtBot) -> None:
    row = ButtonRow()
    icons = {"Reply": "reply", "Note": "lock", "Assign": "circle-user", "Take": "user-plus"}
    buttons = [Button(text, icon=icon, keys="R" if text == "Reply" else "") for text, icon in icons.items()]
    for button, icon in zip(buttons, icons.values(), strict=True):
        row.add(button, icon)
    wide = [button.sizeHint().width() for button in buttons]
    host = host_of(qtbot, row, width=sum(wide) + 80, height=200)
    for less in (30, 80):
        host.resize(sum(wide) + 40 - less, 200)
        qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
        assert buttons[-1].geometry().right() <= row.width()
    host.resize(sum(wide) + 80, 200)
    qtbot.waitUntil(lambda: [button.width() for button in buttons] == wide)


def test_a_list_has_a_ring_around_itself_only_without_a_row_that_has_one(theme: Theme, qtbot: QtBot) -> None:
    ringing = ReadingRing(theme)
    rows, empty = QListWidget(), QListWidget()
    for each in (rows, empty):
        each.setProperty(OWN_RING, True)
    rows.addItem("A row")
    rows.setCurrentRow(0)
    host = host_of(qtbot, rows, empty, width=300, height=300)
    with qtbot.waitActive(host):
        host.activateWindow()
    for each, ringed in ((rows, False), (empty, True)):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        assert (ringing._ring is not None) is ringed
    ringing.deleteLater()


def test_what_has_no_room_is_found(theme: Theme, qtbot: QtBot) -> None:
    """The eye of `python -m tests.words.fit`: a cut text, and a part that lies on another one."""
    label = QLabel("Nobody can read the end of this")
    label.setFixedWidth(60)
    host = host_of(qtbot, label, width=300, height=100)
    assert [fault.text for fault in faults_of(host, "picture", set())] == [label.text()]
    row, crowd = QWidget(), QHBoxLayout()
    row.setLayout(crowd)
    for text in ("one field", "another field"):
        field = QLineEdit(text)
        field.setFixedWidth(100)
        crowd.addWidget(field)
    other = host_of(qtbot, row, width=300, height=100)
    assert not list(faults_of(other, "picture", set()))
    row.setFixedWidth(150)
    row.resize(150, row.height())
    crowd.activate()
    assert any("overlap" in fault.why or "cut off" in fault.why for fault in faults_of(other, "picture", set()))


def test_a_strip_and_the_foot_of_the_composer_part_into_two_rows_where_they_have_no_room(qtbot: QtBot) -> None:
    strip, foot = InfoStrip("You began this and did not save it: cause, summary, workaround."), Foot()
    buttons = [strip.add_button("Go on: cause", lambda: None), strip.add_button("Go on: summary", lambda: None)]
    foot.status.set_text("Draft saved 14:02")
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1000, 400)
    around.show()
    for row, ends in ((strip, buttons), (foot, [foot.discard, foot.send])):
        row.setParent(around)
        row.show()
        for width, rows in ((900, 1), (row.minimumSizeHint().width(), 2), (900, 1)):
            row.resize(width, row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height())
            QApplication.sendPostedEvents()
            top = row.first.geometry()
            assert (ends[0].geometry().top() > top.bottom()) == (rows == 2), width
            assert max(end.geometry().right() for end in ends) < width
            assert min(end.geometry().left() for end in ends) >= 0


def test_what_has_no_room_below_either_goes_on_in_a_third_row(theme: Theme, qtbot: QtBot) -> None:
    """Three long buttons on a strip made the whole column wider than the window."""
    strip = InfoStrip("Escalated to Workplace: waits for acknowledgement by today 14:20.", "amber")
    buttons = [strip.add_button(text, lambda: None) for text in ("Acknowledge it", "Take it over", "All escalations")]
    host = host_of(qtbot, strip, width=1000, height=400)
    assert len({button.y() for button in buttons}) == 1
    host.resize(strip.minimumSizeHint().width() + 40, 400)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    ends = {button.geometry().right() for button in buttons}
    assert max(ends) < strip.width()
    qtbot.waitUntil(lambda: not list(faults_of(host, "strip", set())))


def test_the_tools_of_the_dashboard_go_on_in_the_next_row(theme: Theme, qtbot: QtBot) -> None:
    """Four periods were cut to their first letters, so that the buttons beside them had room."""
    periods = Segments([(str(days), f"{days} days") for days in (1, 7, 30, 90)], "Period")
    tools = [periods, *(Button(text) for text in ("All assignment groups", "Pause", "As a table", "Export"))]
    head = Head("Dashboard", tools)
    whole = periods.sizeHint().width()
    host = host_of(qtbot, head, width=1200, height=300)
    assert len({tool.geometry().center().y() for tool in tools}) == 1
    host.resize(460, 300)
    qtbot.waitUntil(lambda: len({tool.geometry().center().y() for tool in tools}) > 1)
    assert periods.width() == whole
    assert not list(faults_of(host, "head", set()))


def test_chips_give_before_they_lie_on_each_other(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "words", "/")
    field.set_text("is:open sort:-risk group:none")
    host = host_of(qtbot, field, width=field.minimumSizeHint().width() + 24, height=100)
    assert not list(faults_of(host, "chips", set()))


def test_what_is_never_wider_than_so_much_is_as_high_as_it_is_at_that_width(theme: Theme, qtbot: QtBot) -> None:
    """In a wide window the last fields of a page of settings were cut: its texts were thought to take fewer lines."""
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.addWidget(Label(LONG * 6, wrap=True))
    inside.addWidget(QLineEdit())
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addLayout(at_most(page, 500))
    column.addStretch(1)
    assert host.heightForWidth(1600) == host.heightForWidth(500 + 2 * column.contentsMargins().left())


def test_the_reasons_that_stop_a_clock_are_told_apart_at_every_width(theme: Theme, qtbot: QtBot) -> None:
    """Six of them were `Await…`: each begins with the same word, and the heads of the columns took the room."""
    editor = PolicyEditor(("Critical", "High"))
    host = host_of(qtbot, editor, width=1300, height=900)
    for width in (1300, 900, 800, 600):
        host.resize(width, 900)
        QApplication.processEvents()
        assert not [fault for fault in faults_of(host, "pauses", set()) if "looks like" in fault.why], width


def test_two_names_that_are_cut_to_the_same_letters_are_found(theme: Theme, qtbot: QtBot) -> None:
    names = [ElidedLabel(f"Awaiting the {whom}") for whom in ("caller", "vendor")]
    inside = QWidget()
    column = QVBoxLayout(inside)
    for name in names:
        column.addWidget(name)
    host = host_of(qtbot, inside, width=400, height=100)
    assert not list(faults_of(host, "names", set()))
    host.resize(90, 100)
    QApplication.processEvents()
    found = list(faults_of(host, "names", set()))
    assert any("looks like" in fault.why for fault in found), [(name.width(), name.shown()) for name in names]


def test_numbers_of_a_list_are_never_cut(theme: Theme, qtbot: QtBot) -> None:
    """At 150 % on a small laptop every problem was `PRB-00…`."""
    table = QTableWidget(3, 4)
    SharedColumns(table, [108, 0, 300, 260], whole={0})
    host = host_of(qtbot, table, width=480, height=300)
    assert host.isVisible()
    assert table.columnWidth(0) == 108
    assert table.columnWidth(2) < 300
    assert table.horizontalScrollBar().maximum() == 0


def test_a_part_is_as_high_as_it_is_at_its_width(theme: Theme, qtbot: QtBot) -> None:
    """As the composer with its tabs in two rows, which was squeezed to what it needs with them in one."""
    part = AtItsWidth()
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column, tabs = QVBoxLayout(part), FlowLayout(8)
    column.addLayout(tabs)
    for text in ("To the caller", "For the desk only", "For everybody who follows"):
        tabs.addWidget(Button(text))
    column.addWidget(QLineEdit())
    host = host_of(qtbot, part, width=900, height=400)
    for width in (900, 260, 900):
        host.resize(width, 400)
        qtbot.waitUntil(lambda: part.height() == part.heightForWidth(part.width()))
        assert not list(faults_of(host, "part", set()))


def test_the_name_of_a_list_is_read_whole_before_the_menus_have_their_words(theme: Theme, qtbot: QtBot) -> None:
    head = QueueHead(lambda _text: "Alle offenen Incidents der Gruppen für das Netz und für Anwendungen der Verwaltung")
    qtbot.addWidget(head)
    head.show_filter("is:open", "group", None)
    head.resize(1400, head.height())
    head.show()
    usual = head.view_button.sizeHint().width()
    whole = sum(each.sizeHint().width() for each in (head._title, head.segments, head.group_button, head.view_button))
    for width, words_shown in ((whole, False), (1400, True)):
        head.resize(width, head.height())
        qtbot.waitUntil(lambda: head._title.shown() == head._title.text())
        qtbot.waitUntil(lambda: head.view_button.width() == head.view_button.sizeHint().width())
        assert (head.view_button.width() == usual) is words_shown
        assert (head.view_button.toolTip(), head.view_button.text()) == (
            "" if words_shown else "View",
            "View",
        )


def test_the_title_of_a_section_is_read_whole_before_its_buttons_have_their_words(theme: Theme, qtbot: QtBot) -> None:
    head = SectionHead("SLA-Richtlinien")
    qtbot.addWidget(head)
    buttons = [Button(text, icon="copy") for text in ("Entfernen", "Kopieren", "Neue Richtlinie")]
    for button in buttons:
        head.row.addWidget(button)
    head.resize(900, head.height())
    head.show()
    whole = head.title.sizeHint().width() + sum(button.sizeHint().width() for button in buttons) + 3 * 8 + 2 * 20
    for width, told in ((whole, ["", "", ""]), (whole - 10, ["Entfernen", "", ""]), (whole, ["", "", ""])):
        head.resize(width, head.height())
        qtbot.waitUntil(lambda: head.title.shown() == "SLA-Richtlinien")
        assert [button.toolTip() for button in buttons] == told
