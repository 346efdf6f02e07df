"""The section of keys: every action with its keys, found by a search; other keys are pressed, and saved at once."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.actions import ActionSpec
from app.views.context import ViewContext
from app.views.own_keys import choose_keys, own_keys, refusal, single_keys, use_single_keys, written
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.list_frame import ListFrame
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.toolkit.marks import keys_shown
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label

_HINT: Final = tr("Enter opens an action and lets you press other keys for it. They are kept on this computer.")
_SINGLE: Final = tr("Single letters do something")


class KeysSection(SettingsSection):
    """`open` takes nothing for the list, or the id of an action."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._action = ""
        self.overview = ListFrame(tr("Keys"), "actions", _HINT)
        self.overview.all.hide()
        self.single = CheckBox(_SINGLE)
        self.single.setToolTip(tr("Letters never do anything while you type."))
        self.overview.head.row.insertWidget(2, self.single)
        self.list = self.overview.list
        self.frame = EditorFrame(SectionHead())
        self.frame.head.set_back(tr("Keys"))
        self.now = Label("", tokens.UI, "text2", wrap=True)
        self.capture = _Capture()
        self.use = Button(tr("Use these keys"), kind="primary", height=Size.BUTTON_PAGE)
        self.usual = Button("", height=Size.BUTTON_PAGE)
        self.none = Button(tr("No keys"), kind="ghost", height=Size.BUTTON_PAGE)
        self._lay_out()
        self.single.toggled.connect(self._use_single)
        self.list.opened.connect(self.wanted)
        self.frame.head.back_wanted.connect(lambda: self.wanted.emit(""))
        self.capture.keySequenceChanged.connect(lambda _sequence: self._look())
        self.use.clicked.connect(lambda _checked=False: self._choose([written(self.capture.keySequence())]))
        self.usual.clicked.connect(lambda _checked=False: self._choose(None))
        self.none.clicked.connect(lambda _checked=False: self._choose([]))

    def _lay_out(self) -> None:
        card = Card(
            tr("Other keys"), tr("Press one or two keys one after the other, such as Ctrl+Shift+K, or G and then K.")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.capture, self.use, self.usual, self.none):
            row.addWidget(widget)
        row.addStretch(1)
        card.body.addWidget(self.now)
        card.body.addLayout(row)
        self.frame.page.addWidget(card)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    @property
    def _spec(self) -> ActionSpec | None:
        return next((spec for spec in self.context.actions.specs() if spec.id == self._action), None)

    def title(self) -> str:
        """The action, or all of them."""
        return self._spec.text.rstrip("…") if self._spec is not None else tr("Keys")

    def open(self, argument: str) -> None:
        """Show the list, or one action."""
        self._action = argument
        self.frame.say("")
        self.refresh()
        self.titled.emit()

    def focus_start(self) -> None:
        """The list, or where keys are pressed."""
        if self._spec is None:
            self.overview.focus_start()
        else:
            self.capture.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.overview.search, self.list] if self._spec is None else [self.use]

    def refresh(self) -> None:
        """Show what is in force."""
        spec, state = self._spec, self.context.state
        self.stack.setCurrentWidget(self.overview if spec is None else self.frame)
        self.single.blockSignals(True)
        self.single.setChecked(single_keys(state))
        self.single.blockSignals(False)
        if spec is None:
            chosen = own_keys(state)
            actions = self.context.actions
            theirs = [each for each in actions.specs() if actions.is_theirs(each.id)]
            self.overview.show_entries([_entry(each, own=each.id in chosen) for each in theirs])
            return
        self.frame.show_page()
        self.frame.entitle(self.title())
        usual = self.context.actions.usual_keys(spec.id)
        self.now.setText(tr("Now: {words}. Usual: {words2}.", words=_words(spec.keys), words2=_words(usual)))
        self.capture.clear()
        for button in (self.usual, self.none):
            button.setEnabled(not spec.local)
        self.capture.setEnabled(not spec.local)
        if spec.local:
            self.frame.say(tr("These keys belong to the fields and lists themselves and stay as they are."))
        self.usual.setText(tr("The usual: {words}", words=_words(usual)))
        self.usual.setVisible(usual != spec.keys)
        self.usual.updateGeometry()
        self.none.setVisible(bool(spec.keys))
        self._look()

    def _look(self) -> None:
        if self._spec is None:
            # The field waits for a second key, and may tell of the first one after somebody went back to the list.
            return
        keys = written(self.capture.keySequence())
        why = refusal(self.context.actions, self._action, keys)
        self.use.setEnabled(not why)
        if keys:
            self.frame.say(why, "red")

    def _choose(self, keys: Sequence[str] | None) -> None:
        spec = self._spec
        if spec is None:
            return
        actions, state, before = self.context.actions, self.context.state, own_keys(self.context.state).get(spec.id)
        choose_keys(actions, state, spec.id, keys)
        said = f"{spec.text.rstrip('…')}: {_words(self._keys_of(spec.id))}"
        undo = undo_of(self.context, said, partial(self._put_back, spec.id, before))
        self.context.toasts.show(said, undo, icon="keyboard")
        self.frame.say("")
        self.refresh()

    def _put_back(self, action_id: str, before: Sequence[str] | None) -> None:
        choose_keys(self.context.actions, self.context.state, action_id, before)
        self.refresh()

    def _keys_of(self, action_id: str) -> tuple[str, ...]:
        return next(spec.keys for spec in self.context.actions.specs() if spec.id == action_id)

    def _use_single(self, used: bool) -> None:
        use_single_keys(self.context.actions, self.context.state, used=used)
        self.refresh()


class _Capture(QKeySequenceEdit):
    """Takes up to two keys. Tab and Esc leave it, as everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(2)
        self.setAccessibleName(tr("Press the keys"))
        self.setFinishingKeyCombinations([])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(240, Size.BUTTON_PAGE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _entry(spec: ActionSpec, *, own: bool) -> Entry:
    pill, tone = (tr("Yours"), "blue") if own else ("", "slate")
    icon = spec.icon or "keyboard"
    end = _words(spec.keys) if spec.keys else ""
    return Entry(spec.id, spec.text.rstrip("…"), spec.scope.value, end, icon=icon, pill=pill, tone=tone)


def _words(keys: Sequence[str]) -> str:
    return tr(" or ").join(tr(" then ").join(keys_shown(key)) for key in keys) or tr("no keys")
