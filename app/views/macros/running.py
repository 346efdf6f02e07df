"""Running a macro from the window: what it says waits as every message does, and all of it is taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.errors import DeskError
from app.domain.macros import text_goes_with_step
from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.infra.outbox import Waiting
from app.services.incidents.dto import Outcome, Post
from app.services.macros.dto import Macro, MacroRun, Said
from app.views.context import ViewContext
from app.views.incident.written_down import waiting_message
from app.views.many_at_once import change_many
from app.views.outbox.holding import is_held, now_words
from app.views.toolkit.toast import SHOWN_MS, ToastAction

Done = Callable[[], None]
Refused = Callable[[DeskError], None]


def run_now(
    context: ViewContext,
    macro: Macro,
    incident_ids: Sequence[str],
    done: Done,
    refused: Refused,
    *,
    seen: int | None = None,
) -> None:
    """Run it on these incidents, say what came of it, and offer to take it back.

    `seen` is how many messages of others the person has seen where they look at the one incident.
    """
    desk, actor, ids, write = context.desk, context.actor, tuple(incident_ids), context.formats.full
    if macro.acts.state is not None:
        context.outbox.send_first(*ids)
    if not _is_held(context, macro):
        _run(context, macro, tuple(MacroRun(each, desk.new_id()) for each in ids), (), done, refused)
        return

    def known(said: tuple[Said, ...]) -> None:
        items = tuple(_waiting(context, macro, each, seen) for each in said if each.text.strip())
        posts = {item.fields["incident_id"]: item.id for item in items}
        runs = tuple(MacroRun(each, posts.get(each) or desk.new_id(), each in posts) for each in ids)
        # On the disk before anything is changed, so that no word is lost whatever happens then.
        context.outbox.hold_all(
            items, context.held_for, partial(_run, context, macro, runs, items, done, refused), refused
        )

    context.background.read(lambda: desk.macros.said(actor, macro.id, ids, write), known, refused)


def _is_held(context: ViewContext, macro: Macro) -> bool:
    """Whether it says something beside its step, which can be taken back for some seconds."""
    return bool(macro.body.strip()) and not text_goes_with_step(macro.acts) and is_held(context)


def _waiting(context: ViewContext, macro: Macro, said: Said, seen: int | None) -> Waiting:
    post = Post(context.desk.new_id(), said.text, macro.public, others_seen=seen)
    return waiting_message(context, post, said.incident_id, incident_number(said.number), said.caller_name)


def _run(
    context: ViewContext,
    macro: Macro,
    runs: tuple[MacroRun, ...],
    items: tuple[Waiting, ...],
    done: Done,
    refused: Refused,
) -> None:
    desk, actor, write = context.desk, context.actor, context.formats.full

    def ran(outcomes: tuple[Outcome, ...]) -> None:
        done()
        lost = {outcome.incident_id for outcome in outcomes if outcome.refused}
        for item in items:
            if item.fields["incident_id"] in lost:
                context.outbox.discard(item)
        _tell(context, macro, outcomes, tuple(item for item in items if item.fields["incident_id"] not in lost))

    def nothing_done() -> None:
        for item in items:
            context.outbox.discard(item)

    def failed(error: DeskError) -> None:
        nothing_done()
        refused(error)

    change_many(
        context, len(runs), lambda: desk.macro_work.run(actor, macro.id, runs, write), ran, failed, nothing_done
    )


def _tell(context: ViewContext, macro: Macro, outcomes: tuple[Outcome, ...], held: tuple[Waiting, ...]) -> None:
    kept = [outcome for outcome in outcomes if not outcome.refused]
    sentences = [outcome.refused for outcome in outcomes if outcome.refused]
    text = f"{macro.name}: {_counted(len(kept))}" if kept else tr("Nothing was changed")
    changed = any(outcome.after or outcome.steps or outcome.linked for outcome in kept)
    actions = [ToastAction(tr("Undo"), partial(_take_back, context, outcomes, held, text), "Ctrl+Z")]
    told = (
        tr("{text}; {count} not. {sentence}", text=text, count=len(sentences), sentence=sentences[0])
        if sentences
        else text
    )
    if held:
        actions.append(ToastAction(now_words(is_note=not macro.public), partial(_release, context, held)))
        told += _held_words(macro, context.held_for // 1_000)
    icon = "send" if held and macro.public else "zap" if kept else "triangle-alert"
    shown_ms = context.held_for if held else SHOWN_MS
    context.toasts.show(told, *(actions if changed or held else ()), icon=icon, shown_ms=shown_ms)


def _held_words(macro: Macro, seconds: int) -> str:
    if macro.public:
        return tr(". Sending in {held_for} s", held_for=seconds)
    return tr(". Saving the note in {seconds} s", seconds=seconds)


def _release(context: ViewContext, held: Sequence[Waiting]) -> None:
    for item in held:
        context.outbox.release(item.id)


def _take_back(context: ViewContext, outcomes: tuple[Outcome, ...], held: Sequence[Waiting], text: str) -> None:
    desk, actor = context.desk, context.actor
    for item in held:
        context.outbox.discard(item)

    def taken(back: tuple[Outcome, ...]) -> None:
        sentences = [outcome.refused for outcome in back if outcome.refused]
        told = (
            tr("Taken back: {text}; {count} not. {sentence}", text=text, count=len(sentences), sentence=sentences[0])
            if sentences
            else tr("Taken back: {text}", text=text)
        )
        stays = "" if held or sentences else tr(". What was said stays said")
        context.toasts.show(f"{told}{stays}", icon="undo-2")

    change_many(context, len(outcomes), lambda: desk.macro_work.take_back(actor, outcomes), taken)


def _counted(number: int) -> str:
    return trn("{n} incident", "{n} incidents", number)
