"""A screenshot before it is sent: a part cut out, a part made unreadable, an arrow; by hand and by keys."""

import pytest
from PySide6.QtCore import QLineF, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from app.domain.errors import BadInput
from app.services.incidents.dto import NewFile
from app.views.incident.attach_bar import AttachBar
from app.views.incident.page import IncidentPage
from app.views.incident.picture_canvas import Tool
from app.views.incident.picture_chip import PictureChip
from app.views.incident.picture_edits import blurred, cropped, decoded, encoded, pointed
from app.views.incident.picture_sheet import PictureSheet
from tests.views.desks import Stage

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def striped(width: int = 400, height: int = 300) -> QImage:
    """Black and white columns of two pixels, as fine as small print."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for left in range(0, width, 4):
        painter.fillRect(left, 0, 2, height, QColor("black"))
    painter.end()
    return image


def lightness(image: QImage, part: QRect) -> set[int]:
    return {
        image.pixelColor(x, y).lightness()
        for x in range(part.left(), part.right())
        for y in range(part.top(), part.bottom())
    }


@pytest.mark.parametrize("part", [QRect(40, 40, 200, 30), QRect(0, 0, 400, 300), QRect(300, 200, 500, 500)])
def test_what_is_blurred_cannot_be_read_and_the_rest_stays(part: QRect) -> None:
    before = striped()
    after = blurred(before, part)
    inside = part & before.rect()
    seen = lightness(after, inside)
    assert max(seen) - min(seen) < 40, "columns of two pixels are one grey"
    outside = [(x, y) for x in range(0, 400, 7) for y in range(0, 300, 7) if not inside.contains(x, y)]
    assert all(after.pixel(x, y) == before.pixel(x, y) for x, y in outside)


def test_large_letters_are_unreadable_too() -> None:
    image = QImage(800, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for left in range(0, 800, 80):
        painter.fillRect(left, 0, 40, 400, QColor("black"))
    painter.end()
    seen = lightness(blurred(image, image.rect()), QRect(120, 100, 560, 200))
    assert max(seen) - min(seen) < 140, "no column is black or white any more"


def test_a_part_is_cut_out_and_an_arrow_is_drawn() -> None:
    image = striped()
    assert cropped(image, QRect(350, 250, 100, 100)).size().toTuple() == (50, 50), "what lies outside is not there"
    arrow = pointed(image, QLineF(50, 50, 200, 200))
    ink = arrow.pixelColor(125, 125)
    assert ink.red() > 150 > ink.green()
    assert image.pixelColor(125, 125).saturation() == 0, "the picture before stays, so that it can be taken back"


def test_a_changed_file_is_a_png_without_what_the_file_carried_and_keeps_to_the_limit() -> None:
    file = NewFile("photo.jpg", "image/jpeg", b"")
    made = encoded(striped(), file, 1_000_000)
    assert (made.file_name, made.media_type) == ("photo.png", "image/png")
    assert decoded(made).size().toTuple() == (400, 300)
    with pytest.raises(BadInput, match=r"photo\.png has"):
        encoded(striped(), file, 10)
    with pytest.raises(BadInput, match="cannot be shown"):
        decoded(NewFile("broken.png", "image/png", b"no picture"))


def attached(stage: Stage) -> tuple[AttachBar, NewFile]:
    page = stage.show(IncidentPage(stage.context))
    page.open(stage.desk.log())
    stage.settle()
    bar = page.writing.composer.attachments
    bar.add_files([NewFile("a.txt", "text/plain", b"a")])
    bar.add_picture(striped())
    stage.settle()
    bar.add_files([NewFile("z.txt", "text/plain", b"z")])
    return bar, bar.files()[1]


def picture_of(bar: AttachBar) -> PictureChip:
    (chip,) = (each for each in bar._chips if isinstance(each, PictureChip))
    return chip


def opened(stage: Stage, bar: AttachBar) -> PictureSheet:
    QTest.keyClick(picture_of(bar).picture, Qt.Key.Key_Return)
    stage.settle()
    sheet = stage.context.toasts.host.findChildren(PictureSheet)[-1]
    assert not sheet.canvas.image.isNull()
    return sheet


def test_a_pasted_picture_is_changed_by_keys_alone(on_stage: Stage) -> None:
    bar, before = attached(on_stage)
    sheet = opened(on_stage, bar)
    canvas = sheet.canvas
    assert sheet.window().focusWidget() is canvas
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.image.size().toTuple() == (200, 150), "the part in the middle is chosen to begin with"
    QTest.keyClick(canvas, Qt.Key.Key_Z, _CTRL)
    assert canvas.image.size().toTuple() == (400, 300)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Right, _SHIFT)
    assert canvas.part() == QRect(93, 75, 207, 150)
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert canvas.tool is Tool.BLUR
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_3)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Return, _CTRL)
    on_stage.settle()
    names = [file.file_name for file in bar.files()]
    assert names == ["a.txt", before.file_name, "z.txt"], "it stands where it stood"
    assert bar.files()[1].data != before.data
    assert bar.window().focusWidget() is picture_of(bar).picture, "the keyboard goes on from there"
    seen = decoded(bar.files()[1])
    assert seen.size().toTuple() == (400, 300)
    grey = lightness(seen, QRect(240, 90, 20, 40))
    assert max(grey) - min(grey) < 60


def test_a_part_is_drawn_by_hand(on_stage: Stage) -> None:
    bar, _before = attached(on_stage)
    canvas = opened(on_stage, bar).canvas
    frame = canvas._frame().toRect()
    corner = frame.topLeft() + QPoint(frame.width() // 4, frame.height() // 4)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    QTest.mouseMove(canvas, frame.center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, frame.center())
    width, height = canvas.image.size().toTuple()
    assert abs(width - 100) <= 2
    assert abs(height - 75) <= 2
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    assert canvas.image.size().toTuple() == (width, height), "a click is no part"


def test_what_was_done_is_not_lost_unasked(on_stage: Stage) -> None:
    bar, before = attached(on_stage)
    sheet = opened(on_stage, bar)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Return)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert "Esc again" in sheet.said.text()
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert bar.files()[1] is before


def test_the_warning_goes_with_what_it_warned_of(on_stage: Stage) -> None:
    bar, before = attached(on_stage)
    sheet = opened(on_stage, bar)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Return)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Escape)
    assert sheet.said.isVisible()
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Z, _CTRL)
    assert (sheet.said.text(), sheet.said.isVisible()) == ("", False)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Escape)
    assert not sheet.isVisible(), "nothing is left that could be lost"
    assert bar.files()[1] is before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_message_is_sent_from_the_picture_that_was_changed_last(on_stage: Stage, key: Qt.Key) -> None:
    bar, _before = attached(on_stage)
    with on_stage.qtbot.waitActive(on_stage.window):
        on_stage.window.activateWindow()
    sheet = opened(on_stage, bar)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Return)
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Return, _CTRL)
    on_stage.settle()
    chip = bar.window().focusWidget()
    assert chip is picture_of(bar).picture
    QTest.keyClick(chip, key, _CTRL)
    on_stage.settle()
    page = on_stage.window.findChild(IncidentPage)
    assert page is not None
    assert page.detail is not None
    (sent,) = (entry for entry in page.detail.journal if entry.attachments)
    assert len(sent.attachments) == 3
    assert bar.window().focusWidget() is page.writing.composer.edit
    assert bar.files() == ()


def test_a_picture_is_removed_by_its_cross_and_a_broken_one_is_said(on_stage: Stage) -> None:
    bar, _before = attached(on_stage)
    picture_of(bar).cross.click()
    assert [file.file_name for file in bar.files()] == ["a.txt", "z.txt"]
    bar.add_files([NewFile("broken.png", "image/png", b"no picture")])
    bar.change(bar.files()[2])
    on_stage.settle()
    sheet = on_stage.context.toasts.host.findChildren(PictureSheet)[-1]
    assert sheet.said.text() == "broken.png cannot be shown as a picture."
    assert not sheet.finish.isEnabled()
    QTest.keyClick(sheet.canvas, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
