"""Cards of the settings: as high as their texts at the width that they have."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.widgets.labels import ElidedLabel, Label
from tests.views.desks import Stage

HINT = "What is learned anew is tried on incidents that it has not seen, and kept only where it is no worse. " * 2


@pytest.mark.parametrize("width", [500, 900])
def test_a_text_is_not_cut_beside_a_line_that_would_like_to_be_wider(on_stage: Stage, width: int) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    card = Card("Versions", HINT)
    card.body.addWidget(ElidedLabel("Service 75 % of 811, group 76 % of 811, " * 8, tokens.META))
    column.addWidget(card)
    on_stage.show(page)
    page.window().resize(width, 800)
    (hint,) = (label for label in card.findChildren(Label) if label.text() == HINT)
    on_stage.wait_for(lambda: hint.width() < width and hint.height() >= hint.heightForWidth(hint.width()))
    assert card.height() == card.heightForWidth(card.width()), "and no higher than it needs to be"
