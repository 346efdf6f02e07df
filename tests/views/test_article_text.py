"""What somebody writes into an article is shown, and does nothing: no script, no file, no network."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from app.views.knowledge.article_text import ArticleText
from app.views.knowledge.rendering import as_html, link_of
from app.views.toolkit.theme import Theme

HASH = "ab" * 32


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> ArticleText:
    made = ArticleText("Article")
    qtbot.addWidget(made)
    return made


def test_markdown_is_shown(shown: ArticleText) -> None:
    shown.show_source(
        "# Head\n\nSome **bold** and `code`.\n\n1. One\n2. Two\n\n- [x] done\n- [ ] open\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n```\n\n> quoted\n\n---\n"
    )
    text = shown.toPlainText()
    for each in (
        "Head",
        "Some bold and code.",
        "One",
        "\N{BALLOT BOX WITH CHECK} done",
        "\N{BALLOT BOX} open",
        "x < y",
    ):
        assert each in text
    assert "<table" in as_html("| a |\n|---|\n| 1 |")
    assert "**" not in text


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'>",
    '<iframe src="https://example.org"></iframe>',
    "<style>body { background: url(file:///etc/passwd) }</style>",
    '<link rel="stylesheet" href="file:///etc/passwd">',
    "<object data='file:///etc/passwd'></object>",
    "![x](file:///etc/passwd)",
    "![x](/etc/passwd)",
    "![x](../../etc/passwd)",
    "![x](https://example.org/x.png)",
    "![x](//example.org/x.png)",
    "![x](data:image/png;base64,iVBORw0KGgo=)",
    "![x](qrc:/x.png)",
    f"![x](picture:{HASH})",
    "![x](picture:../../etc/passwd)",
    '![x" onerror="alert(1)](picture:x)',
    "![](<file:///etc/passwd>)",
    "[ref]: file:///etc/passwd\n\n![x][ref]",
    '[x](https://example.org "><script>alert(1)</script>")',
    "&lt;script&gt; &#60;img src=x&#62;",
    "<a href='javascript:alert(1)'>x</a>",
    "`<img src='file:///etc/passwd'>`",
    "```html\"><img src='file:///etc/passwd'>\n<img src='file:///etc/passwd'>\n```",
    "| <img src='file:///etc/passwd'> |\n|---|\n| <b>x</b> |",
)


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_is_loaded_and_no_tag_gets_through(shown: ArticleText, source: str) -> None:
    html = as_html(source)
    assert "<img" not in html
    for tag in ("script", "iframe", "style", "link", "object", "a href='javascript"):
        assert f"<{tag}" not in html.lower()
    shown.show_source(source)
    assert shown.closed.refused == []
    assert shown.toPlainText().strip() != ""


def test_the_document_opens_no_file_even_where_it_is_told_to(shown: ArticleText, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("zebrafish")
    addresses = [QUrl.fromLocalFile(str(path)), QUrl(str(path)), QUrl("secret.txt"), QUrl("https://example.org/x.png")]
    shown.document().setBaseUrl(QUrl.fromLocalFile(f"{tmp_path}/"))
    shown.setSearchPaths([str(tmp_path)])
    kinds = QTextDocument.ResourceType
    for kind in (kinds.ImageResource, kinds.HtmlResource, kinds.StyleSheetResource):
        for address in addresses:
            for asked in (shown.document().resource(kind.value, address), shown.loadResource(kind.value, address)):
                assert isinstance(asked, QImage)
                assert asked.width() == 1
    shown.setHtml(f"<img src='{path}'><link rel='stylesheet' href='{path}'>")
    assert "zebrafish" not in shown.toPlainText()


def test_a_tool_tip_shows_what_somebody_wrote_and_loads_nothing(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path = tmp_path / "secret.png"
    image.save(str(path))
    QToolTip.showText(QPoint(10, 10), f'Printer <img src="{path}"> jams')
    try:
        (tip,) = (
            each for each in QApplication.topLevelWidgets() if isinstance(each, QLabel) and "secret.png" in each.text()
        )
        assert tip.textFormat() is Qt.TextFormat.PlainText
        assert tip.sizeHint().height() < image.height()
    finally:
        QToolTip.hideText()


def test_a_click_opens_nothing_but_is_told(shown: ArticleText, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("zebrafish")
    with qtbot.waitSignal(shown.link_wanted) as told:
        shown.anchorClicked.emit(QUrl.fromLocalFile(str(path)))
    assert told.args == [QUrl.fromLocalFile(str(path)).toString()]
    assert "zebrafish" not in shown.toPlainText()


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://example.org/x?y=1", "https://example.org/x?y=1"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("mailto:desk@example.org?subject=A%20b&body=c", "mailto:desk@example.org?subject=A%20b&body=c"),
        ("mailto:desk@example.org?attach=/etc/passwd", ""),
        ("mailto:desk@example.org?subject=x&%61ttachment=/etc/passwd", ""),
        ("KB-000012", "article:12"),
        ("inc-7", "incident:7"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("\\\\server\\share", ""),
        ("https:\\\\server\\share", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("smb://server/x", ""),
        ("/etc/passwd", ""),
        ("https://safe.example@evil.example/", ""),
        ("https:/etc/passwd", ""),
        ("article:1", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_where_links_may_lead(address: str, leads_to: str) -> None:
    assert link_of(address) == leads_to
    html = as_html(f"[x](<{address}>)") if address and "\n" not in address else ""
    assert ("<a href" in html) == bool(leads_to)


def test_numbers_are_links() -> None:
    assert as_html("See KB-000012 and INC-7.") == (
        '<p>See <a href="article:12">KB-000012</a> and <a href="incident:7">INC-7</a>.</p>'
    )
    assert as_html("`KB-000012` KB-x") == "<p><code>KB-000012</code> KB-x</p>"
    assert as_html("[KB-000012](https://example.org)").count("<a ") == 1


def test_a_picture_of_the_article_is_shown_and_made_to_fit(shown: ArticleText) -> None:
    image = QImage(1200, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no text here
    shown.show_source(f"![Panel](picture:{HASH})", {HASH: bytes(data.data())})
    found = shown.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{HASH}"))
    assert isinstance(found, QImage)
    assert found.width() == 760
    shown.show_source(f"![Panel](picture:{HASH})", {HASH: b"no picture"})


@pytest.mark.parametrize(
    "source",
    [
        "> " * 2_000 + "deep",
        "".join(f"{'  ' * level}- item\n" for level in range(300)),
        "x" * 100_000,
        "[" * 20_000,
        "*" * 20_000 + "x",
        "`" * 20_000,
        "![" * 10_000,
        "\\" * 20_000,
        "| a " * 500 + "|\n" + "|---" * 500 + "|\n" + "| 1 " * 500 + "|\n",
        "<" * 20_000,
        "\x00\ud800\u202e right to left",
        "&" * 20_000,
        "a\n" * 20_000,
    ],
    ids=range(13),
)
def test_what_would_hold_the_window_up_does_not(shown: ArticleText, source: str) -> None:
    begun = time.process_time()
    shown.show_source(source)
    shown.resize(700, 500)
    shown.document().size()
    assert time.process_time() - begun < 5
