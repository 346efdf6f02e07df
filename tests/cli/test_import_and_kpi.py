import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from main import main
from tests.support.logs import SHARED, log_row, log_text

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path: Path) -> str:
    return str(tmp_path / "desk.sqlite")


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    path = tmp_path / "log.csv"
    rows = [log_row(number=f"INC{n}") for n in range(3)]
    path.write_text(log_text(*rows), encoding="utf-8")
    return path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    code = main(list(arguments))
    return code, json.loads(capsys.readouterr().out)


def test_import_and_kpi_print_the_promised_json(desk: str, log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ("--database", desk, "import", "servicenow-log", str(log_file), "--json")
    code, result = _json(capsys, *run)
    assert (code, list(result)) == (
        0, ["rows", "incidents", "imported", "updated", "unchanged", "rejected", "warnings"],
    )  # fmt: skip
    assert (result["rows"], result["incidents"], result["imported"], result["rejected"]) == (3, 3, 3, [])
    assert _json(capsys, *run)[1]["unchanged"] == 3
    code, report = _json(capsys, "--database", desk, "kpi", "--json")
    assert (code, report["incidents"], report["opened_per_month"]) == (0, 3, {"2016-02": 3})
    code, report = _json(capsys, "--database", desk, "kpi", "--json", "--from", "2016-03-01", "--to", "2016-03-31")
    assert report["incidents"] == 0


def test_without_json_the_result_is_text(desk: str, log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", desk, "import", "servicenow-log", str(log_file)]) == 0
    shown = capsys.readouterr()
    assert "3 imported, 0 updated, 0 unchanged." in shown.out
    assert "Reading: 4 of 4 lines (100 %)" in shown.err
    assert main(["--database", desk, "kpi"]) == 0
    assert "Priority 3" in capsys.readouterr().out


def test_a_dry_run_makes_no_desk(desk: str, log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ("--database", desk, "import", "servicenow-log", str(log_file), "--json")
    assert _json(capsys, *run, "--dry-run")[1]["imported"] == 3
    assert not Path(desk).exists()
    _json(capsys, *run)
    assert _json(capsys, *run, "--dry-run")[1]["unchanged"] == 3


def test_a_file_that_is_not_there_is_told_as_json_too(
    desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.csv")
    assert main(["--database", desk, "import", "servicenow-log", missing, "--json"]) == 1
    shown = capsys.readouterr()
    assert missing in json.loads(shown.out)["error"]
    assert missing in shown.err


def test_a_faulty_file_is_told_as_json_too_and_imports_nothing(
    desk: str, log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_file.write_text(log_file.read_text(encoding="utf-8").replace("urgency", "impact"), encoding="utf-8")
    code = main(["--database", desk, "import", "servicenow-log", str(log_file), "--json"])
    shown = capsys.readouterr()
    result = json.loads(shown.out)
    assert code == 1
    assert [fault["line"] for fault in result["rejected"]] == [1, 1]
    assert "Nothing was imported" in shown.err
    assert not Path(desk).exists()


def test_strict_imports_nothing_where_a_line_is_rejected(
    desk: str, log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with log_file.open("a", encoding="utf-8") as handle:
        handle.write("INC9,New\n")
    run = ("--database", desk, "import", "servicenow-log", str(log_file), "--json")
    assert main([*run, "--strict"]) == 1
    assert not Path(desk).exists()
    capsys.readouterr()
    code, result = _json(capsys, *run)
    assert (code, result["imported"], result["rows"]) == (0, 3, 4)
    assert result["rejected"] == [{"line": 5, "reason": "The line has 2 fields, the header has 36."}]


def test_a_list_is_previewed_and_imported_with_a_map(
    desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,When,Title\nA1,2024-05-13 10:00,Printer\n", encoding="utf-8")
    chosen = ("--map", "No=number", "When=opened_at", "Title=short_description")
    assert main(["--database", desk, "import", "csv", str(path), *chosen, "--preview"]) == 0
    assert "Printer" in capsys.readouterr().out
    assert not Path(desk).exists()
    assert main(["--database", desk, "import", "csv", str(path), *chosen]) == 0
    assert main(["--database", desk, "import", "csv", str(path)]) == 1
    assert "--map" in capsys.readouterr().err


@pytest.mark.skipif(not SHARED.exists(), reason="the real data is not beside this checkout")
def test_the_three_exports_come_from_three_desks(desk: str, capsys: pytest.CaptureFixture[str]) -> None:
    imported = 0
    for path in sorted((SHARED / "servicenow_exports").glob("incident_*.csv")):
        _code, result = _json(capsys, "--database", desk, "import", "csv", str(path), "--json")
        imported += int(str(result["imported"]))
    assert imported == 93 + 66 + 97


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "servicenow-log", "missing.csv"],
        ["import", "servicenow-log", "{log}", "--time-zone", "Mars/Olympus"],
        ["kpi", "--from", "2016-03-02", "--to", "2016-03-01"],
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    desk: str, log_file: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", desk, *[text.replace("{log}", str(log_file)) for text in arguments]]) == 1
    assert capsys.readouterr().err.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a child")
def test_ctrl_c_leaves_the_desk_as_it_was(desk: str, log_file: Path, tmp_path: Path) -> None:
    assert main(["--database", desk, "import", "servicenow-log", str(log_file)]) == 0
    large = tmp_path / "large.csv"
    large.write_text(log_text(*(log_row(number=f"INC{n}") for n in range(60_000))), encoding="utf-8")
    # Where the tests run in the background, an interrupt is ignored from the start and the program inherits that.
    listening = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        " runpy.run_path('main.py', run_name='__main__')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", listening, "--database", desk, "import", "servicenow-log", str(large)],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
    )  # fmt: skip
    assert process.stderr is not None
    while not process.stderr.readline().startswith("Importing"):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Nothing was imported" in err
    assert _count(desk) == 3


def _count(desk: str) -> int:
    import sqlite3

    connection = sqlite3.connect(desk)
    try:
        return int(connection.execute("SELECT count(*) FROM incident").fetchone()[0])
    finally:
        connection.close()
