from collections.abc import Collection
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.importers.dates import DateOrder, DateReader, decide_dates
from app.domain.imports import UnreadableFile


def _first_of(texts: Collection[str]) -> tuple[int, str]:
    return 2, min(texts)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/2/2016 16:10", "29/2/2016 01:16"], DateOrder.DAY_FIRST),
        (["03-02-2016 16:10", "29-02-2016 01:16"], DateOrder.DAY_FIRST),
        (["29.02.2016 01:16"], DateOrder.DAY_FIRST),
        (["3/2/2016 16:10", "3/17/2025 6:04"], DateOrder.MONTH_FIRST),
        (["2018-01-17 15:09:51"], DateOrder.ISO),
        (["2018-01-17T15:09:51Z"], DateOrder.ISO),
        (["", "?"], None),
        (["31/31/2016 10:00", "29/2/2016 01:16"], DateOrder.DAY_FIRST),
    ],
)
def test_the_order_is_found_from_the_rows_that_decide(texts: list[str], order: DateOrder | None) -> None:
    assert decide_dates(texts, _first_of).order is order


@pytest.mark.parametrize(
    "texts",
    [
        ["29/2/2016 01:16", "2/29/2016 01:16"],
        ["2016-02-29 01:16", "29/2/2016 01:16"],
        ["2016-02-29 01:16", "1/2/2016 01:16"],
        ["1/2/2016 01:16", "12/12/2016 01:16"],
    ],
)
def test_an_order_that_is_not_certain_is_refused(texts: list[str]) -> None:
    with pytest.raises(UnreadableFile):
        decide_dates(texts, _first_of)


def test_a_word_against_every_proof_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="not written month-first"):
        decide_dates(["29/2/2016 01:16", "1/2/2016 01:16"], _first_of, DateOrder.MONTH_FIRST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29/2/2016 01:16", datetime(2016, 2, 29, 1, 16, tzinfo=UTC)),
        ("5-3-2016 4:05:06", datetime(2016, 3, 5, 4, 5, 6, tzinfo=UTC)),
        ("5/3/2016 4:05 PM", datetime(2016, 3, 5, 16, 5, tzinfo=UTC)),
        ("5/3/2016 12:05 am", datetime(2016, 3, 5, 0, 5, tzinfo=UTC)),
        ("5/3/2016 10:00 +02:00", datetime(2016, 3, 5, 8, tzinfo=UTC)),
        ("5/3/2016", datetime(2016, 3, 5, tzinfo=UTC)),
        ("30/2/2016 01:16", None),
        ("5/3/2016 4:0", None),
        ("5/3/2016 24:00", None),
        ("5/3/2016 13:05 PM", None),
        ("5/3/16 10:00", None),
        ("5/3-2016 10:00", None),
        ("2016-03-05 10:00", None),
        ("yesterday", None),
        ("٥/٣/٢٠١٦ ١٠:٠٠", datetime(2016, 3, 5, 10, tzinfo=UTC)),
    ],
)
def test_single_texts(text: str, expected: datetime | None) -> None:
    reader = decide_dates(["29/2/2016 01:16"], _first_of)
    assert reader.read(text) == expected
    assert reader.read(text) == expected


def test_a_date_at_the_edge_of_time_is_no_date() -> None:
    reader = decide_dates(["29/2/2016 01:16"], _first_of, zone=timezone(timedelta(hours=14)))
    assert reader.read("1/1/0001 00:00") is None


@pytest.mark.parametrize("text", ["29/2/9996 01:16", "1/1/0001 00:00", "31/12/1969 23:59", "1/1/2200 00:00"])
def test_a_date_that_no_desk_can_keep_is_no_date(text: str) -> None:
    assert decide_dates(["29/2/2016 01:16"], _first_of).read(text) is None


_DAYS = st.sampled_from(["29/2/2016", "30/2/2016", "27/3/2016", "1-1-1970", "31.12.2199", "2016-03-27", " 1/1/2016"])
_SPACES = st.sampled_from([" ", "  ", "T", " T", ""])
_CLOCKS = st.sampled_from(["01:16", "1:30", "24:00", "01:30:15", "1:30 PM", "01:16 +14:00", "23:59Z", " ", ""])


@given(
    texts=st.lists(st.builds("{}{}{}".format, _DAYS, _SPACES, _CLOCKS), max_size=12),
    zone=st.sampled_from([UTC, ZoneInfo("Europe/Lisbon"), timezone(timedelta(hours=-12))]),
)
def test_a_date_means_the_same_whatever_was_read_before(texts: list[str], zone: tzinfo) -> None:
    reader = DateReader(DateOrder.DAY_FIRST, zone)
    unread = reader.read_all(texts)
    for text in texts:
        alone = DateReader(DateOrder.DAY_FIRST, zone).read(text)
        assert reader.read(text) == alone
        assert (text in unread) == (alone is None)


@given(texts=st.lists(st.builds("{}{}{}".format, _DAYS, _SPACES, _CLOCKS), max_size=12))
def test_a_text_proves_the_same_whatever_was_weighed_before(texts: list[str]) -> None:
    def order_of(some: list[str]) -> DateOrder | str | None:
        try:
            return decide_dates(some, _first_of).order
        except UnreadableFile as error:
            return str(error)

    alone = [text for text in texts if order_of([text]) is not None]
    assert order_of(texts) == order_of(alone)
