from pathlib import Path

import pytest

from main import main


def test_a_new_desk_has_the_servicenow_matrix(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ServiceNow 3x3")
    assert "5 Planning" in out


def test_a_built_in_matrix_is_loaded_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--load", "GLPI 5x5"]) == 0
    assert main(["matrix"]) == 0
    assert capsys.readouterr().out.count("GLPI 5x5") == 2


def test_a_matrix_that_is_not_monotone_is_refused_with_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.toml"
    file.write_text('name="Own"\nimpact=["a","b"]\nurgency=["a","b"]\npriority=["1","2","3"]\ncells=[[1,2],[1,1]]\n')
    assert main(["matrix", "--load", str(file)]) == 1
    assert "Impact 2, urgency 2" in capsys.readouterr().err
    assert main(["matrix"]) == 0
    assert capsys.readouterr().out.startswith("ServiceNow 3x3")


@pytest.mark.parametrize("content", ["", "{", '{"cells": [[1, "x"]]}', '{"cells": 3}', "[1]"])
def test_a_file_that_is_no_matrix_is_explained(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.json"
    file.write_text(content)
    assert main(["matrix", "--load", str(file)]) == 1
    assert capsys.readouterr().err.strip().endswith(".")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("incidents.csv", b"number,impact\n1,2\n", "is no matrix: that is a .toml or .json file"),
        ("picture.png", b"\x89PNG\r\n", "is no matrix: that is a .toml or .json file"),
        ("own.toml", b"\x89PNG\r\n", "is no text in UTF-8"),
        ("own.json", b"name = 3", "is not valid JSON"),
        ("own.toml", b"number,impact\n1,2\n", "is not valid TOML"),
    ],
)
def test_a_file_of_another_kind_is_named_with_what_a_matrix_is(
    name: str, content: bytes, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["matrix", "--load", str(tmp_path / name)]) == 1
    told = capsys.readouterr().err
    assert name in told
    assert reason in told


def test_a_file_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--load", "/nowhere/own.toml"]) == 1
    assert "/nowhere/own.toml" in capsys.readouterr().err
