"""The head of a review: its title, its state, its versions, and what can be done with it now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.vocabulary import ReviewState
from app.domain.wording import inside, tr
from app.services.reviews.dto import ReviewDetail
from app.views.context import ViewContext
from app.views.reviews.editors import Editor
from app.views.reviews.reviews_table import ICONS, TONES
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import Select
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.marks import Pill, PriorityBadge
from app.views.widgets.segments import Segments

WRITE, PREVIEW = "write", "preview"


class ReviewHead(QWidget):
    """`step_wanted` carries a ReviewState, `version_chosen` the number of a version."""

    step_wanted = Signal(object)
    version_wanted = Signal()
    version_chosen = Signal(int)
    mode_chosen = Signal(str)
    incident_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, context: ViewContext, title: Editor) -> None:
        super().__init__()
        self._context = context
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("arrow-left", tr("All reviews"))
        self.incident = Button("", kind="ghost", icon="external-link", height=28)
        self.priority = PriorityBadge()
        self.state = Pill(tr("Draft"))
        self.versions = Select(tr("Version"), height=28)
        self.saved = ElidedLabel("", tokens.META, "text3")
        self.mode = Segments(((WRITE, tr("Write")), (PREVIEW, tr("Preview"))), tr("Write or preview"))
        self.mode.choose(WRITE)
        self.send = Button(tr("Send to review"), kind="primary", icon="send")
        self.withdraw = Button(tr("Take back to draft"), icon="corner-up-left")
        self.publish = Button(tr("Publish"), kind="primary", icon="badge-check")
        self.again = Button(tr("Begin version 2"), kind="primary", icon="file-plus")
        self._arrange(title)
        self._connect()

    def _arrange(self, title: Editor) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self.back, self.priority, self.incident, self.state, self.versions):
            first.addWidget(widget)
        first.addWidget(self.saved, 1)
        first.addWidget(self.mode)
        for button in (self.withdraw, self.send, self.publish, self.again):
            first.addWidget(button)
        column = QVBoxLayout(self)
        set_margins(column, 16, 10, 24, 10)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(title)

    def _connect(self) -> None:
        self.back.clicked.connect(self.list_wanted)
        self.incident.clicked.connect(self.incident_wanted)
        self.mode.chosen.connect(self.mode_chosen)
        self.versions.activated.connect(lambda _index: self.version_chosen.emit(self.versions.currentData()))
        for button, to in (
            (self.send, ReviewState.IN_REVIEW),
            (self.withdraw, ReviewState.DRAFT),
            (self.publish, ReviewState.PUBLISHED),
        ):
            button.clicked.connect(lambda _checked=False, to=to: self.step_wanted.emit(to))
        self.again.clicked.connect(self.version_wanted)

    def show_detail(self, detail: ReviewDetail) -> None:
        """Show the state of this review and offer what follows."""
        content = detail.content
        self.incident.setText(incident_number(detail.incident.number))
        self.incident.setToolTip(
            tr("Open the incident: {short_description}", short_description=detail.incident.short_description)
        )
        self.priority.set_priority(detail.priority)
        self.state.set_text(content.state.label, TONES[content.state], ICONS[content.state])
        self.versions.clear()
        for row in detail.versions:
            self.versions.addItem(
                tr(
                    "Version {version}, {state}",
                    version=row.version,
                    state=inside(ReviewState(row.state).label),
                ),
                row.version,
            )
        self.versions.setCurrentIndex(self.versions.findData(content.version))
        self.versions.setVisible(len(detail.versions) > 1)
        latest = not detail.versions or detail.versions[0].version == content.version
        self._offer(content.state, content.version, latest=latest)

    def _offer(self, state: ReviewState, version: int, *, latest: bool) -> None:
        actor = self._context.actor
        may_edit, may_publish = may(actor, Permission.REVIEW_EDIT), may(actor, Permission.REVIEW_PUBLISH)
        self.send.setVisible(latest and may_edit and state is ReviewState.DRAFT)
        self.withdraw.setVisible(latest and may_edit and state is ReviewState.IN_REVIEW)
        self.publish.setVisible(latest and may_publish and state is ReviewState.IN_REVIEW)
        self.again.setText(tr("Begin version {version}", version=version + 1))
        self.again.setVisible(latest and may_edit and state is ReviewState.PUBLISHED)
        self.again.updateGeometry()

    def say(self, text: str) -> None:
        """Tell where what is typed stands: saved, kept as a draft, or waiting."""
        self.saved.set_text(text)
