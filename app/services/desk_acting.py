"""The part of the desk by which incidents are changed, one or many at once; imported when it is first asked for."""

from typing import TYPE_CHECKING

from app.infra.unit_of_work import Store

if TYPE_CHECKING:
    from app.services.checklists.commands import ChecklistCommands, ChecklistQueries
    from app.services.first_steps.commands import FirstStepCommands, FirstStepQueries
    from app.services.handovers.commands import HandoverCommands
    from app.services.handovers.queries import HandoverQueries
    from app.services.incidents.commands import IncidentCommands
    from app.services.incidents.followers import FollowCommands
    from app.services.incidents.merge_commands import MergeCommands, MergeQueries
    from app.services.kept_words.commands import WordCommands, WordQueries
    from app.services.lists.commands import ListCommands, ListQueries
    from app.services.macros.commands import MacroCommands, MacroQueries
    from app.services.problems.commands import ProblemCommands
    from app.services.problems.queries import ProblemQueries
    from app.services.retention.commands import RetentionCommands, RetentionQueries
    from app.services.templates.commands import TemplateCommands, TemplateQueries
    from app.services.writing_help.commands import HelpCommands, HelpQueries


class ActingServices:
    """Services of the desk whose store is this one."""

    __slots__ = ()

    store: Store

    @property
    def incidents(self) -> "IncidentCommands":
        """Logging and changing incidents."""
        from app.services.incidents.commands import IncidentCommands

        return IncidentCommands(self.store)

    @property
    def words(self) -> "WordQueries":
        """The hold reasons and resolution codes."""
        from app.services.kept_words.commands import WordQueries

        return WordQueries(self.store)

    @property
    def words_admin(self) -> "WordCommands":
        """Changing which of them are offered."""
        from app.services.kept_words.commands import WordCommands

        return WordCommands(self.store)

    @property
    def retention(self) -> "RetentionQueries":
        """For how long things are kept."""
        from app.services.retention.commands import RetentionQueries

        return RetentionQueries(self.store)

    @property
    def retention_admin(self) -> "RetentionCommands":
        """Setting for how long they are kept."""
        from app.services.retention.commands import RetentionCommands

        return RetentionCommands(self.store)

    @property
    def first_steps(self) -> "FirstStepQueries":
        """What a new desk still lacks."""
        from app.services.first_steps.commands import FirstStepQueries

        return FirstStepQueries(self.store)

    @property
    def first_steps_work(self) -> "FirstStepCommands":
        """Closing the list of what it lacks."""
        from app.services.first_steps.commands import FirstStepCommands

        return FirstStepCommands(self.store)

    @property
    def following(self) -> "FollowCommands":
        """Following incidents, and being told when they move on."""
        from app.services.incidents.followers import FollowCommands

        return FollowCommands(self.store)

    @property
    def merge_choices(self) -> "MergeQueries":
        """What can be merged into what."""
        from app.services.incidents.merge_commands import MergeQueries

        return MergeQueries(self.store)

    @property
    def merge_work(self) -> "MergeCommands":
        """Merging duplicates and taking it back."""
        from app.services.incidents.merge_commands import MergeCommands

        return MergeCommands(self.store)

    @property
    def lists(self) -> "ListQueries":
        """What lists of people and of configuration items would do."""
        from app.services.lists.commands import ListQueries

        return ListQueries(self.store)

    @property
    def list_work(self) -> "ListCommands":
        """Bringing such lists in."""
        from app.services.lists.commands import ListCommands

        return ListCommands(self.store)

    @property
    def macros(self) -> "MacroQueries":
        """Reading macros."""
        from app.services.macros.commands import MacroQueries

        return MacroQueries(self.store)

    @property
    def macro_work(self) -> "MacroCommands":
        """Keeping macros and running them."""
        from app.services.macros.commands import MacroCommands

        return MacroCommands(self.store)

    @property
    def checklists(self) -> "ChecklistQueries":
        """Reading checklists and their templates."""
        from app.services.checklists.commands import ChecklistQueries

        return ChecklistQueries(self.store)

    @property
    def checklist_work(self) -> "ChecklistCommands":
        """Working on checklists, and keeping their templates."""
        from app.services.checklists.commands import ChecklistCommands

        return ChecklistCommands(self.store)

    @property
    def problems(self) -> "ProblemQueries":
        """Reading problems."""
        from app.services.problems.queries import ProblemQueries

        return ProblemQueries(self.store)

    @property
    def problem_work(self) -> "ProblemCommands":
        """Working on problems, and on which incidents belong to them."""
        from app.services.problems.commands import ProblemCommands

        return ProblemCommands(self.store)

    @property
    def handovers(self) -> "HandoverQueries":
        """Reading hand-overs between shifts."""
        from app.services.handovers.queries import HandoverQueries

        return HandoverQueries(self.store)

    @property
    def handover_work(self) -> "HandoverCommands":
        """Handing a shift over, and taking it over."""
        from app.services.handovers.commands import HandoverCommands

        return HandoverCommands(self.store)

    @property
    def templates(self) -> "TemplateQueries":
        """Reading templates of incidents."""
        from app.services.templates.commands import TemplateQueries

        return TemplateQueries(self.store)

    @property
    def template_work(self) -> "TemplateCommands":
        """Keeping templates of incidents, and logging from them."""
        from app.services.templates.commands import TemplateCommands

        return TemplateCommands(self.store)

    @property
    def writing_help(self) -> "HelpQueries":
        """How help with writing is set up, and what there is to tell of a case."""
        from app.services.writing_help.commands import HelpQueries

        return HelpQueries(self.store)

    @property
    def writing_help_work(self) -> "HelpCommands":
        """Setting help with writing up, and checking what was written."""
        from app.services.writing_help.commands import HelpCommands

        return HelpCommands(self.store)
