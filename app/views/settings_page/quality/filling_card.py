"""The card of the rule that fills in what is suggested: from how sure on, by field, and what came of it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from app.domain.field_names import field_name
from app.domain.wording import number, percent, tr
from app.services.suggestions.dto import FIELDS, Filled
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.widgets.choices import Select
from app.views.widgets.labels import Label

_SHARES: Final = (0.7, 0.8, 0.9, 0.95, 0.98, 0.99)


class FillingCard(Card):
    """`changed` carries the field and from how sure on it is filled in from now on, 0 for never."""

    changed = Signal(str, float)

    def __init__(self, thresholds: Mapping[str, float], filled: tuple[Filled, ...]) -> None:
        super().__init__(
            tr("Filled in by itself"),
            tr(
                "Off until you choose from how sure on. Then a new incident that is logged afterwards gets what is"
                " suggested where nothing stands, within a minute or so and while nobody works on it; its history says"
                " how sure it was. What people chose or took out again is left alone."
            ),
        )
        self.choices: dict[str, Select] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        told = {each.field: each for each in filled}
        for row, field in enumerate(FIELDS):
            name = field_name(field)
            grid.addWidget(Label(name, tokens.UI_MEDIUM), row, 0)
            grid.addWidget(self._choice(field, name, thresholds.get(field, 0.0)), row, 1)
            grid.addWidget(Label(_so_far(told.get(field)), tokens.META, "text2"), row, 2)
        self.body.addLayout(grid)

    def _choice(self, field: str, name: str, least: float) -> Select:
        select = self.choices[field] = Select(tr("{field} is filled in", field=name))
        select.addItem(tr("Never"), 0.0)
        for share in sorted({*_SHARES, *([least] if least else [])}):
            select.addItem(tr("From {share} sure", share=percent(share)), share)
        select.setCurrentIndex(select.findData(least))
        select.activated.connect(lambda _place, field=field: self.changed.emit(field, select.currentData()))
        return select


def _so_far(filled: Filled | None) -> str:
    if filled is None:
        return tr("Not filled in so far")
    if not filled.judged:
        return tr("{filled} filled in, none resolved yet", filled=number(filled.filled))
    return tr(
        "{filled} filled in; {kept} of {judged} resolved ended with it, said to be right {sure}",
        filled=number(filled.filled),
        kept=number(filled.kept),
        judged=number(filled.judged),
        sure=percent(filled.sure),
    )
