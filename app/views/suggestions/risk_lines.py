"""How likely an incident misses its resolution target, from what that was counted, and when."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.risk import level_of
from app.domain.wording import percent, tr
from app.services.suggestions.dto import AtRisk
from app.views.toolkit import tokens
from app.views.toolkit.formats import ago_spoken
from app.views.toolkit.marks import RISK_INKS
from app.views.widgets.labels import Label


class RiskLines(QWidget):
    """Two lines of text: the figure, and its factors."""

    def __init__(self, found: AtRisk, now: datetime) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        words = tr("{chance} likely to miss its resolution target", chance=percent(found.risk.chance))
        column.addWidget(Label(words, tokens.META_MEDIUM, RISK_INKS[level_of(found.risk.percent)], wrap=True))
        counted = tr("{reason}. Counted {ago}.", reason=found.risk.reason(), ago=ago_spoken(found.reckoned_at, now))
        column.addWidget(Label(counted, tokens.META, "text3", wrap=True))
