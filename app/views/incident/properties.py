"""The fields of an incident at the right, each edited in place: click, Enter or type; saved at once."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.vocabulary import Channel, State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.people.dto import PersonChoice
from app.views.context import ViewContext
from app.views.incident.articles_block import ArticlesBlock
from app.views.incident.blocks import Divider, LineOf
from app.views.incident.casework import Casework
from app.views.incident.checklist_block import ChecklistBlock
from app.views.incident.editing import Editing, WantedEdit
from app.views.incident.facts import FactsBlock
from app.views.incident.links import LinksBlock
from app.views.incident.more_fields import MoreBlock
from app.views.incident.out_of_use import OutOfUse
from app.views.incident.pick_lists import CHANNEL_ICONS, CHANNELS, PickLists
from app.views.incident.priority_block import PriorityBlock
from app.views.incident.problem_line import ProblemLine
from app.views.incident.requester import RequesterBlock
from app.views.incident.suggested import SuggestedBlock
from app.views.incident.tags_row import TagsRow
from app.views.problems.making import ask_problems, problem_location
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.choice_popup import Option, listed
from app.views.widgets.labels import Label, NameLabel
from app.views.widgets.pick_field import PickField
from app.views.widgets.spans import isolated

LABEL_WIDTH: Final = 104


class PropertiesPanel(QScrollArea):
    """Blocks from top to bottom: checklist, properties, knowledge, requester, suggested, links, impact, facts.

    `link_opened` carries an id.
    """

    link_opened = Signal(str)

    def __init__(self, context: ViewContext, casework: Casework, editing: Editing, lists: PickLists) -> None:
        super().__init__()
        self._context, self._casework, self._editing, self._lists = context, casework, editing, lists
        self._detail: IncidentDetail | None = None
        self.fields: dict[str, PickField] = {}
        self._out_of_use = OutOfUse(self.fields)
        self._seen: dict[str, IncidentDetail | None] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(Size.PROPERTIES)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("edge", "left")
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._column = QVBoxLayout(canvas)
        self._column.setContentsMargins(18, 14, 18, 18)
        self._column.setSpacing(10)
        self.checklist = ChecklistBlock(context, lists)
        self.priority = PriorityBlock(context, casework, editing, lists)
        self.requester = RequesterBlock(context)
        self.suggested = SuggestedBlock()
        self.links = LinksBlock(context, casework)
        self.links.opened.connect(self.link_opened)
        self.links.form_opened.connect(lambda: QTimer.singleShot(0, self, self._show_link_form))
        self.articles = ArticlesBlock(context)
        self.more = MoreBlock(context, casework, editing)
        self.more.opened.connect(
            lambda: QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.more.form, 0, 24))
        )
        self.problem = ProblemLine(context)
        self.facts = FactsBlock(context)
        self.tags = TagsRow(context)
        self._build()
        self.setWidget(canvas)

    def _build(self) -> None:
        self._column.addWidget(self.checklist)
        self._column.addWidget(LineOf(self.checklist))
        self._column.addWidget(Label(tr("Properties"), tokens.META_STRONG, "text2"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._grid.addWidget(self.priority, 0, 0, 1, 2)
        self._add("group_id", tr("Assignment group"), self._lists.plain("group_id", tr("No group")), "users")
        self._add("assignee_id", tr("Assignee"), self._lists.agents(None), None).set_person()
        self._add("service_id", tr("Service"), self._lists.plain("service_id", tr("No service")), "layers")
        self._add("category_id", tr("Category"), self._lists.plain("category_id", tr("No category")), "tag")
        self._add("subcategory_id", tr("Subcategory"), self._lists.subcategories(None), "tags")
        asset = self._lists.plain("configuration_item_id", tr("None"))
        self._add("configuration_item_id", tr("Configuration item"), asset, "monitor")
        self._add("site_id", tr("Site"), self._lists.plain("site_id", tr("No site")), "map-pin")
        self._add("channel", tr("Channel"), listed(CHANNELS), "phone")
        row = self._grid.rowCount()
        self._grid.addWidget(Label(tr("Tags"), tokens.META, "text2"), row, 0)
        self._grid.addWidget(self.tags, row, 1)
        problems = ask_problems(self._context, tr("No problem"))
        self._add("problem_ref", tr("Problem"), problems, "circle-alert", can_add=True)
        self._grid.addWidget(self.problem, self._grid.rowCount(), 1)
        self.problem.opened.connect(lambda wanted: self._context.go(problem_location(wanted)))
        for block in (self.articles, self.requester, self.suggested, self.links, self.more, self.facts):
            if block is self.suggested:
                self._column.addWidget(block)  # it comes and goes with its own line
                continue
            self._column.addWidget(LineOf(block))
            self._column.addWidget(block)
        self.requester.picker.ask = self._lists.people
        self.requester.picker.opening.connect(partial(self._opening, "caller_id"))
        self.requester.picker.chosen.connect(self._caller_chosen)
        self._column.addStretch(1)

    def _add(
        self, field: str, label: str, ask: Callable[..., None], icon: str | None, *, can_add: bool = False
    ) -> PickField:
        made = PickField(label, ask, icon=icon, can_add=can_add)
        made.opening.connect(partial(self._opening, field))
        made.chosen.connect(lambda option, field=field: self._chosen(field, option))
        row = self._grid.rowCount()
        self._grid.addWidget(NameLabel(label), row, 0)
        self._grid.addWidget(made, row, 1)
        self.fields[field] = made
        return made

    def add_block(self, block: QWidget) -> None:
        """Put a block above the properties, such as the clocks."""
        self._column.insertWidget(0, block)
        self._column.insertWidget(1, Divider())

    def lead_with_suggestions(self) -> None:
        """Put what is suggested on top, where that is what somebody looks for first."""
        self._column.insertWidget(0, self.suggested)
        self.suggested.lead()

    def show_incident(self, detail: IncidentDetail) -> None:
        """Show the fields; a list that is open stays open."""
        self._detail = detail
        editable = may(self._context.actor, Permission.INCIDENT_EDIT)
        editable = editable and detail.state not in {State.CLOSED, State.CANCELED}
        values = {
            "group_id": detail.group_name,
            "assignee_id": detail.assignee_name,
            "service_id": detail.service_name,
            "category_id": detail.category_name,
            "subcategory_id": detail.subcategory_name,
            "configuration_item_id": detail.configuration_item_name,
            "site_id": detail.site_name,
            "problem_ref": detail.problem_ref,
            "channel": Channel(detail.channel).label if detail.channel in set(Channel) else detail.channel,
        }
        for field, value in values.items():
            self.fields[field].set_value(isolated(value or ""), empty=tr("Nobody") if field == "assignee_id" else "–")
            self.fields[field].setEnabled(editable)
            self.fields[field].set_invalid(False)
        self.fields["channel"].set_icon(CHANNEL_ICONS.get(detail.channel, "inbox"))
        self.fields["assignee_id"].ask = self._lists.agents(detail.group_id)
        self.fields["subcategory_id"].ask = self._lists.subcategories(detail.category_id)
        self.fields["subcategory_id"].setEnabled(editable and detail.category_id is not None)
        self._out_of_use.show_incident(detail, editable=editable)
        self.problem.show_incident(detail)
        self.checklist.show_incident(detail)
        self.priority.show_incident(detail, editable=editable)
        self.requester.show_incident(detail, editable=editable)
        self.tags.show_incident(detail, editable=editable)
        self.links.show_incident(detail, editable=may(self._context.actor, Permission.INCIDENT_LINK))
        self.articles.setVisible(may(self._context.actor, Permission.INCIDENT_WORK))
        if may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self.articles.show_incident(detail, editable=editable)
        self.more.show_incident(detail, editable=editable)
        self.facts.show_incident(detail)

    def open_list(self, field: str) -> None:
        """Open the list of a field, because its key was pressed."""
        self.ensureWidgetVisible(self.fields[field])
        self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[field].open_list()

    def _show_link_form(self) -> None:
        self.ensureWidgetVisible(self.links.form, 0, 24)

    def mark_missing(self, field: str) -> None:
        """Show that a step needs this field."""
        names = {"assignee": ("group_id", "assignee_id")}.get(field, (field,))
        for name in names:
            if name in self.fields:
                self.fields[name].set_invalid(True)

    def _opening(self, field: str) -> None:
        # What comes while the list is open was not seen by whoever chooses from it.
        self._seen[field] = self._casework.detail

    def _chosen(self, field: str, option: Option) -> None:
        # Only a number of a problem can be typed instead of being chosen; the line that clears it has a value too.
        value = option.label if field == "problem_ref" and option.value is None else option.value
        if isinstance(value, (str, int)) or value is None:
            wanted = WantedEdit({field: value}, {field: "" if value is None else option.label})
            self._editing.edit(wanted, seen=self._seen.pop(field, None))

    def _caller_chosen(self, option: Option) -> None:
        person = option.value
        if isinstance(person, PersonChoice):
            wanted = WantedEdit({"caller_id": person.id}, {"caller_id": person.name})
            self._editing.edit(wanted, seen=self._seen.pop("caller_id", None))
