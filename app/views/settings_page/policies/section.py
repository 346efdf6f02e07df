"""The section of SLA policies: a set in its order, each policy with its matrix, and publishing with a preview."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.calendar import Calendar
from app.domain.durations import write_duration
from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.instants import HOUR
from app.domain.sla.policy import CLOCKS, Clock, Policy, Trait
from app.domain.sla.validate import Finding
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.conditions import value_words
from app.views.settings_page.edited_list import Around, EditedList, Shape
from app.views.settings_page.policies import source
from app.views.settings_page.policies.layout import SETS, PoliciesLayout
from app.views.settings_page.reference import NOTHING, Reference
from app.views.settings_page.try_it.ground import Ground
from app.views.widgets.order_list import OrderItem

_CHECK_AFTER_MS = 350


def _these_are(number: int) -> str:
    return tr("These are the policies of version {number}. Publish them to have them again, or:", number=number)


def _key_of(policy: Policy) -> str:
    return policy.policy_id


def _copy_of(name: str) -> str:
    return tr("{name} (copy)", name=name)


class PoliciesSection(PoliciesLayout):
    """`open` takes `desk` or `imported`; each set is edited, kept and published on its own."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._set = "desk"
        around = Around(self.frame, self.bar, self.unpublished, self._editable)
        shape = Shape("policies", _key_of, source.data_of, source.from_data)
        self.list: EditedList[Policy] = EditedList(shape, around, self._edited, self._show)
        self._book: source.Book | None = None
        self._reference: Reference = NOTHING
        self._calendars: Mapping[str, tuple[str, Calendar]] = {}
        self._findings: tuple[Finding, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self.sets.chosen.connect(self.wanted)
        self.new.clicked.connect(self.add_policy)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)
        self.sample.clicked.connect(self._use_sample)
        self.order.picked.connect(self.list.choose)
        self.order.moved.connect(self.list.move)
        self.editor.changed.connect(self.list.replace)
        self.editor.refused.connect(self.frame.refuse)
        self.versions.wanted.connect(self._look)
        self.preview.wanted.connect(self._ask_preview)
        self.bar.prepared.connect(self.preview.ask)
        self.bar.publish_wanted.connect(self._publish)
        self._timer.timeout.connect(self._ask_findings)

    def title(self) -> str:
        """The section, and the set where it is not the desk's own."""
        return tr("SLA policies") if self._set == "desk" else tr("SLA policies for imported incidents")

    def open(self, argument: str) -> None:
        """Show a set; what is being edited in it stays."""
        wanted = argument if argument in dict(SETS) else self._set
        if wanted != self._set:
            self.unpublished.flush()
            self._set = wanted
            self.list.begin()
            self.frame.say("")
        self.sets.choose(self._set)
        self._load()
        self.titled.emit()

    def refresh(self) -> None:
        """Read again."""
        self._load()

    def hear(self, event: Event) -> None:
        """Calendars, policies or pick lists changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._load()

    def undo(self) -> bool:
        """Take back the last edit."""
        return self.list.undo()

    @property
    def policies(self) -> tuple[Policy, ...]:
        """What is edited, in its order."""
        return self.list.items

    # Reading

    def _load(self) -> None:
        desk, actor, policy_set = self.context.desk, self.context.actor, self._set
        self.frame.loading.start()
        self.context.background.read(
            lambda: source.load(desk, actor, policy_set), self._loaded, self._lost, key=f"policies-{id(self)}"
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The policies cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self._load, kind="primary")

    def _loaded(self, book: source.Book) -> None:
        self._book, self._reference, self._calendars = book, book.reference, book.calendars
        self.frame.show_page()
        self.editor.set_calendars(book.calendars)
        self.editor.set_choices(book.reference.choices)
        self.editor.pauses.set_own(book.reference.own_reasons)
        self.try_it.set_reference(book.reference)
        self.try_it.use_zone(next((calendar.zone for _name, calendar in book.calendars.values()), "UTC"))
        self.try_it.subject_changed()
        overtaken = tr("Somebody published other policies in the meantime. Your changes are kept.")
        fresh = self.list.read(book.policies, overtaken)
        self.versions.show_used_by([tr("incidents logged here") if self._set == "desk" else tr("imported incidents")])
        self.versions.show_versions(book.versions)
        if fresh and self._editable:
            self.unpublished.begin(f"policies-{self._set}")
        self.editor.set_fixed(not self._editable)
        self.order.set_fixed(not self._editable)
        self._show()
        self._timer.start()

    def _show(self) -> None:
        policy, there = self.list.current, bool(self.policies)
        self.order.show_items([self._item(each) for each in self.policies], self.list.current_key)
        self.order.setVisible(there)
        self.none.setVisible(not there)
        self.sample.setVisible(not there and self._editable)
        self.editor.setVisible(there)
        for button in (self.copy, self.remove):
            button.setEnabled(there)
        if policy is not None:
            if self.editor.policy is not policy:
                self.editor.show_policy(policy)
            mine = [found for found in self._findings if found.policy_id == policy.policy_id]
            self.editor.show_findings(
                [found.sentence for found in mine if found.fatal], [found.sentence for found in mine if not found.fatal]
            )
        self._show_state()

    def _item(self, policy: Policy) -> OrderItem:
        found = [each for each in self._findings if each.policy_id == policy.policy_id]
        tone = "red" if any(each.fatal for each in found) else "amber" if found else ""
        targets = [write_duration(policy.targets.get(clock)) or "–" for clock in CLOCKS[:2]]
        return OrderItem(policy.policy_id, policy.name, _takes(policy, self._reference), " / ".join(targets), tone)

    def _show_state(self) -> None:
        if not self._editable:
            text = tr("You may read policies; supervisors and administrators change them.")
            self.bar.show_state(text, changed=False, editable=False)
        elif self.list.is_unchanged:
            number = self._book.number if self._book is not None else 0
            text = tr("Version {number}", number=number) if number else tr("Nothing published")
            self.bar.show_state(text, changed=False, editable=True)
        else:
            words = self.list.changed_words()
            self.bar.show_state(tr("Not published: {words}", words=words), changed=True, editable=True)

    # Editing

    def add_policy(self) -> None:
        """Begin another policy at the top, where it is tried first."""
        calendar_id = next(iter(self._calendars), None)
        targets = {Clock.RESPONSE: 4 * HOUR, Clock.RESOLUTION: 24 * HOUR}
        policy = Policy(self.context.desk.new_id(), 0, tr("New policy"), targets, calendar_id)
        self.list.insert(0, policy)
        if len(self.policies) > 1:
            self.editor.conditions.begin(Trait.PRIORITY)
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _copy(self) -> None:
        policy = self.list.current
        if policy is not None:
            twin = replace(policy, policy_id=self.context.desk.new_id(), version=0, name=_copy_of(policy.name))
            self.list.insert(self.policies.index(policy), twin)

    def _remove(self) -> None:
        self.list.remove()
        self.order.setFocus()

    def _edited(self) -> None:
        self._timer.start()
        self.try_it.subject_changed()
        self.preview.stale()

    def _look(self, number: int) -> None:
        found = self._book.history.get(number) if self._book is not None else None
        if found is not None:
            self.list.look(found, _these_are(number))

    # Checking, trying, publishing

    def _ground(self) -> Ground | None:
        return Ground(self._calendars, self.policies) if self._book is not None else None

    def _ask_findings(self) -> None:
        desk, calendars, policies, own = self.context.desk, self._calendars, self.policies, self._reference.own_reasons
        self.context.background.read(
            lambda: source.findings(desk, calendars, policies, own), self._found, key=f"findings-{id(self)}"
        )

    def _found(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._show()

    def _ask_preview(self) -> None:
        desk, actor, policy_set, policies = self.context.desk, self.context.actor, self._set, self.policies
        self.context.background.read(
            lambda: source.preview(desk, actor, policy_set, policies),
            self.preview.show_changes,
            self.preview.fail,
            key=f"preview-{id(self)}",
        )

    def _use_sample(self) -> None:
        desk, actor, policy_set = self.context.desk, self.context.actor, self._set
        self.sample.setEnabled(False)
        self.context.background.write(
            lambda: source.use_sample(desk, actor, policy_set), lambda _done: self._sampled(), self._sample_refused
        )

    def _sampled(self) -> None:
        self.sample.setEnabled(True)
        self.list.base = None
        self._load()
        self.frame.say(source.sampled_words(self._set))

    def _sample_refused(self, error: DeskError) -> None:
        self.sample.setEnabled(True)
        self.frame.refuse(str(error))

    def _publish(self, note: str) -> None:
        fatal = [found.sentence for found in self._findings if found.fatal]
        if fatal:
            self.bar.refuse(fatal)
            return
        desk, actor, policy_set, policies = self.context.desk, self.context.actor, self._set, self.policies
        to_open = self.preview.applies_to_open()
        self.bar.set_busy(True)
        self.context.background.write(
            lambda: source.publish(desk, actor, policy_set, policies, to_open, note), self._published, self._refused
        )

    def _refused(self, error: DeskError) -> None:
        self.bar.set_busy(False)
        self.bar.refuse([str(error)])

    def _published(self, number: int) -> None:
        self.list.published(None)
        self.preview.clear()
        self.context.toasts.show(tr("Version {number} of the policies is published", number=number), icon="timer")
        self._load()


def _takes(policy: Policy, reference: Reference) -> str:
    """Which incidents a policy takes, in a few words."""
    words = (
        f"{condition.trait.label}: {tr(' or ').join(value_words(reference.choices, condition))}"
        for condition in policy.conditions
    )
    return "; ".join(words) or tr("Every incident")
