"""The card that tells how the database of a shared desk is set up, point by point, and how to mend what is missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.server.dto import Finding, Verdict
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.desk.mending import Mending
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol

_LOOKS = {
    Verdict.GOOD: ("circle-check", tr("good"), "green"),
    Verdict.MISSING: ("triangle-alert", tr("missing"), "amber"),
    Verdict.UNKNOWN: ("circle-help", tr("not known"), "text3"),
}


class ProtectionCard(Card):
    """Looks when it is told to, and lists what is missing before what is not known; what is good is counted."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(
            tr("Protection"),
            tr("The database itself decides what each person may see and do, as long as it is set up so."),
        )
        self._context = context
        self.summary = Label("", tokens.UI_MEDIUM, wrap=True)
        self.again = Button(tr("Check again"), icon="refresh-cw", height=Size.BUTTON_SMALL)
        self.again.clicked.connect(lambda _checked=False: self.look())
        self.mend = Button(tr("Mend it"), icon="shield-check", height=Size.BUTTON_SMALL)
        self.mend.clicked.connect(lambda _checked=False: self._begin_mending())
        self.mend.hide()
        self.ends.addWidget(self.mend)
        self.ends.addWidget(self.again)
        self.mending = Mending(context)
        self.mending.hide()
        self.mending.left.connect(self._end_mending)
        self.mending.ended.connect(self.look)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.lines: list[QWidget] = []
        self.body.addWidget(self.mending)
        self.body.addWidget(self.summary)
        self.body.addLayout(self._lines)

    def look(self) -> None:
        """Ask the database about every point."""
        desk, actor = self._context.desk, self._context.actor
        self.summary.setText(tr("Looking…"))
        self.again.setEnabled(False)
        self._context.background.read(
            lambda: desk.server.protection(actor, whole=True), self.show_findings, self._lost, key="protection-card"
        )

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List them."""
        self.again.setEnabled(True)
        self.mend.setVisible(any(each.by_init for each in findings) and self.mending.isHidden())
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        told = [each for verdict in (Verdict.MISSING, Verdict.UNKNOWN) for each in findings if each.verdict is verdict]
        self.lines = [_line(each) for each in told]
        for line in self.lines:
            self._lines.addWidget(line)
        missing = sum(each.verdict is Verdict.MISSING for each in findings)
        good = sum(each.verdict is Verdict.GOOD for each in findings)
        wrong = tr("nothing is missing") if not missing else trn("{n} is missing", "{n} are missing", missing)
        self.summary.setText(
            tr("Of {count} points {good} are as they should be; {wrong}.", count=len(findings), good=good, wrong=wrong)
        )

    def _begin_mending(self) -> None:
        self.mend.hide()
        self.mending.show()
        self.mending.ask()

    def _end_mending(self) -> None:
        self.mending.hide()
        self.mend.show()
        self.mend.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lost(self, error: DeskError) -> None:
        self.again.setEnabled(True)
        self.summary.setText(str(error))


def _line(finding: Finding) -> QWidget:
    icon, spoken, ink = _LOOKS[finding.verdict]
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Symbol(icon, spoken, ink), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    head = f"{finding.title}: {finding.found}" if finding.found else finding.title
    texts.addWidget(Label(head, tokens.UI_MEDIUM, wrap=True, selectable=True))
    # Written for the command line, which marks commands.
    mend = finding.mend.replace("`", "")
    if mend:
        texts.addWidget(Label(mend, tokens.META, "text2", wrap=True, selectable=True))
    row.addLayout(texts, 1)
    line.setAccessibleName(f"{spoken}: {head}. {mend}")
    return line
