"""What the cards of the preview say at any width: who reads a note is told whole, whatever the name is."""

import pytest
from pytestqt.qtbot import QtBot

from app.views.incident.story import Message
from app.views.queue.preview_content import _card
from app.views.toolkit.theme import Theme
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.marks import Pill
from tests.support.fake_desk import _item, make_rows


@pytest.mark.parametrize("author", ["Kim", "Maximiliane Schwarzenbach-Leutenegger"])
def test_a_long_name_is_cut_before_the_words_internal_note(theme: Theme, qtbot: QtBot, author: str) -> None:
    item = _item("n", make_rows(1)[0], 5, author, "work_note", "Gateway log shows a rekey failure.")
    card = _card(Message(item, author, note=True), "18 Feb 2023 00:38")
    qtbot.addWidget(card)
    card.resize(340, 120)
    card.show()
    pill, name = card.findChild(Pill), card.findChild(ElidedLabel)
    assert pill is not None
    assert name is not None
    assert pill.width() == pill.sizeHint().width()
    assert (name.shown() == author) == (author == "Kim")
    assert name.shown() != "…"
