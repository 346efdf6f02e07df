"""The section of escalation rules: their order, the sentence of each, a dry run, the check, and the versions."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.escalation.check import Finding
from app.domain.escalation.data import rules_from_data, rules_to_data
from app.domain.escalation.rules import Action, ActionKind, Rule, RuleStep, Trigger, TriggerKind
from app.domain.escalation.sentence import sentence
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.instants import MINUTE
from app.domain.wording import tr, trn
from app.services.escalation.dto import DryRun, RuleBookView, RuleCheck, RuleView
from app.views.context import ViewContext
from app.views.settings_page.edited_list import Around, EditedList, Shape
from app.views.settings_page.reference import NOTHING, Reference, load_reference
from app.views.settings_page.rules.dry_run import times_words
from app.views.settings_page.rules.layout import RulesLayout
from app.views.settings_page.rules.recipients import Recipients
from app.views.settings_page.versions import VersionFacts
from app.views.widgets.order_list import OrderItem

_CHECK_AFTER_MS = 400
Loaded = tuple[Reference, tuple[RuleView, ...], tuple[RuleBookView, ...]]


class RulesSection(RulesLayout):
    """One ordered list; every edit is kept as a draft until the whole list is published."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        around = Around(self.frame, self.bar, self.unpublished, self._editable)
        shape = Shape("rules", _key_of, rules_to_data, rules_from_data)
        self.list: EditedList[Rule] = EditedList(shape, around, self._edited, self._show)
        self._books: tuple[RuleBookView, ...] = ()
        self._reference = NOTHING
        self._check: RuleCheck | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(self.add_rule)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)
        self.order.picked.connect(self.list.choose)
        self.order.moved.connect(self.list.move)
        self.builder.changed.connect(self.list.replace)
        self.builder.refused.connect(self.frame.refuse)
        self.dry_run.wanted.connect(self._dry_run)
        self.versions.wanted.connect(self._look)
        self.bar.publish_wanted.connect(self._publish)
        self._timer.timeout.connect(self._ask_check)

    def open(self, _argument: str) -> None:
        """Show the rules; what is being edited stays."""
        self._load()

    def refresh(self) -> None:
        """Read again."""
        self._load()

    def hear(self, event: Event) -> None:
        """Groups, people or rules changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._load()

    def undo(self) -> bool:
        """Take back the last edit."""
        return self.list.undo()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What is edited, in its order."""
        return self.list.items

    # Reading

    def _load(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()

        def work() -> Loaded:
            return load_reference(desk, actor), desk.escalations.rules(actor), desk.escalations.rule_books(actor)

        self.context.background.read(work, self._loaded, self._lost, key=f"rules-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The escalation rules cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self._load, kind="primary")

    def _loaded(self, answer: Loaded) -> None:
        self._reference, views, self._books = answer
        self.frame.show_page()
        self.builder.set_reference(self._reference)
        overtaken = tr("Somebody published other rules in the meantime. Your changes are kept.")
        fresh = self.list.read(tuple(view.rule for view in views), overtaken)
        self.versions.show_used_by([tr("escalations; one that has begun goes on by the version it began with")])
        self.versions.show_versions([_version(book) for book in self._books])
        if fresh and self._editable:
            self.unpublished.begin("escalation-rules")
        self.builder.set_fixed(not self._editable)
        self.order.set_fixed(not self._editable)
        self.dry_run.setVisible(self._editable)
        self._show()

    def _show(self) -> None:
        rule = self.list.current
        self.order.show_items([self._item(each) for each in self.rules], self.list.current_key)
        self.order.setVisible(rule is not None)
        self.none.setVisible(rule is None)
        self.sentence.setVisible(rule is not None)
        for button in (self.copy, self.remove):
            button.setEnabled(rule is not None)
        if rule is not None:
            self.builder.show_rule(rule)
            found = [each.sentence for each in self._findings() if not each.rule_keys or rule.key in each.rule_keys]
            self.findings.set_text(" ".join(found), "red")
            self.findings.setVisible(bool(found))
        self.dry_run.choose(self.list.current_key)
        self._show_state()

    def _findings(self) -> Sequence[Finding]:
        return self._check.findings if self._check is not None else ()

    def _item(self, rule: Rule) -> OrderItem:
        wrong = any(rule.key in each.rule_keys for each in self._findings())
        dry = self.dry_run.rule(rule.key)
        end = tr("off") if not rule.enabled else times_words(dry.times) if dry is not None else ""
        words = sentence(rule, self._reference.names)
        return OrderItem(rule.key, rule.name, words, end, "red" if wrong else "", not rule.enabled)

    def _show_state(self) -> None:
        if not self._editable:
            text = tr("You may read the rules; supervisors and administrators change them.")
            self.bar.show_state(text, changed=False, editable=False)
            return
        if self.list.is_unchanged:
            number = max((book.number for book in self._books), default=0)
            self.bar.show_state(
                tr("Version {number}", number=number) if number else tr("Nothing published"),
                changed=False,
                editable=True,
            )
            return
        words = self.list.changed_words()
        self.bar.show_state(tr("Not published: {words}", words=words), changed=True, editable=True)

    # Editing

    def add_rule(self) -> None:
        """Begin another rule at the end."""
        trigger = Trigger(TriggerKind.UNASSIGNED, after=15 * MINUTE)
        steps = (RuleStep(Action(ActionKind.NOTIFY, Recipients.usual())),)
        rule = Rule(self.context.desk.new_id(), tr("New rule"), trigger, steps)
        self.list.insert(len(self.rules), rule)
        self.builder.name.setFocus()
        self.builder.name.selectAll()

    def _copy(self) -> None:
        rule = self.list.current
        if rule is not None:
            twin = replace(rule, key=self.context.desk.new_id(), name=tr("{rule} (copy)", rule=rule.name))
            self.list.insert(self.rules.index(rule) + 1, twin)

    def _remove(self) -> None:
        self.list.remove()
        self.order.setFocus()

    def _edited(self) -> None:
        self.dry_run.rules_changed()
        self._timer.start()

    def _look(self, number: int) -> None:
        book = next((book for book in self._books if book.number == number), None)
        if book is not None:
            said = tr("These are the rules of version {number}. Publish them to have them again, or:", number=number)
            self.list.look(tuple(view.rule for view in book.rules), said)

    # Checking, trying, publishing

    def _ask_check(self) -> None:
        desk, actor, rules = self.context.desk, self.context.actor, self.rules
        self.context.background.read(
            lambda: desk.escalations.check_rules(actor, rules), self._checked, key=f"check-rules-{id(self)}"
        )

    def _checked(self, check: RuleCheck) -> None:
        self._check = check
        self._show()

    def _dry_run(self) -> None:
        desk, actor, rules = self.context.desk, self.context.actor, self.rules
        self.dry_run.start()
        self.context.background.read(
            lambda: desk.escalations.dry_run(actor, rules),
            self._ran,
            lambda error: self.dry_run.fail(str(error)),
            key=f"dry-run-{id(self)}",
        )

    def _ran(self, run: DryRun) -> None:
        self.dry_run.show_run(run)
        self._show()

    def _publish(self, note: str) -> None:
        desk, actor, rules = self.context.desk, self.context.actor, self.rules
        self.bar.set_busy(True)
        self.context.background.write(
            lambda: desk.escalation_work.publish_rules(actor, rules, note), self._published, self._refused
        )

    def _refused(self, error: DeskError) -> None:
        self.bar.set_busy(False)
        self.bar.refuse([str(error)])

    def _published(self, number: int) -> None:
        self.list.published(self.rules)
        self.context.toasts.show(
            tr("Version {number} of the escalation rules is published", number=number), icon="send"
        )
        self._load()


def _key_of(rule: Rule) -> str:
    return rule.key


def _version(book: RuleBookView) -> VersionFacts:
    count = len(book.rules)
    return VersionFacts(
        book.number,
        book.effective_from,
        book.effective_from,
        book.created_by_name or "",
        book.note,
        trn("{n} rule", "{n} rules", count),
    )
