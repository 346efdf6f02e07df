"""What rules would have done over the last 30 days: how often, on how many incidents, and which."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.wording import number, quoted, tr, trn
from app.services.escalation.dto import DryHit, DryRule, DryRun
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip

_HITS = 8


def acted_words(times: int) -> str:
    """What would have been, in words: "would never have acted", "would have acted 12 times"."""
    return (
        tr("would have acted {times_words}", times_words=times_words(times)) if times else tr("would never have acted")
    )


def times_words(times: int) -> str:
    """How often, in words: "never", "once", "12 times"."""
    return tr("never") if not times else trn("once", "{n} times", times)


class DryRunCard(Card):
    """`wanted` asks for a run; what it found is shown for the rule that is chosen."""

    wanted = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__(
            tr("Dry run"), tr("What these rules would have done over the last 30 days. Nothing is changed.")
        )
        self._context = context
        self._run: DryRun | None = None
        self._key = ""
        self.run = Button(tr("Run"), icon="play", height=Size.BUTTON_SMALL)
        self.run.clicked.connect(self.wanted)
        self.ends.addWidget(self.run)
        self.stale = InfoStrip(tr("The rules have changed since this run."), "amber")
        self.stale.hide()
        self.state = Label(tr("Not run yet."), tokens.UI, "text2", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self._widgets: list[QWidget] = []
        self.body.addWidget(self.stale)
        self.body.addWidget(self.state)
        self.body.addLayout(self._lines)

    def start(self) -> None:
        """It runs."""
        self.run.setEnabled(False)
        self.state.setText(tr("Looking at the last 30 days…"))

    def fail(self, sentence: str) -> None:
        """It could not be run."""
        self.run.setEnabled(True)
        self.state.setText(sentence)

    def rules_changed(self) -> None:
        """What is shown is of other rules."""
        self.stale.setVisible(self._run is not None)

    def show_run(self, run: DryRun) -> None:
        """Show what was found."""
        self._run = run
        self.run.setEnabled(True)
        self.run.setText(tr("Run again"))
        self.run.updateGeometry()
        self.stale.hide()
        self.choose(self._key)

    def rule(self, key: str) -> DryRule | None:
        """What was found for a rule."""
        found = self._run.rules if self._run is not None else ()
        return next((rule for rule in found if rule.key == key), None)

    def choose(self, key: str) -> None:
        """Show the incidents of a rule."""
        self._key = key
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        if self._run is None:
            return
        total = sum(rule.times for rule in self._run.rules)
        head = tr(
            "{looked_at} incidents looked at; all rules together {acted_words}.",
            looked_at=number(self._run.looked_at),
            acted_words=acted_words(total),
        )
        rule = self.rule(key)
        if rule is None:
            self.state.setText(head)
            return
        on = trn(" on {n} incident", " on {n} incidents", rule.incidents) if rule.times else ""
        self.state.setText(f"{head} {quoted(rule.name)} {acted_words(rule.times)}{on}.")
        for hit in rule.hits[:_HITS]:
            self._add_hit(hit)
        if rule.times > _HITS:
            self._widgets.append(Label(tr("and {times} more", times=rule.times - _HITS), tokens.META, "text3"))
            self._lines.addWidget(self._widgets[-1])

    def _add_hit(self, hit: DryHit) -> None:
        number = incident_number(hit.number)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        link = Button(number, kind="link", height=24)
        link.setAccessibleName(tr("Open {number}", number=number))
        link.clicked.connect(lambda: self._context.go(Location("incident", hit.incident_id)))
        when = self._context.formats.moment(hit.at, self._context.clock.now())
        row.addWidget(link)
        row.addWidget(ElidedLabel(hit.short_description, tokens.UI), 1)
        row.addWidget(Label(when, tokens.META, "text2"), 0, Qt.AlignmentFlag.AlignRight)
        self._widgets.append(line)
        self._lines.addWidget(line)
