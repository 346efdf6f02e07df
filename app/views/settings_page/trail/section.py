"""The section of the audit trail: the last anchor, whether everything is as it was recorded, and anchors outside."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import number, tr
from app.services.audit.dto import Anchor, Verdict
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Outcome
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.trail.wording import found_lines, verdict_words
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_folder
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip

_VERIFY: Final = tr(
    "Reads everything once and names what was changed, deleted, inserted or reordered behind the desk's back. An anchor"
    " from the foot of a PDF finds a history that was rewritten as a whole. On a server it needs the owner's login."
)
_OUTSIDE: Final = tr(
    "A copy of each new anchor goes to a file in this folder, which is only ever added to. One that whoever runs the "
    "database cannot write is the right place. A setting of this computer, looked after while a window is open."
)


class TrailSection(SettingsSection):
    """Everybody at the desk reads the anchor; administrators verify and send."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.allowed = may(context.actor, Permission.AUDIT_VERIFY)
        self._anchor: Anchor | None = None
        self.frame = EditorFrame(SectionHead(tr("Audit trail")))
        self.anchor = Label("", tokens.CODE, selectable=True)
        self.since = Label("", tokens.META, "text2", wrap=True)
        self.copy = Button(tr("Copy"), icon="copy", height=Size.BUTTON_SMALL)
        self.take = Button(tr("Take one now"), height=Size.BUTTON_SMALL)
        self.kept = QLineEdit()
        self.verify = Button(tr("Verify everything"), kind="primary", icon="shield-check", height=Size.BUTTON_PAGE)
        self.result = InfoStrip("", "blue")
        self.findings = Label("", tokens.UI, wrap=True, selectable=True)
        self.folder = ElidedLabel("", tokens.UI_MEDIUM)
        self.choose = Button(tr("Choose…"), height=Size.BUTTON_SMALL)
        self.nowhere = Button(tr("Keep none"), kind="ghost", height=Size.BUTTON_SMALL)
        self._lay_out()
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.take.clicked.connect(lambda _checked=False: self._take())
        self.verify.clicked.connect(lambda _checked=False: self.verify_now())
        self.kept.returnPressed.connect(self.verify_now)
        self.choose.clicked.connect(lambda _checked=False: self._choose())
        self.nowhere.clicked.connect(lambda _checked=False: self.send_to(""))

    def _lay_out(self) -> None:
        last = Card(tr("Last anchor"), tr("Timers take one a day. It stands at the foot of every PDF."))
        last.body.addWidget(self.anchor)
        last.body.addWidget(self.since)
        last.body.addLayout(_row(self.copy, self.take))
        check = Card(tr("Verify"), _VERIFY)
        self.kept.setPlaceholderText(tr("An anchor that was kept outside, such as 12-3f9a1c2e-77b04d11-9a0c55e2"))
        self.kept.setAccessibleName(tr("Anchor that was kept outside"))
        self.kept.setMaximumWidth(520)
        self.kept.setFixedHeight(Size.INPUT)
        self.result.hide()
        self.findings.hide()
        check.body.addWidget(self.kept)
        check.body.addLayout(_row(self.verify))
        check.body.addWidget(self.result)
        check.body.addWidget(self.findings)
        outside = Card(tr("Keep anchors outside"), _OUTSIDE)
        place = QHBoxLayout()
        place.setSpacing(8)
        for widget in (self.folder, self.choose, self.nowhere):
            place.addWidget(widget, 1 if widget is self.folder else 0)
        outside.body.addLayout(place)
        for card in (last, check, outside):
            self.frame.page.addWidget(card)
        for button in (self.take, self.verify, self.choose, self.nowhere):
            button.setEnabled(self.allowed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Audit trail")

    def open(self, _argument: str) -> None:
        """Read the last anchor."""
        self.refresh()

    def focus_start(self) -> None:
        """What verifies, or the page."""
        (self.verify if self.allowed else self.frame).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.copy, self.verify, self.choose]

    def refresh(self) -> None:
        """Read again."""
        desk, actor = self.context.desk, self.context.actor
        folder = self.context.own().anchor_folder
        self.folder.set_text(folder or tr("Nowhere yet"))
        self.nowhere.setEnabled(self.allowed and bool(folder))
        self.frame.loading.start()
        self.context.background.read(
            lambda: desk.audit.last_anchor(actor), self._show, self._lost, key=f"trail-{id(self)}"
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The audit trail cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, anchor: Anchor | None) -> None:
        self._anchor = anchor
        self.frame.show_page()
        self.copy.setEnabled(anchor is not None)
        if anchor is None:
            self.anchor.setText(tr("None yet"))
            self.since.setText(tr("The first is taken about a minute after a window of the desk was opened."))
            return
        self.anchor.setText(anchor.short)
        when = self.context.formats.moment(anchor.at, self.context.clock.now())
        self.since.setText(
            tr(
                "{when}, closes {records} records of {chains} chains.",
                when=when,
                records=number(anchor.records),
                chains=number(anchor.chains),
            )
        )

    def _copy(self) -> None:
        if self._anchor is not None:
            QGuiApplication.clipboard().setText(self._anchor.short)
            self.context.toasts.show(tr("The anchor is copied"), icon="copy", shown_ms=3000)

    def _take(self) -> None:
        desk, actor = self.context.desk, self.context.actor

        def done(anchor: Anchor) -> None:
            self.context.toasts.show(tr("Anchor {number} is taken", number=anchor.number), icon="shield-check")
            self.refresh()

        refused = self._refused
        self.context.background.write(lambda: desk.audit_admin.take_anchor(actor), done, refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))

    # Verifying

    def verify_now(self) -> None:
        """Look at everything, and compare with the anchor that was typed."""
        if not self.allowed or not self.verify.isEnabled():
            return
        # Imported here: it stands beside what speaks to the database, and is not needed to paint a window.
        from app.services.audit.kept import parse_anchor

        typed = self.kept.text().strip()
        try:
            kept = [parse_anchor(typed)] if typed else []
        except DeskError as error:
            self._refused(error)
            return
        self.frame.say("")
        self.result.hide()
        self.findings.hide()
        self.verify.setEnabled(False)
        desk, actor = self.context.desk, self.context.actor
        self.context.jobs.start(
            tr("Verify the audit trail"),
            lambda progress: desk.audit.verify(actor, kept, progress),
            partial(self._verified, len(kept)),
            self._not_verified,
            icon="shield-check",
            over=self._may_verify,
        )

    def _may_verify(self) -> None:
        self.verify.setEnabled(self.allowed)

    def _verified(self, kept: int, verdict: Verdict) -> Outcome:
        words = verdict_words(verdict, kept)
        if isValid(self):
            self.result.set_text(words, "green" if verdict.is_whole else "red")
            self.result.show()
            self.findings.setText(found_lines(verdict))
            self.findings.setVisible(not verdict.is_whole)
        return Outcome(words)

    def _not_verified(self, error: DeskError) -> None:
        self._refused(error)

    # Outside

    def _choose(self) -> None:
        ask_for_folder(self, self.context.state, tr("Anchors go to"), lambda folder: self.send_to(str(folder)))

    def send_to(self, folder: str) -> None:
        """Send every anchor there from now on, and what there is at once; empty for nowhere."""
        self.context.keep_own(self.context.own()._replace(anchor_folder=folder))
        self.refresh()
        if not folder:
            return
        desk, actor = self.context.desk, self.context.actor

        def done(sent: tuple[Path, int]) -> None:
            self.frame.say("")
            self.context.toasts.show(tr("{sent} holds all anchors now", sent=sent[0].name), icon="shield-check")

        self.context.background.write(lambda: desk.audit_admin.send_anchors(actor, Path(folder)), done, self._refused)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
