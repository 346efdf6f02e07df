"""The sheet of macros: typing narrows the list, beside it stands what the chosen one says and does, before it does."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.checklists import LeftOpen
from app.domain.errors import DeskError
from app.domain.macros import Filled, missing_words
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.domain.wording import tr, trn
from app.services.incidents.dto import IncidentDetail
from app.services.macros.dto import Macro, MacrosHere
from app.views.context import ViewContext
from app.views.incident.said import held_up_by, said_by_others
from app.views.macros.running import run_now
from app.views.macros.summary import summary_of
from app.views.steps_left import all_the_same, ask_left
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import ChoiceRows, Option, fill_rows, narrowed
from app.views.widgets.finishing_keys import is_finishing_key
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.text_box import TextBox

_WIDTH: Final = 760
_HEIGHT: Final = 460
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_NOTHING: Final = Filled("", ())
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Place(NamedTuple):
    """Where something is written, at the one incident that is open.

    `insert` takes a filled text there, and whether it is for the caller; `holds` says once what others wrote since the
    person looked, and `seen` how many messages of others that were. `ran` follows whatever was run.
    """

    insert: Callable[[str, bool], None]
    holds: Callable[[], str]
    seen: Callable[[], int]
    ran: Callable[[], None]


def open_macros(
    context: ViewContext, incident_ids: Sequence[str], place: Place | None = None, *, seen: int | None = None
) -> None:
    """Let one be chosen; the macros and the first of the incidents are read meanwhile.

    `seen` is how many messages of others the person has seen of a single one that is not open; None where nobody knows.
    """
    ids = tuple(incident_ids)
    if ids:
        # The sheet has the keyboard before anything is read: what is typed at once must not go to the message below.
        MacroSheet(context, context.toasts.host, ids, place, seen).start()


class MacroSheet(FloatingSheet):
    """Enter puts the text where something is written, Ctrl+Enter runs it; for several incidents both run it."""

    def __init__(
        self,
        context: ViewContext,
        host: QWidget,
        incident_ids: Sequence[str],
        place: Place | None,
        seen: int | None = None,
    ) -> None:
        super().__init__(host)
        self._seen = seen
        self._context, self._ids, self._place, self._asked = context, tuple(incident_ids), place, ""
        self._macros: tuple[Macro, ...] = ()
        self._detail: IncidentDetail | None = None
        self._texts: Mapping[str, Filled] = {}
        self._wanted: Callable[[], None] | None = None
        self.setAccessibleName(tr("Macros"))
        self.setProperty("manual", "acting#macros")
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Macro: type to narrow the list"))
        self.field.setPlaceholderText(tr("Name or /short name"))
        self.field.setFixedHeight(Size.FILTER)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.rows = self._make_rows()
        self.preview = TextBox(tr("What it says"), rows=8, most_rows=8)
        self.preview.setReadOnly(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.audience = ElidedLabel("", tokens.META_STRONG, "text2")
        self.effects = Label("", tokens.UI, "text", wrap=True)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.put = Button(tr("Insert"), icon="reply", keys="Return", height=Size.BUTTON)
        self.put.clicked.connect(lambda _checked=False: self.insert())
        self.run_button = Button(tr("Run"), kind="primary", icon="zap", keys="Ctrl+Return")
        self.run_button.clicked.connect(lambda _checked=False: self.run())
        for button in (self.put, self.run_button):
            button.setEnabled(False)
        self._build()
        self._narrow("")

    def _make_rows(self) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName(tr("Macros"))
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setItemDelegate(ChoiceRows(rows, digits=False))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setFixedWidth(280)
        rows.currentRowChanged.connect(lambda _row: self._tell())
        return rows

    def _build(self) -> None:
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        one = len(self._ids) == 1
        many = tr("for {about}", about=trn("{n} incident", "{n} incidents", len(self._ids)))
        self.about = ElidedLabel("" if one else many, tokens.META, "text2")
        head = QHBoxLayout()
        head.addWidget(Label(tr("Macro"), tokens.SHEET_TITLE))
        head.addWidget(self.about, 1)
        head.addWidget(cross)
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self.audience, self.preview, self.effects, self.problem):
            right.addWidget(widget)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.rows)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(tr("Arrows choose · Esc closes"), tokens.META, "text3"), 1)
        foot.addWidget(self.put)
        foot.addWidget(self.run_button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.put.setVisible(self._place is not None)

    @property
    def chosen(self) -> Macro | None:
        """The macro that is shown."""
        item = self.rows.currentItem()
        option = None if item is None else item.data(int(Qt.ItemDataRole.UserRole))
        found = None if option is None else option[0]
        return found if isinstance(found, Macro) else None

    def _narrow(self, text: str) -> None:
        wanted = text.strip().removeprefix("/")
        options = [Option(each, each.name, f"/{each.short_name}" if each.short_name else "") for each in self._macros]
        self.rows.clear()
        found = narrowed(options, wanted)
        exact = [option for option in found if option.hint == f"/{wanted.lower()}"]
        fill_rows(self.rows, exact + [option for option in found if option not in exact])
        self.rows.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        if self._detail is None:
            self.audience.set_text(tr("Reading the macros"))
            return
        macro = self.chosen
        filled = _NOTHING if macro is None else self._texts[macro.id]
        self.preview.setPlainText(filled.text)
        self.preview.setVisible(macro is not None and bool(filled.text))
        self.audience.set_text(self._audience(macro, filled.text, self._detail))
        one = len(self._ids) == 1
        counted = "" if macro is None or one else summary_of(macro, len(self._ids))
        effects = () if macro is None else macro.effects
        self.effects.setText("\n".join([*filter(None, [counted]), *(f"→ {effect}" for effect in effects)]))
        self.problem.setText(missing_words(filled.missing) if filled.missing and one else "")
        self.problem.setVisible(bool(self.problem.text()))
        self.run_button.setEnabled(macro is not None and not self.problem.text())
        self.put.setEnabled(macro is not None and bool(filled.text))

    def _audience(self, macro: Macro | None, text: str, detail: IncidentDetail) -> str:
        if macro is None:
            return tr("Nothing fits") if self._macros else tr("There are no macros yet. Settings › Macros makes them.")
        if not text:
            return tr("Says nothing")
        name = detail.caller.name if detail.caller is not None else tr("the caller")
        to = (
            (tr("To {name}", name=name) if len(self._ids) == 1 else tr("To each caller"))
            if macro.public
            else tr("Internal note")
        )
        return (
            to
            if len(self._ids) == 1
            else tr("{to}; shown as filled in for {number}", to=to, number=incident_number(detail.number))
        )

    def insert(self) -> None:
        """Put the text where something is written; nothing is sent and nothing changed."""
        macro = self.chosen
        if self._detail is None:
            self._wanted = self.insert
        if self._place is None or macro is None or not self.put.isEnabled():
            return
        text, public, place = self.preview.toPlainText(), macro.public, self._place
        self.close_sheet()
        place.insert(text, public)

    def run(self) -> None:
        """Do all of it."""
        macro = self.chosen
        if self._detail is None:
            self._wanted = self.run
        if macro is None or not self.run_button.isEnabled():
            return
        held = self._held_up() if macro.public and macro.body.strip() else ""
        if held:
            self._say(held)
            return
        self.run_button.setEnabled(False)
        if macro.acts.state is State.RESOLVED and macro.id != self._asked:
            ask_left(self._context, self._ids, partial(self._say_left, macro), partial(self._run, macro), self._refused)
        else:
            self._run(macro)

    def _held_up(self) -> str:
        """What others wrote since the person looked, said once; empty where nothing is against answering."""
        if self._place is not None:
            return self._place.holds()
        if self._seen is None or self._detail is None:
            return ""
        said = said_by_others(self._context, self._detail)
        news, self._seen = said[self._seen :], len(said)
        return held_up_by(self._context, news) if news else ""

    def _run(self, macro: Macro) -> None:
        seen = self._seen if self._place is None else self._place.seen()
        run_now(self._context, macro, self._ids, self._ran, self._refused, seen=seen)

    def _ran(self) -> None:
        self.close_sheet()
        if self._place is not None:
            self._place.ran()

    def _say_left(self, macro: Macro, left: LeftOpen) -> None:
        """It would leave steps of a checklist open: that is said once, as for every resolution."""
        self._asked = macro.id
        self._say(all_the_same(left, many=len(self._ids) > 1))

    def _refused(self, error: DeskError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.run_button.setEnabled(True)
        self.problem.setText(text)
        self.problem.show()

    def start(self) -> None:
        """Show it in the middle of the window, and read what there is to choose from."""
        self.show_in_the_middle(QSize(_WIDTH, _HEIGHT), self.field)
        typed, self._context.macro_typed = self._context.macro_typed, ""
        if typed:
            self.field.setText(typed)
        desk, actor, first, write = self._context.desk, self._context.actor, self._ids[0], self._context.formats.full
        self._context.background.read(lambda: desk.macros.here(actor, first, write), self._read, self._unread)

    def _read(self, answer: MacrosHere) -> None:
        if not isValid(self) or not self.isVisible():
            return
        self._macros, self._detail, self._texts = answer
        if len(self._ids) == 1:
            self.about.set_text(tr("for {about}", about=incident_number(self._detail.number)))
        self.rows.setVisible(bool(self._macros))
        self._narrow(self.field.text())
        if self._wanted is not None:
            # What was asked for while it was read is done now, as it would have been a moment later.
            self._wanted()

    def _unread(self, error: DeskError) -> None:
        if isValid(self):
            self.close_sheet()
        self._context.toasts.say_error(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while something is typed."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                row = self.rows.currentRow() + step
                self.rows.setCurrentRow(max(0, min(self.rows.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter runs, Enter inserts where there is a place for it, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif is_finishing_key(event) or (event.key() in _ENTER and self._place is None):
            self.run()
        elif event.key() in _ENTER:
            self.insert() if self.put.isEnabled() or self._detail is None else self.run()
        else:
            super().keyPressEvent(event)
