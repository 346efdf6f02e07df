"""How the sections of the settings are made; each is imported when it is first opened."""

from PySide6.QtWidgets import QWidget

from app.domain.kept_words import WordKind
from app.views.context import ViewContext
from app.views.settings_page.section import SettingsSection


def calendars(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Calendars."""
    from app.views.settings_page.calendars.section import CalendarsSection

    return CalendarsSection(context, parent)


def policies(context: ViewContext, parent: QWidget) -> SettingsSection:
    """SLA policies."""
    from app.views.settings_page.policies.section import PoliciesSection

    return PoliciesSection(context, parent)


def rules(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Escalation rules."""
    from app.views.settings_page.rules.section import RulesSection

    return RulesSection(context, parent)


def hours(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Groups and shifts."""
    from app.views.settings_page.hours.section import HoursSection

    return HoursSection(context, parent)


def services(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Services."""
    from app.views.settings_page.catalogue.services import ServicesSection

    return ServicesSection(context, parent)


def checklists(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Checklists."""
    from app.views.settings_page.checklists.section import ChecklistsSection

    return ChecklistsSection(context, parent)


def templates(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Templates."""
    from app.views.settings_page.templates.section import TemplatesSection

    return TemplatesSection(context, parent)


def macros(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Macros."""
    from app.views.settings_page.macros.section import MacrosSection

    return MacrosSection(context, parent)


def items(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Configuration items."""
    from app.views.settings_page.catalogue.items import ItemsSection

    return ItemsSection(context, parent)


def sites(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Sites."""
    from app.views.settings_page.catalogue.sites import SitesSection

    return SitesSection(context, parent)


def categories(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Categories."""
    from app.views.settings_page.catalogue.categories import CategoriesSection

    return CategoriesSection(context, parent)


def matrix(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The priority matrix."""
    from app.views.settings_page.matrix.section import MatrixSection

    return MatrixSection(context, parent)


def incidents(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The rules of incidents."""
    from app.views.settings_page.incidents.section import IncidentRulesSection

    return IncidentRulesSection(context, parent)


def hold_reasons(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Hold reasons."""
    from app.views.settings_page.words.section import WordsSection

    return WordsSection(context, parent, WordKind.HOLD)


def resolution_codes(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Resolution codes."""
    from app.views.settings_page.words.section import WordsSection

    return WordsSection(context, parent, WordKind.CODE)


def quality(context: ViewContext, parent: QWidget) -> SettingsSection:
    """How good the suggestions are."""
    from app.views.settings_page.quality.section import QualitySection

    return QualitySection(context, parent)


def knowledge(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Knowledge."""
    from app.views.settings_page.knowledge.section import KnowledgeSection

    return KnowledgeSection(context, parent)


def search(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The search."""
    from app.views.settings_page.finding.section import SearchSection

    return SearchSection(context, parent)


def writing_help(context: ViewContext, parent: QWidget | None = None) -> SettingsSection:
    """Help with writing."""
    from app.views.settings_page.writing_help.section import WritingHelpSection

    return WritingHelpSection(context, parent)


def people(context: ViewContext, parent: QWidget) -> SettingsSection:
    """People."""
    from app.views.settings_page.people.section import PeopleSection

    return PeopleSection(context, parent)


def teams(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Teams."""
    from app.views.settings_page.teams.section import TeamsSection

    return TeamsSection(context, parent)


def backups(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Backups."""
    from app.views.settings_page.backups.section import BackupsSection

    return BackupsSection(context, parent)


def export(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Exporting."""
    from app.views.settings_page.exporting.section import ExportSection

    return ExportSection(context, parent)


def trail(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The audit trail."""
    from app.views.settings_page.trail.section import TrailSection

    return TrailSection(context, parent)


def retention(context: ViewContext, parent: QWidget) -> SettingsSection:
    """How long things are kept."""
    from app.views.settings_page.retention.section import RetentionSection

    return RetentionSection(context, parent)


def log(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The audit log."""
    from app.views.settings_page.log.section import LogSection

    return LogSection(context, parent)


def gate(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Signing in."""
    from app.views.settings_page.gate.section import GateSection

    return GateSection(context, parent)


def appearance(context: ViewContext, parent: QWidget) -> SettingsSection:
    """How it looks on this computer."""
    from app.views.settings_page.appearance.section import AppearanceSection

    return AppearanceSection(context, parent)


def keys(context: ViewContext, parent: QWidget) -> SettingsSection:
    """Keys."""
    from app.views.settings_page.keys.section import KeysSection

    return KeysSection(context, parent)


def desk(context: ViewContext, parent: QWidget) -> SettingsSection:
    """The desk and its connection."""
    from app.views.settings_page.desk.section import DeskSection

    return DeskSection(context, parent)
