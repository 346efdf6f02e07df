"""The commands on knowledge articles, each with its permission; the rules stand in `app.domain.knowledge`."""

from app.domain.actor import Actor
from app.domain.errors import DeskError, Unavailable
from app.domain.knowledge import ArticleStep, ArticleUse
from app.domain.permissions import Permission, demand
from app.infra.unit_of_work import Store, Work
from app.services.command import command, permitted
from app.services.incidents.dto import StepResult
from app.services.knowledge import documents, uses, writing
from app.services.knowledge.dto import ArticleFacts, ArticleFile, ArticleRef, ArticleText, Taken
from app.services.writing_help.marks import mark_article


class KnowledgeCommands:
    """Everything that changes an article or tells what was done with it; each call is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.KNOWLEDGE_EDIT)
    def create(
        self,
        work: Work,
        article_id: str,
        text: ArticleText,
        facts: ArticleFacts,
        pictures: tuple[bytes, ...] = (),
        *,
        model: str = "",
    ) -> ArticleRef:
        """Begin an article as a draft; the same `article_id` again returns the one that stands.

        Of `pictures` those are kept that the text names by their hash. `model` wrote it, where nobody has edited or
        accepted that yet.
        """
        ref = writing.create(work, article_id, text, facts, pictures)
        mark_article(work, ref.id, ref.version, model)
        return ref

    @command(Permission.KNOWLEDGE_EDIT)
    def write(
        self,
        work: Work,
        article_id: str,
        text: ArticleText,
        pictures: tuple[bytes, ...] = (),
        *,
        seen: int,
        model: str = "",
    ) -> ArticleRef:
        """Save the next version; `seen` is the version that the person began from, else StaleEdit.

        `model` wrote it, where nobody has edited or accepted that yet.
        """
        ref = writing.write(work, article_id, text, seen, pictures)
        mark_article(work, ref.id, ref.version, model)
        return ref

    @command(Permission.KNOWLEDGE_EDIT)
    def describe(self, work: Work, article_id: str, facts: ArticleFacts, *, seen: int) -> ArticleRef:
        """Change what is known beside the text; `seen` is the edit counter that the person saw, else StaleEdit."""
        return writing.describe(work, article_id, facts, seen)

    @command(Permission.KNOWLEDGE_EDIT)
    def step(self, work: Work, article_id: str, step: ArticleStep, reason: str = "", *, seen: int) -> ArticleRef:
        """Send to review, send back, approve and publish, retire or restore; `seen` is the version that was read."""
        return writing.take_step(work, article_id, step, reason, seen)

    @permitted(Permission.KNOWLEDGE_EDIT)
    def take_in(self, actor: Actor, file: ArticleFile, *, dry_run: bool = False) -> Taken:
        """Make a draft of a Markdown file, or change the article that has its id; tells what became, or would.

        All of a file is taken in, or nothing and why. `dry_run` does it too and takes it back, so it says just that.
        """
        try:
            return self.keep_file(actor, file, dry_run=dry_run)
        except documents.OnlyTried as tried:
            return tried.taken
        except Unavailable:
            raise
        except DeskError as error:
            return Taken(file.name, "refused", str(error))

    @command(Permission.KNOWLEDGE_EDIT)
    def keep_file(self, work: Work, file: ArticleFile, *, dry_run: bool) -> Taken:
        """The same, raising what cannot be."""
        return documents.take_in(work, file, dry_run=dry_run)

    @command(Permission.KNOWLEDGE_USE)
    def use(self, work: Work, use_id: str, article_id: str, kind: ArticleUse, incident_id: str | None = None) -> None:
        """Say that the article was used, linked or inserted, or whether it helped; the same `use_id` counts once."""
        if not kind.is_opinion:
            demand(work.actor, Permission.INCIDENT_WORK)
        uses.use(work, use_id, article_id, kind, incident_id)

    @command(Permission.KNOWLEDGE_USE)
    def take_back(self, work: Work, use_id: str) -> None:
        """Take back what was said or linked; the history of the incident keeps that it was there."""
        uses.take_back(work, use_id)

    @command(Permission.INCIDENT_WORK)
    def resolve_with(self, work: Work, use_id: str, article_id: str, incident_id: str, notes: str = "") -> StepResult:
        """Resolve an incident with a published article: code and notes are filled, and the article is linked."""
        return uses.resolve_with(work, use_id, article_id, incident_id, notes)
