"""The registry of everything that can be done: menus, tool tips, the palette and the shortcut sheet are made from it.

What exists is listed in `action_catalogue`. A page or the window binds a handler to an action; what nobody has bound
does not exist yet and is shown nowhere. A key that is a plain letter never fires while somebody types.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.vocabulary import Role
from app.domain.wording import inside, tr
from app.views.toolkit.icons import icon
from app.views.toolkit.key_caps import is_plain, show_single_keys
from app.views.toolkit.marks import keys_shown

Reason = Callable[[], str | None]
"""Tells why an action cannot be taken now, or None when it can."""


class Scope(StrEnum):
    """Where an action belongs; the shortcut sheet and the palette are ordered by it."""

    INCIDENT = tr("Act on the incident")
    LIST = tr("List")
    GO = tr("Go to")
    DESK = tr("Desk")
    REVIEW = tr("Review")
    ESCALATION = tr("Escalations")
    KNOWLEDGE = tr("Knowledge")
    TRIAGE = tr("Triage")
    PROBLEM = tr("Problems")
    HANDOVER = tr("Hand-over")
    DASHBOARD = tr("Dashboard")
    WINDOW = tr("Window")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its stable id, what it is called, its keys and the words people may type for it.

    The keys of a `local` action are handled by the widgets themselves, since as keys of the whole window they would
    be missing elsewhere: Enter has to work in every field.
    """

    id: str
    text: str
    scope: Scope
    keys: tuple[str, ...] = ()
    icon: str = ""
    permission: Permission | None = None
    synonyms: str = ""
    local: bool = False


@dataclass(slots=True)
class _Binding:
    handler: Callable[[], object]
    owner: QWidget | None
    unavailable: Reason | None


@dataclass(frozen=True, slots=True)
class Offer:
    """An action as it stands now: `reason` says why it cannot be taken, and is empty when it can."""

    spec: ActionSpec
    reason: str = ""


@dataclass(slots=True)
class _Entry:
    spec: ActionSpec
    action: QAction
    usual: tuple[str, ...]
    written: tuple[str, ...]
    bindings: list[_Binding] = field(default_factory=list)
    told: tuple[str, bool] | None = None


class ActionRegistry(QObject):
    """Holds one QAction for each spec. `set_page` says whose bindings count; those without an owner always do.

    `changed` tells that something else can be done now, `worn` that actions have other keys.
    """

    changed = Signal()
    worn = Signal()

    def __init__(self, specs: Iterable[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._entries: dict[str, _Entry] = {}
        self._page: QWidget | None = None
        self._actor: Actor | None = None
        self._resting = self._awaits_desk = False
        for spec in specs:
            self._add(spec)
        _refuse_shared_keys(entry.spec for entry in self._entries.values())

    def bind(
        self,
        action_id: str,
        handler: Callable[[], object],
        *,
        owner: QWidget | None = None,
        unavailable: Reason | None = None,
    ) -> None:
        """Say what an action does, on the page `owner` or, without one, everywhere; an unknown id is a KeyError."""
        entry = self._entries[action_id]
        entry.bindings = [binding for binding in entry.bindings if binding.owner is not owner]
        entry.bindings.append(_Binding(handler, owner, unavailable))
        self._update(entry)

    def unbind(self, owner: QWidget) -> None:
        """Forget what a page had bound, because it goes."""
        for entry in self._entries.values():
            entry.bindings = [binding for binding in entry.bindings if binding.owner is not owner]
        self.refresh()

    def free(self, action_id: str, owner: QWidget | None) -> None:
        """Forget what a page, or the window, had bound to one action, because the desk does not offer it any more."""
        entry = self._entries[action_id]
        entry.bindings = [binding for binding in entry.bindings if binding.owner is not owner]
        self._update(entry)

    def set_page(self, page: QWidget | None) -> None:
        """The page that is shown now."""
        self._page = page
        self.refresh()

    def await_desk(self) -> None:
        """Until somebody is known to sit here, nothing can be done that asks for a permission."""
        self._awaits_desk = True
        self.refresh()

    def set_actor(self, actor: Actor | None) -> None:
        """Whose permissions count."""
        self._actor = actor
        self._awaits_desk = False
        self.refresh()

    def rest(self, *, resting: bool) -> None:
        """Nothing can be done while the desk is hidden."""
        self._resting = resting
        self.refresh()

    def refresh(self) -> None:
        """Work out anew what can be done; pages call it when their selection changes."""
        for entry in self._entries.values():
            if entry.bindings or entry.action.isVisible():
                self._update(entry)
        self.changed.emit()

    def run(self, action_id: str) -> bool:
        """Do it, if it can be done now; False when it cannot."""
        entry = self._entries[action_id]
        binding = self._binding(entry)
        if binding is None or self._reason(entry):
            return False
        binding.handler()
        return True

    def offer(self, action_id: str) -> Offer:
        """How an action stands now."""
        entry = self._entries[action_id]
        return Offer(entry.spec, self._reason(entry))

    def waits_for(self, action_id: str) -> str | None:
        """Why an action cannot be taken now on the page that is shown; None where the page does not know it."""
        entry = self._entries[action_id]
        return None if self._resting or self._binding(entry) is None else self._reason(entry)

    def is_theirs(self, action_id: str) -> bool:
        """Whether the role is shown the action at all: a reader sees nothing of what only others may do."""
        return not self._is_hidden(self._entries[action_id])

    def offers(self) -> Iterator[Offer]:
        """Every action that somebody has bound, in the order of the catalogue."""
        for entry in self._entries.values():
            if entry.bindings and not self._is_hidden(entry):
                yield Offer(entry.spec, self._reason(entry))

    def everywhere(self) -> frozenset[str]:
        """The ids of the actions that are bound without an owner, and so on every page."""
        bound = (
            spec_id for spec_id, entry in self._entries.items() if any(each.owner is None for each in entry.bindings)
        )
        return frozenset(bound)

    def action(self, action_id: str) -> QAction:
        """The QAction, for buttons and menus."""
        return self._entries[action_id].action

    def keys(self, action_id: str) -> str:
        """The first shortcut for the cap of a button, which leaves it out by itself while single keys are off.

        Empty where there is none.
        """
        keys = self._entries[action_id].written
        return keys[0] if keys else ""

    def usual_keys(self, action_id: str) -> tuple[str, ...]:
        """The shortcuts that an action has unless the person gave it others."""
        return self._entries[action_id].usual

    def specs(self) -> tuple[ActionSpec, ...]:
        """Every action with the keys that it has now, in the order of the catalogue."""
        return tuple(entry.spec for entry in self._entries.values())

    def wear(self, own: Mapping[str, Sequence[str]], *, single_keys: bool = True) -> None:
        """Give actions the keys that the person chose, by id, and all others their usual ones.

        Without `single_keys` what is typed as a letter alone does nothing. A key that two actions would share stays
        with the one that comes first in the catalogue; keys of actions that widgets handle themselves stay as they are.
        """
        taken: dict[str, list[ActionSpec]] = {}
        for entry in self._entries.values():
            wanted = tuple(own.get(entry.spec.id, entry.usual)) if not entry.spec.local else entry.usual
            free = [key for key in wanted if all(are_apart(entry.spec, other) for other in taken.get(key, ()))]
            entry.written, keys = tuple(free), tuple(key for key in free if single_keys or not is_plain(key))
            for key in keys:
                taken.setdefault(key, []).append(entry.spec)
            if keys != entry.spec.keys:
                entry.spec = replace(entry.spec, keys=keys)
                entry.told = None
                if not entry.spec.local:
                    entry.action.setShortcuts([QKeySequence(key) for key in keys])
        show_single_keys(shown=single_keys)
        self.refresh()
        self.worn.emit()

    def menu(self, action_ids: Iterable[str | None], parent: QWidget) -> QMenu:
        """A menu of the bound ones among these actions; None is a line between them."""
        menu = QMenu(parent)
        for action_id in action_ids:
            if action_id is None:
                menu.addSeparator()
            elif self._entries[action_id].bindings:
                menu.addAction(self._dressed(self._entries[action_id]))
        return menu

    def fill(self, menu: QMenu, scopes: Collection[Scope]) -> None:
        """Fill a menu with every bound action of these scopes."""
        menu.clear()
        for entry in self._entries.values():
            if entry.bindings and entry.spec.scope in scopes:
                menu.addAction(self._dressed(entry))

    def take_colours(self) -> None:
        """Draw the icons anew; called when the theme has changed. Those no menu has shown yet are left for later."""
        for entry in self._entries.values():
            if not entry.action.icon().isNull():
                entry.action.setIcon(icon(entry.spec.icon))

    def _dressed(self, entry: _Entry) -> QAction:
        if entry.spec.icon and entry.action.icon().isNull():
            entry.action.setIcon(icon(entry.spec.icon))
        return entry.action

    def _update(self, entry: _Entry) -> None:
        reason = self._reason(entry)
        visible = bool(entry.bindings) and not self._is_hidden(entry)
        if entry.told == (reason, visible):
            return
        entry.told = (reason, visible)
        entry.action.setEnabled(reason == "")
        entry.action.setVisible(visible)
        entry.action.setToolTip(_tool_tip(entry.spec, reason))

    def _add(self, spec: ActionSpec) -> None:
        if spec.id in self._entries:
            raise ValueError(f"The action {spec.id} is listed twice.")
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.id)
        if not spec.local:
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(False)
        action.setVisible(False)
        action.triggered.connect(lambda _checked=False: self._triggered(spec.id))
        self._window.addAction(action)
        self._entries[spec.id] = _Entry(spec, action, spec.keys, spec.keys)

    def _triggered(self, action_id: str) -> None:
        spec = self._entries[action_id].spec
        if not (typing() and any(is_plain(keys) for keys in spec.keys) and not _by_mouse() and not _by_chord()):
            self.run(spec.id)

    def _binding(self, entry: _Entry) -> _Binding | None:
        mine = next(
            (binding for binding in entry.bindings if binding.owner is not None and binding.owner is self._page), None
        )
        if mine is None and self._page is not None:
            # A page that holds another one, as triage does an incident, has its actions too.
            held = (each for each in entry.bindings if each.owner is not None and self._page.isAncestorOf(each.owner))
            mine = next(held, None)
        return mine or next((binding for binding in entry.bindings if binding.owner is None), None)

    def _is_hidden(self, entry: _Entry) -> bool:
        # Who works at the desk learns from a grey line what others do; to a reader nearly all of it would be grey.
        actor, wanted = self._actor, entry.spec.permission
        return actor is not None and actor.role is Role.READER and wanted is not None and not may(actor, wanted)

    def _reason(self, entry: _Entry) -> str:
        if self._resting:
            return tr("The window is locked")
        binding = self._binding(entry)
        if binding is None:
            return tr("Not on this page")
        permission = entry.spec.permission
        if permission is not None and self._awaits_desk:
            return tr("The desk is not open yet")
        if permission is not None and self._actor is not None and not may(self._actor, permission):
            return tr("Not for the role {role}", role=inside(self._actor.role.label))
        return (binding.unavailable() or "") if binding.unavailable is not None else ""


def typing() -> bool:
    """Whether the focus is where text is typed."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())


def _by_mouse() -> bool:
    return QApplication.activePopupWidget() is not None or QApplication.mouseButtons() != Qt.MouseButton.NoButton


def _by_chord() -> bool:
    """Whether keys are held that nobody types with: an action may have such keys beside a plain one."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(QApplication.keyboardModifiers() & held)


def _tool_tip(spec: ActionSpec, reason: str) -> str:
    keys = tr(" or ").join(tr(" then ").join(keys_shown(keys)) for keys in spec.keys)
    tip = f"{spec.text} ({keys})" if keys else spec.text
    return f"{tip}. {reason}" if reason else tip


_ELSEWHERE: Final = {
    Scope.KNOWLEDGE: frozenset({Scope.LIST, Scope.INCIDENT, Scope.REVIEW, Scope.ESCALATION}),
    Scope.PROBLEM: frozenset({Scope.INCIDENT, Scope.REVIEW, Scope.ESCALATION, Scope.KNOWLEDGE}),
    Scope.HANDOVER: frozenset({Scope.LIST, Scope.INCIDENT, Scope.REVIEW, Scope.KNOWLEDGE, Scope.PROBLEM}),
    Scope.REVIEW: frozenset({Scope.LIST}),
    Scope.DASHBOARD: frozenset({Scope.INCIDENT, Scope.TRIAGE}),
}
"""Scopes of pages that are never shown together: the same keys may mean something else on each, such as to save."""


def are_apart(one: ActionSpec, other: ActionSpec) -> bool:
    """Whether two actions are never offered together, so that they may share their keys."""
    return other.scope in _ELSEWHERE.get(one.scope, ()) or one.scope in _ELSEWHERE.get(other.scope, ())


def _refuse_shared_keys(specs: Iterable[ActionSpec]) -> None:
    taken: dict[str, list[ActionSpec]] = {}
    for spec in specs:
        for keys in spec.keys:
            others = taken.setdefault(keys, [])
            for other in others:
                if not are_apart(spec, other):
                    raise ValueError(f"{other.id} and {spec.id} both want the keys {keys}.")
            others.append(spec)
