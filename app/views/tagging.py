"""Tags, put on one incident or on many and taken off again, from wherever they are shown."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.errors import BadInput
from app.domain.query.terms import TermKind
from app.domain.tags import tag_word, tags_of
from app.domain.wording import tr, trn
from app.services.incidents.queue_dto import QueueQuery, Suggestion
from app.views.context import ViewContext
from app.views.queue.acts import QueueActs
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option


def open_tags(
    context: ViewContext,
    incident_ids: Sequence[str],
    anchor: QWidget,
    stored: str | None = None,
    done: Callable[[], None] = lambda: None,
) -> ChoicePopup:
    """Ask which tag; one that is on comes off. `stored` are the tags that a single incident has."""
    ids, there = tuple(incident_ids), tags_of(stored)
    desk, actor = context.desk, context.actor

    def ask(text: str, answer: Answer) -> None:
        wanted = QueueQuery("is:any", at=context.now(), zone=context.formats.zone)
        part = text.strip().lower().removeprefix("#")

        def came(found: tuple[Suggestion, ...]) -> None:
            answer(_options(part, there, found))

        context.background.read(
            lambda: desk.queue.suggest(actor, wanted, TermKind.TAG, part), came, key=f"tags-{id(popup)}"
        )

    def chosen(option: Option) -> None:
        try:
            word = tag_word(str(option.value if option.value is not None else option.label))
        except BadInput as error:
            context.toasts.say_error(error)
        else:
            put_on_or_off(context, ids, word, is_on=word in there, done=done)

    one, many = tr("Tag: type a word, or choose one"), trn("Tag {n} incident", "Tag {n} incidents", len(ids))
    name = one if len(ids) == 1 else many
    popup = ChoicePopup(name, ask, anchor, can_add=True)
    popup.chosen.connect(chosen)
    popup.open_at(anchor)
    return popup


def put_on_or_off(
    context: ViewContext, ids: tuple[str, ...], word: str, *, is_on: bool, done: Callable[[], None]
) -> None:
    """Tag these incidents with a word, or take it off where it is on; says so, with the way back."""
    desk, actor = context.desk, context.actor
    add: tuple[str, ...] = () if is_on else (word,)
    remove: tuple[str, ...] = (word,) if is_on else ()
    words = tr("no longer tagged {tag}", tag=word) if is_on else tr("tagged {tag}", tag=word)
    QueueActs(context).run(ids, lambda: desk.incidents.tag_many(actor, ids, add, remove), words, "tag", done)


def _options(part: str, there: Sequence[str], found: Sequence[Suggestion]) -> list[Option]:
    """What was typed where it is new, then what the desk has, then what is on and can come off."""
    known = {each.value: each.incidents for each in found}
    options = [
        Option(tag, tag, trn("{n} incident", "{n} incidents", number))
        for tag, number in known.items()
        if tag not in there
    ]
    off = [Option(tag, tag, tr("is on: take it off")) for tag in there if part in tag]
    is_new = bool(part) and part not in known and part not in there
    return [*([Option(part, part, tr("new tag"))] if is_new else []), *options, *off]
