"""The blocks that only a review has: its title, its key numbers, its lesson boxes and its sign-offs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from typing_extensions import override

from app.domain.wording import tr
from app.reports.blocks import Block, Rule, Stack, Text, text
from app.reports.fonts import Face
from app.reports.lines import Line, few_lines, one_line
from app.reports.pen import Pen
from app.reports.review.document import Fact, KeyNumber, SignOff
from app.reports.styles import (
    CAPTION,
    CHART_BAR,
    FACT,
    GREEN,
    H2,
    HAIRLINE,
    INK,
    KEY_NUMBER,
    KIND,
    LABEL,
    ORGANISATION,
    RED,
    TINT,
    TITLE,
    TITLE_RULE,
    TextStyle,
)
from app.reports.tables import Row
from app.reports.times import date_and_clock


@dataclass
class Cover(Block):
    """Kind of document, organisation and title; a title that is too long is cut and printed whole below."""

    kind: str
    organisation: str
    title: str

    def _title(self, width: float) -> tuple[TextStyle, tuple[Line, ...], bool]:
        # The title ends before the right margin: lines of equal length would hide its end.
        lines, cut = few_lines(self.title, TITLE, width * 0.94, 2)
        if not cut:
            return TITLE, self._balanced(lines, width), False
        small = TextStyle(TITLE.face, 19, 22.5)
        lines, cut = few_lines(self.title, small, width * 0.94, 3)
        return small, lines, cut

    def _balanced(self, lines: tuple[Line, ...], width: float) -> tuple[Line, ...]:
        """The same number of lines with the words shared out, so that none stands alone on the last one."""
        narrow = lines
        for share in (0.86, 0.78, 0.7, 0.62):
            tried, cut = few_lines(self.title, TITLE, width * share, len(lines))
            if cut:
                break
            narrow = tried
        return narrow

    def too_long(self, width: float) -> bool:
        """Whether the title had to be cut."""
        return self._title(width)[2]

    @override
    def height(self, width: float) -> float:
        style, lines, _ = self._title(width)
        return 20 + len(lines) * style.leading + 12

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.text(self.kind, KIND, x, top - 11, width * 0.45)
        pen.text(self.organisation, ORGANISATION, x + width, top - 11, width * 0.52, 1)
        style, lines, _ = self._title(width)
        baseline = top - 20 - style.size * 0.98
        for line in lines:
            pen.line_of_text(line, x + (width - line.width if line.from_right else 0), baseline, style.size)
            baseline -= style.leading


def cover(kind: str, organisation: str, title: str, facts: Sequence[Fact], width: float) -> list[Block]:
    """The head of the first page with the facts in three columns."""
    head = Cover(kind, organisation, title)
    blocks: list[Block] = [head, Rule(INK, TITLE_RULE, after=4)]
    for first in range(0, len(facts), 3):
        cells: list[Block | None] = [
            Stack([text(fact.label, LABEL, after=0.5), text(fact.value, FACT)]) for fact in facts[first : first + 3]
        ]
        cells += [None] * (3 - len(cells))
        blocks.append(Row(cells, (1 / 3,) * 3, thickness=0, padding=(3.0, 4.0), gap=10))
    if head.too_long(width):
        blocks.append(Stack([text(tr("Full title"), LABEL, after=0.5), text(title, FACT)], before=3))
    return blocks


_CARD_GAP = 11.0
_CARD_INSET = 12.5


@dataclass
class KeyNumbers(Block):
    """Up to four figures in cards; one that failed has a bar and is red."""

    numbers: Sequence[KeyNumber]
    before: float = 11.0
    after: float = 4.0

    def _card(self, width: float) -> float:
        return (width - 3 * _CARD_GAP) / 4

    def _labels(self, number: KeyNumber, width: float) -> tuple[Line, ...]:
        return few_lines(number.label, LABEL, self._card(width) - 2 * _CARD_INSET + 6, 4)[0]

    @override
    def height(self, width: float) -> float:
        return 48 + 11 * max(len(self._labels(number, width)) for number in self.numbers)

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        card, height = self._card(width), self.height(width)
        for index, number in enumerate(self.numbers):
            left = x + index * (card + _CARD_GAP)
            pen.box(left, top - height, card, height, fill=TINT, border=HAIRLINE, radius=5)
            if number.failed:
                pen.box(left - 0.5, top - height + 7, 3, height - 14, fill=RED, radius=1.5)
            room = card - 2 * _CARD_INSET + 6
            style = KEY_NUMBER.but(colour=RED if number.failed else INK)
            line = one_line(number.value, style, 1e6)
            if line.width > room:
                size = max(9.5, style.size * room / line.width)
                style = TextStyle(style.face, size, style.leading, style.colour)
            pen.text(number.value, style, left + _CARD_INSET, top - 26, room)
            baseline = top - 45.5
            for label in self._labels(number, width):
                pen.line_of_text(label, left + _CARD_INSET, baseline, LABEL.size)
                baseline -= LABEL.leading


@dataclass
class TintedRow(Row):
    """Cells on tinted grounds of the same height."""

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        height = self.height(width)
        left = x
        for share, wide in zip(self.shares, self._widths(width), strict=True):
            pen.box(left, top - height, wide, height, fill=TINT, radius=5)
            left += share * width
        Row.draw(self, pen, x, top, width)


_SIGN_GAP = 22.0


@dataclass
class SignOffs(Block):
    """Up to three people: approved with the moment, or a line to sign on."""

    people: Sequence[SignOff]
    zone: tzinfo
    before: float = 8.0
    after: float = 12.0

    def _wide(self, width: float) -> float:
        return (width - 2 * _SIGN_GAP) / 3

    def _who(self, person: SignOff, width: float) -> Stack:
        del width
        return Stack([text(person.role, LABEL, after=1.5), text(person.name or tr("Name"), H2)])

    @override
    def height(self, width: float) -> float:
        return max(self._who(person, width).height(self._wide(width)) for person in self.people) + 50

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, height = self._wide(width), self.height(width)
        for index, person in enumerate(self.people):
            left = x + index * (wide + _SIGN_GAP)
            self._who(person, width).draw(pen, left, top, wide)
            foot = top - height + 15
            pen.rule(left, foot, left + wide, foot, INK, 0.7)
            if person.approved_at is None:
                pen.text(tr("Name, date, signature"), CAPTION, left, foot - 12, wide)
                continue
            pen.check(left, foot + 4, 12)
            pen.text(
                tr("Approved in the app"),
                CHART_BAR.but(face=Face.MEDIUM, colour=GREEN),
                left + 17,
                foot + 6.5,
                wide - 17,
            )
            signed = tr("Signed {moment}", moment=date_and_clock(person.approved_at.astimezone(self.zone)))
            pen.text(signed, CAPTION, left, foot - 12, wide)


@dataclass
class Letter(Block):
    """The letter of a milestone in a table cell."""

    letter: str

    @override
    def height(self, width: float) -> float:
        del width
        return 12.0

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        del width
        pen.dot(self.letter, x + 6, top - 6.3, 5.9)


def note(content: str) -> Text:
    """Small print."""
    return text(content, CAPTION)
