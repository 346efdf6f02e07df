import pytest

import main


def test_an_interrupt_outside_a_command_ends_with_a_word_and_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_database: str | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "make_context", interrupted)
    assert main.main(["kpi"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"
