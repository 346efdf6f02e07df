"""What keeps a sheet from being whole: lines without a next step, and incidents that did not fit."""

from app.domain.wording import trn
from app.views.widgets.strips import InfoStrip


class MissingStrip(InfoStrip):
    """Hidden where nothing is missing."""

    def __init__(self) -> None:
        super().__init__("", "amber")
        self.hide()

    def tell(self, bare: list[str], left_out: int) -> None:
        """The numbers of the lines without a next step, and how many incidents more there are."""
        said = _missing_words(bare, left_out)
        self.set_text(said)
        self.setVisible(bool(said))


def _missing_words(bare: list[str], left_out: int) -> str:
    said = []
    if bare:
        numbers = ", ".join(bare)
        said.append(
            trn("{n} line needs a next step: {numbers}", "{n} lines need a next step: {numbers}", len(bare),
                numbers=numbers)
        )  # fmt: skip
    if left_out:
        said.append(
            trn(
                "{n} incident more did not fit; hand over by group",
                "{n} incidents more did not fit; hand over by group",
                left_out,
            )
        )
    return ". ".join(said)
