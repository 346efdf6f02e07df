"""Where pages break."""

from app.reports.blocks import Block, Text, prose, text
from app.reports.page import Setter, h1
from app.reports.progress import Progress
from app.reports.styles import BOTTOM, Paper
from app.reports.tables import Table, table


def set_pages(blocks: list[Block]) -> list[list[Block]]:
    setter = Setter(Paper.A4)
    setter.set(blocks, Progress())
    width = Paper.A4.text_width
    for page in setter.pages:
        assert page[-1].top - page[-1].block.height(width) >= BOTTOM - 0.01
    return [[placed.block for placed in page] for page in setter.pages]


def lines(count: int) -> Text:
    return text("\n".join(f"line {number}" for number in range(count)))


def rows(count: int) -> Table:
    return table(("No.", "What"), (0.2, 0.8), [(str(number), "something") for number in range(count)])


def test_a_heading_goes_over_with_what_follows_it() -> None:
    first, second = set_pages([lines(51), h1("Next"), lines(3)])
    assert len(first) == 1
    assert second[0].bookmark == "Next"


def test_a_paragraph_leaves_no_single_line() -> None:
    for before in range(40, 53):
        pages = set_pages([lines(before), lines(8)])
        parts = [block for page in pages for block in page][1:]
        counts = [len(part.lines(Paper.A4.text_width)) for part in parts if isinstance(part, Text)]
        assert sum(counts) == 8
        assert min(counts) >= 2


def test_the_head_of_a_table_is_repeated_and_no_row_is_lost() -> None:
    pages = set_pages([rows(300)])
    parts = [block for page in pages for block in page if isinstance(block, Table)]
    assert len(parts) == len(pages) > 5
    numbers = [cell for part in parts for row in part.rows for cell in row.cells[:1] if isinstance(cell, Text)]
    assert [cell.runs[0].text for cell in numbers] == [str(number) for number in range(300)]
    assert len(parts[-1].rows) >= 2


def test_a_row_taller_than_a_page_is_divided() -> None:
    tall = table(("A", "B"), (0.5, 0.5), [("\n".join("x" * 120), "short")])
    assert len(set_pages([tall])) > 1


def test_the_end_of_a_table_goes_with_the_signatures() -> None:
    for before in range(30, 50):
        body = rows(8)
        body.keep_tail = True
        pages = set_pages([lines(before), body, h1("Sign-off"), lines(6)])
        last = next(page for page in pages if any(block.bookmark == "Sign-off" for block in page))
        above = last[next(i for i, block in enumerate(last) if block.bookmark == "Sign-off") - 1]
        assert isinstance(above, Table)
        assert len(above.rows) >= 2


def test_a_block_that_can_never_fit_does_not_hang() -> None:
    class Tower(Block):
        def height(self, width: float) -> float:
            return 5_000

    setter = Setter(Paper.A4)
    setter.set([text("before"), Tower(), text("after")], Progress())
    assert len(setter.pages) == 3


def test_prose_keeps_paragraphs_and_divides_very_long_ones() -> None:
    blocks = prose("one\ntwo\n\nthree")
    assert [block.before > 0 for block in blocks] == [False, False, True]
    parts = prose("word " * 20_000)
    assert len(parts) == 5
    assert "".join(part.runs[0].text for part in parts) == "word " * 20_000
