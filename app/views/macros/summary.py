"""What a macro would do to several incidents, in numbers, before it does."""

from app.domain.macros import text_goes_with_step
from app.domain.wording import trn
from app.services.macros.dto import Macro


def summary_of(macro: Macro, count: int) -> str:
    """As in "5 replies, 5 status changes, 10 changed fields": at most so many, because some may be so already."""
    parts = []
    if macro.body.strip():
        # What is said by the step itself, as a question or a solution, is read by each caller too.
        if macro.public or text_goes_with_step(macro.acts):
            parts.append(trn("{n} reply", "{n} replies", count))
        else:
            parts.append(trn("{n} internal note", "{n} internal notes", count))
    if macro.acts.state is not None:
        parts.append(trn("{n} status change", "{n} status changes", count))
    fields = len(macro.acts.sets) + bool(macro.acts.tags)
    if fields:
        parts.append(trn("{n} changed field", "{n} changed fields", count * fields))
    if macro.acts.article:
        parts.append(trn("{n} linked article", "{n} linked articles", count))
    return ", ".join(parts)
