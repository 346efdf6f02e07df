"""A sentence that is typed in a popup: kept as a draft until the desk has taken it, and back when it is asked again."""

from shiboken6 import isValid

from app.views.context import ViewContext
from app.views.kept_answers import Answers, KeptAnswers
from app.views.widgets.choice_popup import ChoicePopup


class KeptLine:
    """Follows the field of one popup; what comes back is selected, so that typing replaces it."""

    def __init__(self, context: ViewContext, popup: ChoicePopup, key: str) -> None:
        self._popup, self._key = popup, key
        self._kept = KeptAnswers(context, lambda: {"text": popup.field.text()}, self._restore)
        popup.field.textEdited.connect(lambda _text: self._kept.keep())
        self._kept.begin(key)

    def taken(self) -> None:
        """The desk has it."""
        self._kept.done(self._key)

    def _restore(self, answers: Answers) -> None:
        if not isValid(self._popup):
            return
        field = self._popup.field
        typed = field.text() if field.isModified() else ""
        field.setText(" ".join(text for text in (answers.get("text", ""), typed) if text))
        if not typed:
            field.selectAll()
