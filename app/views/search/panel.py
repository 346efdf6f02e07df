"""The search over everything: asks the desk while one types, off the window's thread, and opens what is chosen."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.search.dto import Attempt, Hit, Kind, SearchQuery, SearchResult
from app.views.context import ViewContext
from app.views.pages import Location, opens_apart
from app.views.palette.over_window import FOOT, HEAD, OverWindow
from app.views.search.rows import HIT_ROW, SECTION_ROW, HitDelegate, HitLines, notice_of
from app.views.search.unfound import Unfound
from app.views.toolkit import tokens
from app.views.widgets.labels import Label
from app.views.widgets.spans import isolated
from app.views.widgets.strips import InfoStrip

_WIDTH: Final = 820
_MOST_HEIGHT: Final = 640
_PAUSE_MS: Final = 120
_LONGEST_SAID: Final = 60
_TIP: Final = tr("“together”    -without")
_EMPTY: Final = tr(
    "Incidents and their history, problems, knowledge, people, configuration items and reviews.\n\n"
    "“paper jam”   words next to each other          toner -scanner   without a word\n"
    "srv-db-07, 4012, 10.20   identifiers and parts of them          INC-000123   a number"
)


class SearchPanel(OverWindow):
    """Made anew each time it is opened. `kept` holds what was looked for last; `answers` counts those that came."""

    def __init__(self, host: QWidget, context: ViewContext, kept: list[str]) -> None:
        self._hits = HitLines(host)
        super().__init__(host, self._hits, HitDelegate(self._hits, context.now()))
        self._context, self._kept = context, kept
        self.answers = 0
        self._unfound = Unfound(context, self, kept[-1] if kept else "")
        self.setAccessibleName(tr("Search everything"))
        self.list.setAccessibleName(tr("What was found"))
        self.field.setAccessibleName(tr("What are you looking for?"))
        self.field.setPlaceholderText(tr("Search everything: words, numbers, names, addresses"))
        self.notice = InfoStrip("", "amber", icon="info")
        self.notice.hide()
        self.column.insertWidget(1, self.notice)
        self.message = Label(_EMPTY, tokens.UI, "text2", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(32, 20, 32, 20)
        self.column.insertWidget(2, self.message, 1)
        _keys, self.tip = self.add_foot(tr("↑ ↓ choose    Tab next kind    ↵ open    Esc close"), _TIP)
        self.list.selectionModel().currentChanged.connect(self._say_tip)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.begin(kept[-1] if kept else "")
        self.field.selectAll()
        self._say(_EMPTY)

    def typed(self, text: str) -> None:
        """Ask after a pause; what was found before stays until there is an answer."""
        self._unfound.typed()
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._context.background.forget("search")
            self.notice.hide()
            self._hits.show([])
            self._say(_EMPTY)

    def _ask(self) -> None:
        text = self.field.text()
        if self._context.session is None:
            self._say(tr("The desk is not open yet."))
            return
        desk, actor = self._context.desk, self._context.actor
        about = self._context.at_hand()
        asked = SearchQuery(text, caller_id=about.caller_id, service_id=about.service_id)
        self._context.background.read(lambda: desk.search.find(actor, asked), self._found, self._failed, key="search")

    def _found(self, found: SearchResult) -> None:
        self.answers += 1
        self._unfound.answered(found.text, found=bool(found.groups) or not found.has_words)
        self.notice.setVisible(found.attempt is not Attempt.WORDS)
        self.notice.set_text(notice_of(found), "amber")
        self._hits.show_result(found)
        if found.groups:
            self.message.hide()
            self.list.show()
            self.choose(0, 1)
        else:
            self._say(_nothing(found))
        self.place()

    def _failed(self, error: DeskError) -> None:
        self.answers += 1
        self.notice.hide()
        self._hits.show([])
        self._say(tr("{error}\n\nGo on typing to try again.", error=error))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()
        self.list.hide()
        self.place()

    def key(self, event: QKeyEvent) -> bool:
        """Tab goes to the first hit of the next kind, Ctrl+Enter to the problem that an article is about."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_problem()
            return True
        hit = self.current()
        if opens_apart(event) and hit is not None and place_of(hit).page == "incident":
            self._leave_for(replace(place_of(hit), apart=True))
            return True
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._next_kind(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return super().key(event)

    def _next_kind(self, step: int) -> None:
        heads = [at for at, line in enumerate(self._hits.lines) if isinstance(line, str)]
        if heads:
            here = max((place for place, at in enumerate(heads) if at <= self.list.currentIndex().row()), default=0)
            self.choose(heads[(here + step) % len(heads)], 1)

    def run(self, line: int) -> None:
        """Open what was chosen; Enter before the answer is there waits for nothing."""
        hit = self._hits.lines[line] if 0 <= line < len(self._hits.lines) else None
        if not isinstance(hit, Hit):
            return
        if hit.kind is Kind.ITEM:
            # An item has no page of its own; what happened to it is what people want to know.
            self.field.setText(f'"{hit.title.text}"')
            return
        self._leave_for(place_of(hit))

    def _open_problem(self) -> None:
        hit = self.current()
        if hit is not None and hit.problem is not None:
            self._leave_for(Location("problems", hit.problem.id))

    def _leave_for(self, location: Location) -> None:
        self._kept[:] = [self.field.text()]
        self.close_quietly()
        self._context.go(location)

    def _say_tip(self) -> None:
        hit = self.current()
        problem = None if hit is None else hit.problem
        self.tip.setText(_TIP if problem is None else tr("Ctrl ↵ open {number}", number=problem.shown_number))

    def close_quietly(self) -> None:
        """What was looked for is there again the next time."""
        self._unfound.settle()
        self._timer.stop()
        self._context.background.forget("search")
        self._kept[:] = [self.field.text()]
        super().close_quietly()

    def current(self) -> Hit | None:
        """The hit that Enter would open."""
        line = self.list.currentIndex().row()
        hit = self._hits.lines[line] if 0 <= line < len(self._hits.lines) else None
        return hit if isinstance(hit, Hit) else None

    def shown(self) -> list[Hit]:
        """All hits that are listed."""
        return [line for line in self._hits.lines if isinstance(line, Hit)]

    def place(self) -> None:
        """As high as what is listed, up to what the window has room for."""
        width = min(_WIDTH, self.width() - 32)
        rows = sum(SECTION_ROW if isinstance(line, str) else HIT_ROW for line in self._hits.lines)
        body = rows + 6 if self.list.isVisibleTo(self) else 150
        strip = self.notice.sizeHint().height() if self.notice.isVisibleTo(self) else 0
        room = min(_MOST_HEIGHT, self.height() - 120)
        self.place_card(width, min(HEAD + FOOT + 2 + strip + body, room))


def place_of(hit: Hit) -> Location:
    """Where a hit opens: an incident by itself, a review by its incident, a person by what they called about."""
    if hit.kind is Kind.REVIEW:
        return Location("reviews", hit.incident_id or "")
    if hit.kind is Kind.PROBLEM:
        return Location("problems", hit.id)
    if hit.kind is Kind.ARTICLE:
        return Location("knowledge", hit.id)
    if hit.kind is Kind.PERSON:
        return Location("queue", f'is:any "{hit.title.text.replace(chr(34), "")}"')
    return Location("incident", hit.id)


def _nothing(found: SearchResult) -> str:
    # Isolated, because one sign that somebody pasted can turn the whole sentence round.
    said = isolated(found.text.strip()[:_LONGEST_SAID])
    if found.has_words:
        return tr("Nothing was found for “{found}”.\n\nTry fewer words, or only their beginnings.", found=said)
    return tr(
        "“{found}” names nothing to look for.\n\nType words, names or numbers; a word with a minus is only left out.",
        found=said,
    )
