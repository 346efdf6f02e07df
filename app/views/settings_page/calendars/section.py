"""The section of calendars: all of them, or one that is edited and published in versions."""

import json
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.calendar import Calendar, is_never_open
from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.special_days import changed_words
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.calendars import source
from app.views.settings_page.calendars.editor import OFFICE_WEEK
from app.views.settings_page.calendars.layout import CalendarsLayout
from app.views.settings_page.calendars.list_view import CalendarFacts
from app.views.settings_page.try_it.ground import Ground

NEW: Final = "new"


class CalendarsSection(CalendarsLayout):
    """`open` takes nothing for the list, `new`, the id of a calendar, or `ID@3` to look at a version."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._argument, self._id, self._looked_at = "", "", 0
        self._opened: source.Opened | None = None
        self._drafts: frozenset[str] = frozenset()
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.wanted.emit(NEW))
        self.list.opened.connect(self.wanted)
        self.frame.head.back_wanted.connect(lambda: self.wanted.emit(""))
        self.versions.wanted.connect(lambda number: self.wanted.emit(f"{self._id}@{number}"))
        self.editor.changed.connect(self._changed)
        self.editor.typed.connect(self._keep)
        self.editor.refused.connect(self.frame.refuse)
        self.editor.noted.connect(self.frame.say)
        self.effective.changed.connect(self._keep)
        self.bar.note_typed.connect(lambda _text: self._keep())
        self.bar.publish_wanted.connect(self._publish)
        self.bar.discard_wanted.connect(self._discard)
        self.unpublished.brought_back.connect(self._bring_back)

    # Where it is

    def title(self) -> str:
        """The calendar, or all of them."""
        return (self.editor.name.text() or tr("New calendar")) if self.shows_one else tr("Calendars")

    def open(self, argument: str) -> None:
        """Show the list, a calendar or one of its versions; what is being edited stays as it is."""
        same = argument == self._argument and self._opened is not None
        self._argument = argument
        if not argument:
            self.stack.setCurrentWidget(self.overview)
            self._load_list()
            self.titled.emit()
            return
        self.stack.setCurrentWidget(self.frame)
        if not same:
            self._opened = None
            self.unpublished.flush()
            self._id, _, number = argument.partition("@")
            self._looked_at = int(number) if number.isdecimal() else 0
            self.frame.say("")
        self._load_one()

    def refresh(self) -> None:
        """Read again."""
        if self.shows_one:
            self._load_one()
        else:
            self._load_list()

    def hear(self, event: Event) -> None:
        """Somebody published something."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def undo(self) -> bool:
        """Take back the last edit of the calendar."""
        return self.shows_one and self._editable and self.editor.undo()

    # Reading

    def _load_list(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        self.overview.loading.start()
        self.context.drafts.load_all(lambda drafts: self._know_drafts(frozenset(draft.key for draft in drafts)))
        self.context.background.read(
            lambda: source.load_all(desk, actor), self._show_list, self._list_lost, key=f"calendars-{id(self)}"
        )

    def _know_drafts(self, keys: frozenset[str]) -> None:
        self._drafts = frozenset(key.removeprefix("settings:calendar:") for key in keys)
        for key, row in self.list.rows.items():
            row.set_unpublished(key in self._drafts)
        self.new.setText(tr("Continue the new calendar") if NEW in self._drafts else tr("New calendar"))
        self.new.updateGeometry()

    def _show_list(self, calendars: tuple[CalendarFacts, ...]) -> None:
        if not calendars:
            empty = self.overview.fail(
                tr("No calendars yet"),
                tr("Without one, time counts round the clock. Make one with the hours of your desk."),
            )
            if self._editable:
                empty.add_button(tr("New calendar"), lambda: self.wanted.emit(NEW))
            return
        self.overview.show_page()
        waits_for_rows = not self.list.rows and (self.new.hasFocus() or self.overview.hasFocus())
        self.list.show_calendars(calendars, self._drafts)
        if waits_for_rows:
            self.focus_start()

    def _list_lost(self, error: DeskError) -> None:
        empty = self.overview.fail(tr("The calendars cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self._load_list, kind="primary")

    def _load_one(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        calendar_id = "" if self._id == NEW else self._id
        self.frame.loading.start()
        self.context.background.read(
            lambda: source.load_one(desk, actor, calendar_id), self._show_one, self._lost, key=f"calendar-{id(self)}"
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("This calendar cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self._load_one, kind="primary")
        empty.add_button(tr("All calendars"), lambda: self.wanted.emit(""))

    def _show_one(self, opened: source.Opened) -> None:
        fresh, former = self._opened is None, self._opened
        self.frame.show_page()
        self.versions.setVisible(opened.facts is not None)
        if opened.facts is not None:
            self.versions.show_used_by(opened.facts.used_by)
            self.versions.show_versions([version.facts for version in opened.versions])
        unchanged = former is not None and self._is_unchanged()
        self._opened = opened
        if fresh or unchanged or self._looked_at:
            name, calendar = self._base()
            self.editor.show_calendar(name, calendar)
        elif former is not None and former.facts is not None and former.facts.version != _version_of(opened):
            self.frame.say(tr("Somebody published another version of this calendar. Your changes are kept."), "amber")
        self.editor.set_fixed(not self._editable or bool(self._looked_at))
        if self._looked_at:
            self._offer_version()
        elif fresh and self._editable:
            self.unpublished.begin(f"calendar:{self._id}")
        self.try_it.use_zone(self.editor.calendar.zone)
        self.try_it.subject_changed()
        self._show_state()
        self.titled.emit()

    def _offer_version(self) -> None:
        self.frame.say(tr("You look at version {looked_at}. It cannot be changed.", looked_at=self._looked_at), "blue")
        self.frame.strip.add_button(tr("Newest version"), lambda: self.wanted.emit(self._id))

    def _base(self) -> tuple[str, Calendar]:
        """What is published and shown: the version that is looked at, the newest, or what a new one begins with."""
        opened = self._opened
        if opened is None or opened.facts is None:
            return "", Calendar(source.own_zone(), OFFICE_WEEK)
        versions = {version.facts.number: version.calendar for version in opened.versions}
        return opened.facts.name, versions.get(self._looked_at, opened.facts.calendar)

    def _ground(self) -> Ground | None:
        """The policies of the desk, with this calendar as it is on the screen in place of the published one.

        For a calendar that no policy names yet, the policies are tried as if they counted by it.
        """
        if self._opened is None:
            return None
        ground = self._opened.ground
        mine = (self.editor.name.text() or tr("This calendar"), self.editor.calendar)
        is_named = any(policy.calendar_id == self._id for policy in ground.policies)
        policies = ground.policies if is_named else [replace(each, calendar_id=self._id) for each in ground.policies]
        return Ground({**ground.calendars, self._id: mine}, policies, self._id)

    # Editing

    def _is_unchanged(self) -> bool:
        return (self.editor.name.text().strip(), self.editor.calendar) == self._base()

    def _changed(self) -> None:
        self._keep()
        self._show_state()
        self.try_it.use_zone(self.editor.calendar.zone)
        self.try_it.subject_changed()
        self.titled.emit()

    def _keep(self) -> None:
        if self._opened is None or self._looked_at or not self._editable:
            return
        typed = self.editor.typed_fields()
        waits = any(any(texts) for texts in typed.values()) or self.editor.days.unread()
        if self._is_unchanged() and not waits and not self.bar.note.text():
            self.unpublished.forget()
            return
        fields = {
            "name": self.editor.name.text(),
            "calendar": json.dumps(source.to_data(self.editor.calendar)),
            "typed": json.dumps(typed),
            "days": json.dumps(self.editor.days.unread()),
            "note": self.bar.note.text(),
            "from": self.effective.text(),
        }
        self.unpublished.keep(fields)

    def _bring_back(self, fields: dict[str, str]) -> None:
        if self._looked_at:
            return
        self.editor.show_calendar(fields["name"], source.from_data(json.loads(fields["calendar"])))
        self.editor.put_typed(json.loads(fields["typed"]))
        self.editor.days.put_unread(json.loads(fields["days"]))
        self.bar.note.setText(fields["note"])
        self.effective.put(fields["from"])
        self.editor.set_fixed(not self._editable)
        self._show_state()
        self.titled.emit()
        self.frame.say(tr("What you had changed and not published is here again."))

    def _show_state(self) -> None:
        name, calendar = self._base()
        facts = self._opened.facts if self._opened is not None else None
        if self._looked_at or not self._editable:
            text = tr("You may read calendars; supervisors and administrators change them.")
            self.bar.show_state(
                tr("Version {looked_at}", looked_at=self._looked_at) if self._looked_at else text,
                changed=False,
                editable=False,
            )
            return
        words = changed_words(calendar, self.editor.calendar)
        if facts is None:
            self.bar.show_state(tr("A new calendar, not published yet"), changed=True, editable=True)
        elif self._is_unchanged():
            since = self.context.formats.moment(facts.effective_from, self.context.clock.now())
            self.bar.show_state(
                tr("Version {version}, from {since}", version=facts.version, since=since), changed=False, editable=True
            )
        else:
            parts = [*(["name"] if self.editor.name.text().strip() != name else []), *([words] if words else [])]
            self.bar.show_state(tr("Not published: {parts}", parts=", ".join(parts)), changed=True, editable=True)
        self.frame.entitle(self.title())

    def _discard(self) -> None:
        self.unpublished.forget()
        name, calendar, note = self.editor.name.text(), self.editor.calendar, self.bar.note.text()
        self.bar.clear()
        self.editor.put_typed({"holiday": [""] * 3, "special": [""] * 2})
        self.frame.say(tr("Your changes are gone."), "blue")
        self.frame.strip.add_button(tr("Bring them back"), lambda: self._undiscard(name, calendar, note))
        self.editor.show_calendar(*self._base())
        self._show_state()
        self.try_it.subject_changed()

    def _undiscard(self, name: str, calendar: Calendar, note: str) -> None:
        self.bar.note.setText(note)
        self.editor.show_calendar(name, calendar)
        self.frame.say("")
        self._changed()

    # Publishing

    def _publish(self, note: str) -> None:
        try:
            moment = self.effective.moment()
            self._check()
        except BadInput as error:
            self.bar.refuse([str(error)])
            return
        desk, actor = self.context.desk, self.context.actor
        calendar_id, name, calendar = self._id, self.editor.name.text().strip(), self.editor.calendar
        existing = None if calendar_id == NEW else calendar_id
        self.bar.set_busy(True)
        self.context.background.write(
            lambda: source.publish(desk, actor, existing, name, calendar, moment, note), self._published, self._refused
        )

    def _check(self) -> None:
        if not self.editor.name.text().strip():
            raise BadInput(tr("Give the calendar a name."), "name")
        if self.editor.days.unread():
            raise BadInput(tr("One of the typed days cannot be read. Mend it, or press Esc in it."), "week")
        if is_never_open(self.editor.calendar):
            raise BadInput(tr("This calendar never opens, so no clock would ever run by it. Paint some hours."), "week")

    def _refused(self, error: DeskError) -> None:
        self.bar.set_busy(False)
        self.bar.refuse([str(error)])

    def _published(self, calendar_id: str) -> None:
        self.bar.set_busy(False)
        self.bar.clear()
        self.effective.put("")
        self.unpublished.forget()
        self._opened = None
        self.context.toasts.show(tr("{editor} is published", editor=self.editor.name.text().strip()), icon="calendar")
        if self._id == NEW:
            self.wanted.emit(calendar_id)
        else:
            self._load_one()


def _version_of(opened: source.Opened) -> int:
    return opened.facts.version if opened.facts is not None else 0
