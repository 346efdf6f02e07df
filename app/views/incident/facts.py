"""What the journal says about the handling: first response, reassignments, reopenings, and what a source recorded."""

from datetime import timedelta

from PySide6.QtWidgets import QGridLayout

from app.domain.vocabulary import ResolutionCode
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.toolkit import tokens
from app.views.toolkit.formats import age
from app.views.widgets.labels import ElidedLabel, NameLabel
from app.views.widgets.spans import isolated

LABEL_WIDTH = 104


class FactsBlock(Block):
    """Lines of a name and a value; those without a value are left out."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(tr("Facts"))
        self._context = context
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(5)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._lines: dict[str, tuple[NameLabel, ElidedLabel]] = {}

    def show_incident(self, detail: IncidentDetail) -> None:
        """Show the facts of this incident."""
        facts = self._facts(detail)
        for name, (label, value) in self._lines.items():
            label.setVisible(name in facts)
            value.setVisible(name in facts)
        for name, text in facts.items():
            if name not in self._lines:
                self._lines[name] = (NameLabel(name), ElidedLabel("", tokens.META_MEDIUM))
                row = self._grid.rowCount()
                self._grid.addWidget(self._lines[name][0], row, 0)
                self._grid.addWidget(self._lines[name][1], row, 1)
            self._lines[name][1].set_text(text)

    def text_of(self, name: str) -> str:
        """The value of a shown line; empty where it is not shown."""
        line = self._lines.get(name)
        return line[1].text() if line is not None and not line[1].isHidden() else ""

    def _facts(self, detail: IncidentDetail) -> dict[str, str]:
        formats, now = self._context.formats, self._context.clock.now()
        facts = {tr("Opened"): formats.moment(detail.reported_at, now)}
        if detail.opened_by_name:
            facts[tr("Logged by")] = isolated(detail.opened_by_name)
        if detail.first_response_at is None:
            facts[tr("First response")] = tr("None yet")
        else:
            after = max(timedelta(0), detail.first_response_at - detail.reported_at)
            facts[tr("First response")] = tr(
                "after {age}, {when}", age=age(after), when=formats.within(detail.first_response_at, now)
            )
        if detail.resolved_at is not None:
            facts[tr("Resolved")] = formats.moment(detail.resolved_at, now)
            if detail.resolved_by_name:
                facts[tr("Resolved by")] = isolated(detail.resolved_by_name)
        if detail.resolution_code:
            known = detail.resolution_code in set(ResolutionCode)
            facts[tr("Resolution code")] = (
                ResolutionCode(detail.resolution_code).label if known else isolated(detail.resolution_code)
            )
        if detail.hold_until is not None:
            facts[tr("Expected until")] = formats.moment(detail.hold_until, now)
        facts[tr("Reassignments")] = str(detail.reassignments)
        facts[tr("Reopenings")] = str(detail.reopenings)
        if detail.made_sla is not None:
            facts[tr("Imported")] = tr("Made SLA (imported)") if detail.made_sla else tr("Missed SLA (imported)")
        return facts
