import json
from pathlib import Path

import pytest

from main import main
from tests.triage.texts import labelled

KEYS = [
    "rows", "classes", "majority", "accuracy", "top3", "macro_f1", "calibration_error", "train_seconds",
    "predict_ms_median",
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    texts, labels = labelled(120)
    path = tmp_path / "texts.csv"
    rows = [
        f"{text},{number % 3} more words,{label}"
        for number, (text, label) in enumerate(zip(texts, labels, strict=True))
    ]
    path.write_text("\n".join(["Title,Body,Kind", *rows, rows[0].upper(), ",,Mail", "text,,", "cut off"]), "utf-8")
    return path


def evaluate(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, float], str]:
    code = main(["triage", "evaluate", str(file), "--json", *more])
    shown = capsys.readouterr()
    return code, json.loads(shown.out), shown.err


def test_evaluate_prints_the_promised_figures(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, figures, told = evaluate(file, capsys, "--text", "Title,Body", "--label", "Kind")
    assert (code, list(figures)) == (0, KEYS)
    assert (figures["rows"], figures["classes"]) == (120, 3)
    assert "Rows left out: 1 damaged, 2 without a text or a label, 1 with a text that was there already." in told


def test_similar_prints_the_promised_figures(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["triage", "similar", str(file), "--text", "Title", "--label", "Kind", "--json"])
    figures = json.loads(capsys.readouterr().out)
    assert (code, figures["rows"], figures["classes"], figures["queries"]) == (0, 120, 3, 120)
    assert 0.5 < figures["same_label_in_5"] < 1
    assert figures["same_label_in_5"] < figures["mean_reciprocal_rank"] < 1


def test_other_encodings_and_separators_are_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = file.read_text("utf-8").replace(",", ";").replace("please", "Prüfung").replace("PLEASE", "PRÜFUNG")
    figures = []
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        file.write_text(text, encoding)
        code, found, _ = evaluate(file, capsys, "--text", "title", "--label", "KIND")
        figures.append((code, found["rows"], found["accuracy"]))
    assert figures[0][:2] == (0, 120)
    assert figures.count(figures[0]) == 3


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("Title", "Sort"), "The file has no column 'Sort'. Its columns are: Title, Body, Kind."),
        (("Title", "Title"), "Is this the right column?"),
    ],
)
def test_a_wrong_column_is_told(
    file: Path, columns: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, told = evaluate(file, capsys, "--text", columns[0], "--label", columns[1])
    assert code == 1
    assert said in str(answer["error"])
    assert said in told


def test_what_a_column_is_called_cannot_play_with_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"Ti\x1b[31mtle\x07,Kind\na,b\n")
    code, answer, told = evaluate(path, capsys, "--text", "Body", "--label", "Kind")
    assert code == 1
    assert "Its columns are: Ti" in str(answer["error"])
    assert "\x1b" not in told + str(answer["error"])
    assert "\x07" not in told


def test_what_is_no_table_is_told_without_speaking_of_an_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nothing.csv"
    path.write_bytes(b"")
    code, answer, _ = evaluate(path, capsys, "--text", "a", "--label", "b")
    assert (code, str(answer["error"])) == (1, "Line 1: The file is empty.")


def test_very_long_texts_are_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with file.open("a", encoding="utf-8") as handle:
        handle.write(f"\n{'printer ' * 30_000},x,Printing\n")
    code, figures, told = evaluate(file, capsys, "--text", "Title", "--label", "Kind")
    assert (code, figures["rows"]) == (0, 121)
    assert "1 damaged" in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = evaluate(tmp_path / "none.csv", capsys, "--text", "a", "--label", "b")
    assert (code, "cannot be read" in str(answer["error"])) == (1, True)
