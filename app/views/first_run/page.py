"""The one page of the first start: use this computer, connect to a team's desk, or look around."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.shell.logo import Logo
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button, OpeningButton
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

_WIDTH = 600
_TEAM = tr("Several people on one PostgreSQL database, each with their own login.")


class FirstRun(QWidget):
    """`own_chosen` starts a desk here, `team_chosen` connects to one on a server, `demo_chosen` opens the demo desk."""

    own_chosen = Signal()
    team_chosen = Signal()
    demo_chosen = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("First start"))
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(Logo(44))
        column.addSpacing(4)
        column.addWidget(Label(tr("Welcome to Mainstay"), tokens.INCIDENT_TITLE))
        text = tr("Log, work, resolve and review incidents. Choose where your desk is kept; you can change this later.")
        column.addWidget(Label(text, tokens.READING, "text2", wrap=True))
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        column.addWidget(self.strip)
        self.own = OpeningButton(tr("Use this computer"), kind="primary", height=36)
        self.own.clicked.connect(lambda: self._choose(demo=False))
        column.addWidget(
            _choice(
                "hard-drive",
                tr("On this computer"),
                tr("A private desk in {place}. Ready in a moment.", place=place),
                self.own,
            )
        )
        self.team = OpeningButton(tr("Connect"), height=36)
        self.team.clicked.connect(lambda _checked=False: self.team_chosen.emit())
        column.addWidget(_choice("users", tr("With a team"), _TEAM, self.team))
        self.demo = OpeningButton(tr("Look around with demo data"), kind="ghost", icon="eye")
        self.demo.clicked.connect(lambda: self._choose(demo=True))
        column.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignHCenter)
        self.growth = _Growth()
        column.addWidget(self.growth)
        # Stretches instead of an alignment: an aligned widget is not asked how high it is for its width.
        put_in_middle(self, inner)
        self.setFocusProxy(self.own)

    def _choose(self, *, demo: bool) -> None:
        self.set_busy(busy=True)
        (self.demo_chosen if demo else self.own_chosen).emit()

    def show_progress(self, done: int, total: int) -> None:
        """How many incidents of the demo desk are logged, of how many."""
        self.growth.show_progress(done, total)

    def set_busy(self, *, busy: bool) -> None:
        """While a desk is being opened nothing else can be chosen."""
        self.strip.hide()
        self.growth.hide()
        self.own.setEnabled(not busy)
        self.team.setEnabled(not busy)
        self.demo.setEnabled(not busy)

    def show_problem(self, text: str) -> None:
        """The desk could not be opened."""
        self.set_busy(busy=False)
        self.strip.set_text(text, "red")
        self.strip.show()


class _Growth(QWidget):
    """How far the making of the demo desk is."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Making the demo desk"))
        self.words = Label("", tokens.META, "text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        # Its room is kept, so that nothing jumps when it is shown.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show it with these figures."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(
            tr("Logging the last 90 days of a made-up company: {done} of {total} incidents", done=done, total=total)
        )
        self.show()


def _choice(icon: str, title: str, text: str, button: Button) -> QWidget:
    card = QFrame()
    card.setProperty("card", "true")
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 14, 16, 14)
    row.setSpacing(14)
    row.addWidget(Symbol(icon, title, "accent", 24))
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(Label(title, tokens.SHEET_TITLE))
    words.addWidget(Label(text, tokens.UI, "text2", wrap=True))
    row.addLayout(words, 1)
    row.addWidget(button)
    return card
