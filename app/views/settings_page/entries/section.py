"""A section with a list and a form: what every such section does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.entries.layout import NEW, EntriesLayout, Opened, Values, Words
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class EntriesSection(EntriesLayout):
    """`open` takes nothing for the list, `new`, or the key of an entry. Each change is saved at once, with a way back.

    What is typed and not saved is kept as a draft.
    """

    def __init__(self, context: ViewContext, parent: QWidget | None, words: Words, edit: Permission) -> None:
        super().__init__(context, parent, words, edit)
        self._key = ""
        self._opened: Opened | None = None
        self.overview.offer_new(self._go_to_new if self.editable else None)
        self._connect()

    def _connect(self) -> None:
        self.overview.new.clicked.connect(lambda _checked=False: self._go_to_new())
        self.list.opened.connect(self.wanted)
        self.frame.head.back_wanted.connect(lambda: self.wanted.emit(""))
        self.form.typed.connect(self._typed)
        self.form.finished.connect(self._finished)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.use.clicked.connect(lambda _checked=False: self._use_wanted())
        self.unpublished.brought_back.connect(self._bring_back)

    def _go_to_new(self) -> None:
        self.wanted.emit(NEW)

    # Where it is

    @property
    def shows_one(self) -> bool:
        """Whether the form is open."""
        return self.stack.currentWidget() is self.frame

    @property
    def _is_new(self) -> bool:
        return self._key == NEW

    def title(self) -> str:
        """The entry, or all of them."""
        if not self.shows_one:
            return self.words.title
        return (
            self._opened.title
            if self._opened is not None and not self._is_new
            else tr("New {thing}", thing=self.words.thing)
        )

    def open(self, argument: str) -> None:
        """Show the list, or the form of one entry."""
        if not argument:
            self.unpublished.flush()
            self.stack.setCurrentWidget(self.overview)
            self._load_list()
            self.titled.emit()
            return
        self.stack.setCurrentWidget(self.frame)
        if argument != self._key or self._opened is None:
            self.unpublished.flush()
            self._key, self._opened = argument, None
            self.frame.say("")
            self.form.mark(None)
        self._load_one()

    def focus_start(self) -> None:
        """The first field, or the list."""
        if self.shows_one:
            self.form.focus_start()
        else:
            self.overview.focus_start()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if not self.shows_one:
            return [self.overview.search, self.list]
        return [next(iter(self.form.fields.values()))]

    def refresh(self) -> None:
        """Read again."""
        if self.shows_one:
            self._load_one()
        else:
            self._load_list()

    def hear(self, event: Event) -> None:
        """The catalogue changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def leave(self) -> None:
        """Write the draft."""
        self.unpublished.flush()

    # Reading

    def _load_list(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        self.overview.loading.start()
        self.context.background.read(
            lambda: self.load_all(desk, actor),
            self.overview.show_entries,
            lambda error: self.overview.fail(
                tr("The {things} cannot be shown", things=self.words.things), str(error), self._load_list
            ),
            key=f"entries-{id(self)}",
        )

    def _load_one(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        key = "" if self._is_new else self._key
        self.frame.loading.start()
        self.context.background.read(
            lambda: self.load_one(desk, actor, key), self._show_one, self._lost, key=f"entry-{id(self)}"
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("This {thing} cannot be shown", thing=self.words.thing), str(error))
        empty.add_button(tr("Try again"), self._load_one, kind="primary")
        empty.add_button(tr("All {things}", things=self.words.things), lambda: self.wanted.emit(""))

    def _show_one(self, opened: Opened) -> None:
        former, self._opened = self._opened, opened
        typed = self._unsaved(former)
        self.frame.show_page()
        for key, options in opened.offers.items():
            self.form.fields[key].offer(options)
        self.form.put(opened.values)
        if typed and former is not None:
            self._put_typed(typed)
        self.form.set_fixed(not self.editable)
        self.add.setVisible(self._is_new and self.editable)
        self.use.setVisible(not self._is_new and self.editable)
        asks = opened.active and bool(self.warning(opened)) and not self.words.retire.endswith("…")
        self.use.setText(f"{self.words.retire}{'…' if asks else ''}" if opened.active else self.words.renew)
        self.use.updateGeometry()
        self.form.note.setText("" if opened.active else self.words.retired)
        self.uses.setVisible(self.knows_uses and not self._is_new)
        self.history.setVisible(not self._is_new)
        self.uses.show_uses(opened.uses)
        self.history.show_changes(opened.history)
        self.frame.entitle(self.title())
        self.shown(opened)
        if former is None:
            self._first_shown()
        self.titled.emit()

    def _first_shown(self) -> None:
        if self.editable:
            self.unpublished.begin(f"{self.drafts}:{self._key}")
        else:
            self.frame.say(tr("You may read the {things}; others change them.", things=self.words.things))

    def _unsaved(self, base: Opened | None) -> dict[str, str]:
        """What stands in the form and is not saved."""
        saved = base.values if base is not None else {}
        return {key: value for key, value in self.form.values().items() if key in saved and value != saved[key]}

    # Typing

    def _typed(self) -> None:
        self.form.mark(None)
        unsaved = self._unsaved(self._opened)
        if unsaved:
            self.unpublished.keep(unsaved)
        else:
            self.unpublished.forget()

    def _bring_back(self, fields: Values) -> None:
        known = {key: value for key, value in fields.items() if key in self.form.fields}
        if not known:
            return
        if self._opened is not None and all(self._opened.values.get(key) == value for key, value in known.items()):
            # It was saved as the desk was left, and nobody was there any more to hear of it.
            self.unpublished.forget()
            return
        self._put_typed(known)
        self.frame.say(tr("What you had typed and not saved is here again."))
        if not self._is_new:
            self.frame.strip.add_button(tr("Save it"), lambda: self._save(self._unsaved(self._opened)))
            self.frame.strip.add_button(tr("Drop it"), self._drop_typed)

    def _put_typed(self, typed: Values) -> None:
        """Show what was typed as such: what is saved stays what Esc brings back."""
        for key, value in typed.items():
            self.form.fields[key].type_in(value)

    def _drop_typed(self) -> None:
        self.unpublished.forget()
        self.frame.say("")
        if self._opened is not None:
            self.form.put(self._opened.values)

    # Saving

    def _finished(self, field: str) -> None:
        if not self._is_new and self._opened is not None and self.editable:
            self._save({field: self.form.fields[field].value()})

    def _save(self, values: Values) -> None:
        opened = self._opened
        if opened is None:
            return
        changed = {field: value for field, value in values.items() if value != opened.values.get(field)}
        if changed:
            before = {field: opened.values[field] for field in changed}
            self._save_values(self._key, changed.get(self.naming, opened.title), changed, before)

    def _save_values(self, key: str, title: str, values: Values, before: Values | None) -> None:
        """Save fields of an entry; `before` is what undoing brings back, None where this is the undoing."""
        undo = None if before is None else partial(self._save_values, key, title, before, None)
        taken_back = tr("Taken back: change of {title}", title=title)
        said = tr("{title} is saved", title=title) if before is not None else taken_back
        self._write(key, lambda desk, actor: self.save_change(desk, actor, key, values), said, undo)

    def _use_wanted(self) -> None:
        opened = self._opened
        if opened is None:
            return
        warning = self.warning(opened) if opened.active else ""
        if not warning:
            self._save_use(self._key, opened.title, active=not opened.active)
            return
        self.frame.say(warning, "amber")
        take = partial(self._save_use, self._key, opened.title, active=False)
        ways = self.other_ways(opened)
        first = self.frame.strip.add_button(self.words.retire.rstrip("…"), take, kind="ghost" if ways else "danger")
        for text, run in ways:
            first = self.frame.strip.add_button(text, run, kind="danger")
        first.setFocus()
        self.frame.strip.add_button(tr("Keep it"), lambda: self.frame.say(""))

    def _save_use(self, key: str, title: str, *, active: bool, takes_back: str = "") -> None:
        said = f"{title} {self.words.renewed_said if active else self.words.retired_said}"
        undo = None if takes_back else partial(self._save_use, key, title, active=not active, takes_back=said)
        said = tr("Taken back: {text}", text=takes_back) if takes_back else said
        self._write(key, lambda desk, actor: self.save_use(desk, actor, key, active=active), said, undo)

    def _write(
        self, key: str, save: "Callable[[Desk, Actor], None]", said: str, undo: Callable[[], None] | None
    ) -> None:
        desk, actor = self.context.desk, self.context.actor

        def done(_result: None) -> None:
            # Also after the toast is gone, as long as the session lasts.
            taken = None if undo is None else self.context.undo.push(said, undo)
            actions = () if taken is None else (ToastAction(tr("Undo"), taken, "Ctrl+Z"),)
            self.context.toasts.show(said, *actions, icon=self.words.icon)
            if key == self._key:
                self.unpublished.forget()
                self.frame.say("")
                self.form.mark(None)
            self.refresh()

        self.context.background.write(lambda: save(desk, actor), done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))
        self.form.mark(error.field if isinstance(error, BadInput) else None)

    def _add(self) -> None:
        desk, actor, values = self.context.desk, self.context.actor, self.form.values()
        self.add.setEnabled(False)

        def added(key: str) -> None:
            self.add.setEnabled(True)
            self.unpublished.forget()
            self._opened = None
            name = values.get(self.naming, "")
            said = tr("{name} is added", name=name)
            # Nothing is ever deleted, so what was added by mistake is no longer offered.
            taken = self.context.undo.push(said, partial(self._save_use, key, name, active=False, takes_back=said))
            self.context.toasts.show(said, ToastAction(tr("Undo"), taken, "Ctrl+Z"), icon=self.words.icon)
            self.wanted.emit(key)

        def refused(error: DeskError) -> None:
            self.add.setEnabled(True)
            self._refused(error)

        self.context.background.write(lambda: self.save_new(desk, actor, values), added, refused)
