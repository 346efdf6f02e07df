import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.importers.table_file import TableFile
from app.domain.errors import Unavailable
from app.domain.imports import UnreadableFile


def _read(folder: Path, content: bytes) -> tuple[list[tuple[int, list[str]]], TableFile]:
    path = folder / "table.csv"
    path.write_bytes(content)
    table = TableFile(path)
    table.open()
    return list(table.records()), table


def test_line_numbers_follow_records_of_several_lines(tmp_path: Path) -> None:
    records, table = _read(tmp_path, b'a,b\n1,"x\ny"\n2,z\n\n3,w\n')
    assert records == [(2, ["1", "x\ny"]), (4, ["2", "z"]), (6, ["3", "w"])]
    assert table.rejected == []
    assert table.rows == 3


@pytest.mark.parametrize(
    ("content", "lines", "reason"),
    [
        (b"a,b\n1,2\n3\n4,5\n", [3], "1 fields, the header has 2"),
        (b"a,b\n1,2,3\n4,5\n", [2], "3 fields"),
        (b'a,b\n"1,2\n3,4\n', [2], "never closed"),
        (b'a,b\n"1,2\n3,"4\n5,6\n', [2, 3], "unbalanced"),
        (b'a,b\n1,"2"x\n3,4\n', [2], "unbalanced"),
        (b"a,b\n1,\x002\n3,4\n", [2], "NUL"),
        (b"a,b\n1,2\n3", [3], "cut off"),
        (b'a,b\n1,2\n3,"4', [3], "cut off"),
        (b"a,b\n1,2\n3,\xc3", [3], "inside a character"),
    ],
)
def test_bad_lines_are_named_and_the_others_are_read(
    tmp_path: Path, content: bytes, lines: list[int], reason: str
) -> None:
    records, table = _read(tmp_path, content)
    assert [fault.line for fault in table.rejected] == lines
    assert reason in table.rejected[0].reason
    bad = set(lines)
    total = content.count(b"\n") + (not content.endswith(b"\n"))
    assert [line for line, _fields in records] == [line for line in range(2, total + 1) if line not in bad]


def test_a_very_long_field_is_rejected_not_fatal(tmp_path: Path) -> None:
    records, table = _read(tmp_path, b"a,b\n1," + b"x" * 200_000 + b"\n3,4\n")
    assert records == [(3, ["3", "4"])]
    assert [fault.line for fault in table.rejected] == [2]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"missing\.csv"):
        TableFile(tmp_path / "missing.csv").open()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_from_the_header(tmp_path: Path, separator: str) -> None:
    lines = [["number", '"opened, first"', "state"], ["1", "2", '"x;y"']]
    content = "".join(separator.join(line) + "\n" for line in lines)
    records, table = _read(tmp_path, content.encode())
    assert table.header == ["number", "opened, first", "state"]
    assert records == [(2, ["1", "2", "x;y"])]


def test_a_name_with_other_separators_in_it_does_not_mislead(tmp_path: Path) -> None:
    records, table = _read(tmp_path, b"number,what; where; when; who\n1,2\n")
    assert table.header == ["number", "what; where; when; who"]
    assert records == [(2, ["1", "2"])]


def test_a_header_without_names(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no header"):
        _read(tmp_path, b",,\n1,2,3\n")


def test_a_wrong_byte_beyond_the_first_chunk_is_found_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Line 600002"):
        _read(tmp_path, b"a,b\n" + b"1,2\n" * 600_000 + b"\xe9,4\n5,6\n")


@given(content=st.binary(max_size=300))
def test_no_bytes_whatever_break_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("table")
    try:
        records, table = _read(folder, b"a,b\n" + content)
    except UnreadableFile:
        return
    assert table.rows == len(records) + len(table.rejected)
    assert all(len(fields) == 2 for _line, fields in records)


@given(content=st.text("ab,;\t\r\n \u2028", max_size=80))
def test_lines_without_quotes_are_read_as_csv_reads_them(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    text = f"a,b\n,\n{content}"
    records, _table = _read(tmp_path_factory.mktemp("table"), text.encode())
    expected = csv.reader(io.StringIO(text, newline=""))
    assert [fields for _line, fields in records] == [fields for fields in expected if len(fields) == 2][1:]


@given(cells=st.lists(st.tuples(*[st.text('ab"\n,', max_size=6)] * 2), max_size=8))
def test_what_a_csv_writer_wrote_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]]
) -> None:
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [("a", "b"), *cells]]
    records, table = _read(tmp_path_factory.mktemp("table"), "".join(f"{line}\n" for line in lines).encode())
    assert [tuple(fields) for _line, fields in records] == cells
    assert table.rejected == []
