"""Theme, fonts, icons, formats, window state and toasts."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QPoint, QRect, QTranslator
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QImage, QPainter, QPalette, QRawFont, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.infra.resources import resource_path
from app.views.action_catalogue import CATALOGUE
from app.views.notifications.panel import in_two
from app.views.toolkit import toast as toast_module
from app.views.toolkit import tokens
from app.views.toolkit.background import Background
from app.views.toolkit.fonts import font, load_substitutes
from app.views.toolkit.formats import Formats, age, ago, ago_spoken, duration, unbroken, zone_named
from app.views.toolkit.icons import icon, paint_icon
from app.views.toolkit.kept_clear import keep_clear, never_cover, never_cover_card
from app.views.toolkit.marks import initials, keys_shown, state_look, text_width
from app.views.toolkit.state import WindowState, read_state
from app.views.toolkit.style_sheet import style_sheet
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.toast import Toast, ToastAction, Toasts
from app.views.widgets.buttons import Button

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_every_step_of_the_type_scale_has_a_real_font(theme: Theme) -> None:
    for style in tokens.TYPE_SCALE:
        assert QFontInfo(font(style)).family().startswith(style.family.value)
        assert font(style) is font(style), "fonts are made once"


def test_weights_differ_to_the_eye(theme: Theme) -> None:
    widths = [QFontMetrics(font(style)).horizontalAdvance("Mainstay") for style in (tokens.UI, tokens.UI_STRONG)]
    assert widths[0] < widths[1]


@pytest.mark.parametrize("text", ["打印机", "プリンタ", "프린터", "طابعة", "מדפסת"])
def test_every_script_that_documents_print_is_shown_in_the_window_too(theme: Theme, text: str) -> None:
    load_substitutes()
    layout = QTextLayout(text, font(tokens.UI))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs, "glyph 0 is the box for what a font lacks"
    assert load_substitutes() == (), "nothing is loaded twice"


def test_the_font_for_chinese_and_korean_is_not_taken_for_one_of_the_system() -> None:
    bundled = QRawFont(str(resource_path("fonts", "print", "DroidSansFallback.ttf")), 12)
    assert bundled.familyName() == "Mainstay Fallback", "Debian's Droid Sans Fallback, without Korean, came first"


def test_digits_have_one_width_in_tabular_fonts(theme: Theme) -> None:
    measure = QFontMetrics(font(tokens.UI, tabular=True))
    assert {measure.horizontalAdvance(digit) for digit in "0123456789"} == {measure.horizontalAdvance("0")}
    assert isinstance(font(tokens.UI, tabular=True), QFont)


def test_the_theme_is_changed_without_a_restart(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    light = colour("surface").name()
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    assert theme.dark
    assert colour("surface").name() != light
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens.DARK["surface"].lower()
    assert tokens.DARK["control"] in qapp.styleSheet()


def test_a_damaged_setting_means_the_theme_of_the_system(theme: Theme) -> None:
    theme.use("mauve")
    assert theme.mode == "system"
    assert [theme.use_next() for _ in range(3)] == ["light", "dark", "system"]


def test_high_contrast_is_chosen_and_left(theme: Theme) -> None:
    worn = []
    for mode in ("high_dark", "high_light"):
        theme.use(mode)
        worn.append((theme.dark, colour("text3").name()))
    assert worn == [(True, "#ffffff"), (False, "#000000")]
    assert colour("border").name() == "#000000"
    assert theme.use_next() == "system"


def test_the_style_sheet_names_known_tokens_only() -> None:
    assert "$" not in style_sheet(tokens.LIGHT)


def test_icons_take_the_colour_of_the_theme(theme: Theme) -> None:
    def darkest() -> int:
        image = QImage(16, 16, QImage.Format.Format_ARGB32)
        image.fill(colour("surface"))
        painter = QPainter(image)
        paint_icon(painter, "inbox", colour("text"), 0, 0)
        painter.end()
        shades = [image.pixelColor(x, y).lightness() for x in range(16) for y in range(16)]
        return min(shades) if not theme.dark else 255 - max(shades)

    assert darkest() < 80
    theme.use("dark")
    assert darkest() < 80


def test_every_icon_of_the_catalogue_is_there(theme: Theme) -> None:
    for spec in CATALOGUE:
        assert resource_path("icons", f"{spec.icon}.svg").is_file()
    assert not icon("inbox").isNull()


@pytest.mark.parametrize(
    ("span", "short", "spoken"),
    [
        (timedelta(seconds=59), "now", "just now"),
        (timedelta(seconds=-5), "now", "just now"),
        (timedelta(minutes=2), "2 m", "2 minutes ago"),
        (timedelta(hours=1), "1 h", "1 hour ago"),
        (timedelta(days=3, hours=20), "3 d", "3 days ago"),
        (timedelta(days=30), "4 w", "4 weeks ago"),
        (timedelta(days=3900), "10 y", "10 years ago"),
    ],
)
def test_how_long_ago(span: timedelta, short: str, spoken: str) -> None:
    assert ago(NOW - span, NOW) == short
    assert ago_spoken(NOW - span, NOW) == spoken


@pytest.mark.parametrize(
    ("span", "written", "as_age"),
    [
        (timedelta(days=2, hours=4), "2 d 4 h", "2 d 4 h"),
        (timedelta(hours=3, minutes=5), "3 h 05 m", "3 h 05 m"),
        (timedelta(minutes=41), "0:41", "41 m"),
        (timedelta(0), "0:00", "0 m"),
    ],
)
def test_durations(span: timedelta, written: str, as_age: str) -> None:
    assert duration(span) == written
    assert age(span) == as_age


def test_a_number_is_never_parted_from_its_unit() -> None:
    assert (
        unbroken("6 h 38 m of 27 h used, 15 min late") == "6\u00a0h\u00a038\u00a0m of 27\u00a0h used, 15\u00a0min late"
    )
    assert unbroken("Due 9 May, 3 hours") == "Due 9 May, 3 hours"


def test_times_are_shown_in_the_zone_and_locale_of_the_reader() -> None:
    tokyo = Formats(ZoneInfo("Asia/Tokyo"), QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    late = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
    assert tokyo.moment(late, NOW) == "Tomorrow 05:30"
    assert tokyo.within(late, NOW) == "tomorrow 05:30"
    assert tokyo.within(datetime(2026, 5, 14, tzinfo=UTC), NOW) == "14 May 09:00"
    assert tokyo.day(NOW - timedelta(days=1), NOW) == "Yesterday"
    assert tokyo.day(datetime(2025, 11, 14, tzinfo=UTC), NOW) == "14 Nov 2025"
    assert "JST" in tokyo.full(late)
    german = Formats(ZoneInfo("Europe/Berlin"), QLocale(QLocale.Language.German))
    assert german.day(datetime(2026, 5, 14, tzinfo=UTC), NOW) == "14 Mai"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        Formats().time(datetime(2026, 1, 1))  # noqa: DTZ001 - the mistake under test


def test_unknown_zones_mean_that_of_the_computer() -> None:
    assert zone_named("Atlantis/Centre") is None
    assert zone_named("") is None
    assert zone_named("Europe/Berlin") is not None


def test_initials_and_looks_cope_with_anything() -> None:
    assert initials("Mara Lindqvist") == "ML"
    assert initials("Anne-Marie van Dijk") == "AD"
    assert initials("  ") == "?"
    assert initials("王伟") == "王"
    assert state_look("awaiting_user_info").label == "Awaiting user info"


def test_keys_are_shown_as_caps() -> None:
    assert keys_shown("Ctrl+K") == ("Ctrl K",)
    assert keys_shown("G, Q") == ("G", "Q")
    assert keys_shown("Ctrl+Return") == ("Ctrl ↵",)
    assert keys_shown("Ctrl++") == ("Ctrl +",)


def test_keys_are_called_as_in_the_menus_of_the_language(qapp: QApplication) -> None:
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(german)
    try:
        assert keys_shown("Ctrl+Shift+Return") == ("Strg Umschalt ↵",)
        assert keys_shown("Shift+G, Del") == ("Umschalt G", "Entf")
    finally:
        qapp.removeTranslator(german)


def test_the_window_state_survives_a_restart(background: Background, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "window.json"
    state = WindowState(path, background)
    state.set("queue.columns", {"number": 92})
    with qtbot.waitSignal(background.idle):
        state.save()
    assert WindowState(path, background).get("queue.columns", {}) == {"number": 92}


def test_two_windows_on_one_computer_keep_what_each_remembered(
    background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "window.json"
    path.write_text(json.dumps({"view.late": {"sort": "sla"}, "queue.preview": True}))
    one, two = WindowState(path, background), WindowState(path, background)
    one.set("queue.widths", {"number": 92})
    one.set("view.late", None)
    two.set("queue.preview", value=False)
    one.set("window.size", [800, 600])
    two.set("window.size", [1366, 768])
    for state in (one, two, one):
        state.save()
        qtbot.waitUntil(lambda: not background.busy)
    again = WindowState(path, background)
    assert again.get("queue.widths", {}) == {"number": 92}
    assert again.get("view.late") is None, "what one forgot, the other does not bring back"
    assert again.get("queue.preview", default=True) is False
    assert again.get("window.size", []) == [1366, 768], "the later of the two; the first had changed nothing since"


def test_two_programs_that_write_at_once_lose_no_key(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "window.json"
    code = (
        "import sys; from pathlib import Path; from app.views.toolkit.state import _write\n"
        "print('here', flush=True); sys.stdin.readline()\n"
        "for number in range(20):\n"
        "    key = f'{sys.argv[2]}.{number}'\n"
        "    assert not _write(Path(sys.argv[1]), {key: number}, frozenset({key}))\n"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("one", "two")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "here\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=60)
    assert [program.returncode for program in programs] == [0, 0]
    assert len(read_state(path)) == 40
    assert [each.name for each in path.parent.iterdir()] == ["window.json"]


def test_a_damaged_window_state_starts_anew(
    background: Background, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"half": ')
    assert WindowState(path, background).get("half", 3) == 3
    assert "starts anew" in caplog.text
    path.write_text(json.dumps({"queue.sort": 7}))
    assert WindowState(path, background).get("queue.sort", "number") == "number"


def test_the_keyboard_is_seen_on_every_button_of_a_toast_and_covers_no_word(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    Toasts(host).show("INC-000123 resolved", ToastAction("Undo", lambda: None, "Ctrl+Z"))
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    for button in host.findChildren(QAbstractButton):
        inner = button.rect().adjusted(4, 4, -4, -4)
        host.setFocus()
        before = button.grab().toImage()
        button.setFocus()
        assert button.hasFocus()
        after = button.grab().toImage()
        assert after != before, button.accessibleName()
        assert after.copy(inner) == before.copy(inner), button.accessibleName()


def test_a_toast_offers_the_way_back_and_goes_when_it_is_taken(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    toasts = Toasts(host)
    undone: list[str] = []
    toasts.show("INC-000123 resolved", ToastAction("Undo", lambda: undone.append("yes"), "Ctrl+Z"))
    assert toasts.text == "INC-000123 resolved"
    assert toasts.undo()
    assert undone == ["yes"]
    assert toasts.text == ""
    assert not toasts.undo(), "there is nothing left to take back"


def test_a_newer_toast_takes_the_place_of_the_older(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    toasts = Toasts(host)
    toasts.show("One")
    toasts.show("Two" * 80)
    assert toasts.text == "Two" * 80
    toasts.dismiss()
    assert toasts.text == ""


def test_a_way_back_stays_while_other_things_are_told(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    toasts = Toasts(host)
    undone: list[str] = []
    for number in ("1", "2"):
        toasts.show(f"{number} resolved", ToastAction("Undo", partial(undone.append, number), "Ctrl+Z"))
    toasts.show("4 notifications")
    assert toasts.text == "4 notifications"
    shown = [toast for toast in host.findChildren(Toast) if toast.isVisible()]
    assert [toast.accessibleName() for toast in shown] == ["2 resolved", "4 notifications"]
    assert not shown[0].geometry().intersects(shown[1].geometry())
    assert toasts.undo()
    assert not shown[0].isVisible()
    assert toasts.text == "4 notifications", "it still stands"
    assert toasts.undo()
    assert undone == ["2", "1"]
    assert not toasts.undo()
    toasts.dismiss()


def test_a_way_back_is_gone_once_its_time_is_over(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast_module, "SHOWN_MS", 0)
    host = QWidget()
    qtbot.addWidget(host)
    toasts = Toasts(host)
    toasts.show("1 resolved", ToastAction("Undo", lambda: None, "Ctrl+Z"), shown_ms=0)
    qtbot.waitUntil(lambda: toasts.text == "")
    qtbot.waitUntil(lambda: not toasts.undo())


def test_a_toast_that_is_closed_leaves_its_key(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toasts = Toasts(host)
    undone: list[str] = []
    toasts.show("1 resolved", ToastAction("Undo", lambda: undone.append("yes"), "Ctrl+Z"))
    shown = host.findChild(Toast)
    assert shown is not None
    shown.close()
    assert toasts.undo()
    assert undone == ["yes"]


def test_a_long_sentence_in_a_toast_ends_before_its_buttons(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(500, 300)
    qtbot.addWidget(host)
    toasts = Toasts(host)
    host.show()
    toasts.show("The database cannot be reached. " * 8, ToastAction("Undo", lambda: None, "Ctrl+Z"))
    toast = host.findChild(Toast)
    assert toast is not None
    assert toast.width() <= host.width()
    assert toast.toolTip() == toasts.text
    buttons = toast.findChildren(QAbstractButton)
    assert all(toast.rect().contains(button.geometry()) for button in buttons)
    toasts.dismiss()


def test_a_toast_is_never_wider_than_a_window_that_became_narrow(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 600)
    window.show()
    toasts = Toasts(window)
    toasts.show(
        "Text 150 %, once Mainstay is opened anew. What you typed is kept.", ToastAction("Open anew", lambda: None)
    )
    toast = window.findChildren(Toast)[0]
    wanted = toast.width()
    for width in (400, 1200):
        window.resize(width, 600)
        assert toast.width() == min(wanted, width - 24)
        assert window.rect().contains(toast.geometry())
    toasts.dismiss()


def test_toasts_make_way_for_what_a_page_is_for(theme: Theme, qtbot: QtBot) -> None:
    host, panel = QWidget(), QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    panel.setParent(host)
    panel.setGeometry(0, 300, 900, 260)
    panel.hide()
    send, cancel = Button("Send", kind="primary", parent=host), Button("Cancel incident", kind="danger", parent=panel)
    send.setGeometry(400, 520, 120, 32)
    cancel.setGeometry(380, 150, 160, 32)
    host.show()
    toasts = Toasts(host)
    toasts.show("INC-000123 resolved", ToastAction("Undo", lambda: None, "Ctrl+Z"))
    toasts.show("4 notifications")
    shown = host.findChildren(Toast)

    def clear(button: Button) -> bool:
        return not any(
            toast.geometry().intersects(QRect(button.mapTo(host, QPoint()), button.size())) for toast in shown
        )

    assert len(shown) == 2
    assert clear(send)
    panel.show()
    qtbot.waitUntil(lambda: clear(cancel))
    keep_clear(panel)
    panel.setGeometry(0, 60, 900, 500)
    qtbot.waitUntil(lambda: min(toast.y() for toast in shown) == 56)
    assert not shown[0].geometry().intersects(shown[1].geometry())
    toasts.dismiss()


def test_toasts_never_cover_what_is_read_while_one_types(theme: Theme, qtbot: QtBot) -> None:
    host, layer, help_of_the_filter = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    layer.setParent(host)
    layer.setGeometry(0, 0, 900, 600)
    card = QWidget(layer)
    card.setGeometry(200, 70, 500, 300)
    help_of_the_filter.setParent(host)
    help_of_the_filter.setGeometry(200, 50, 380, 300)
    never_cover_card(layer, card)
    never_cover(help_of_the_filter)
    for each in (layer, help_of_the_filter):
        each.hide()
    send = Button("Send", kind="primary", parent=host)
    send.setGeometry(400, 380, 120, 170)
    host.show()
    toasts = Toasts(host)
    toasts.show("4 notifications")
    (toast,) = host.findChildren(Toast)
    assert toast.geometry().bottom() < 380

    help_of_the_filter.show()
    qtbot.waitUntil(lambda: toast.y() > 350)
    assert toast.isVisible(), "rather on the button than on the help"
    help_of_the_filter.hide()
    layer.show()
    qtbot.waitUntil(lambda: toast.y() == 600 - 28 - 16 - 40)
    card.setGeometry(200, 70, 500, 500)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < 70)
    assert toast.y() >= 8
    toasts.show("Network: 2 new")
    toasts.show("1 resolved", ToastAction("Undo", lambda: None, "Ctrl+Z"))
    offer, news = sorted(host.findChildren(Toast)[-2:], key=lambda each: each.isHidden())
    assert (offer.isVisible(), news.isVisible()) == (True, False)
    card.setGeometry(200, 10, 500, 580)
    qtbot.waitUntil(offer.isHidden)
    layer.hide()
    qtbot.waitUntil(lambda: offer.isVisible() and news.isVisible())
    assert not offer.geometry().intersects(news.geometry())
    toasts.dismiss()


def test_a_long_title_takes_two_lines_at_a_space(qapp: QApplication) -> None:
    title = "A hold was over and nobody resumed: INC-000252 Wants a second monitor for the home office"
    first, second = in_two(tokens.UI, title, 340)
    assert f"{first} {second}" == title
    assert text_width(tokens.UI, first) <= 340 < text_width(tokens.UI, f"{first} {second.split()[0]}")
    assert in_two(tokens.UI, "Short", 340) == ("Short", "")
    assert in_two(tokens.UI, "x" * 200, 340) == ("x" * 200, "")


def test_a_link_stands_near_to_the_edge_that_others_keep(qapp: QApplication) -> None:
    link, button = Button("Why?", kind="link"), Button("Why?")
    assert link.sizeHint().width() - text_width(tokens.UI_MEDIUM, "Why?") == 8
    assert button.sizeHint().width() - text_width(tokens.UI_MEDIUM, "Why?") == 24
