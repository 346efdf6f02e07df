"""What stands in the place of a file whose content is past the time for which the desk keeps files."""

from app.domain.wording import tr
from app.services.incidents.dto import AttachmentInfo
from app.views.incident.files import size_shown
from app.views.toolkit import tokens
from app.views.toolkit.formats import written
from app.views.widgets.labels import Label


class RemovedFile(Label):
    """The name and size of a file, and when it was removed by whose rule; there is nothing to open."""

    def __init__(self, info: AttachmentInfo) -> None:
        super().__init__(removed_words(info), tokens.META, "text3", wrap=True, selectable=True)
        self.setAccessibleName(self.text())


def removed_words(info: AttachmentInfo) -> str:
    """`contract.pdf, 212 KB: removed on 3 Mar 2031 by the rule of Ruth Root`; the day in UTC."""
    day = "" if info.removed_at is None else written(info.removed_at, tr("d MMM yyyy"))
    size = size_shown(info.size)
    if info.rule_by is None:
        return tr("{name}, {size}: removed on {day} by the rule of this desk", name=info.file_name, size=size, day=day)
    return tr(
        "{name}, {size}: removed on {day} by the rule of {who}",
        name=info.file_name,
        size=size,
        day=day,
        who=info.rule_by,
    )
