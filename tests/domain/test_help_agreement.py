"""Who agreed to which server."""

from app.domain.writing_help.agreement import has_agreed, with_agreement

ONE, TWO = "https://desk.example/v1", "http://other.example:8080/v1"


def test_each_person_agrees_to_each_server_by_themself() -> None:
    kept = with_agreement("", "ada", ONE)
    assert has_agreed(kept, "ada", ONE)
    assert not has_agreed(kept, "ada", TWO)
    assert not has_agreed(kept, "ben", ONE)
    assert not has_agreed(kept, "ada", "https://desk.example/v1x")
    kept = with_agreement(with_agreement(kept, "ben", ONE), "ada", TWO)
    assert has_agreed(kept, "ada", ONE)
    assert with_agreement(kept, "ada", ONE) == " ".join(sorted(kept.split(), key=lambda each: each == f"ada@{ONE}"))
    kept = with_agreement(kept, "ada", ONE, agrees=False)
    assert not has_agreed(kept, "ada", ONE)
    assert has_agreed(kept, "ben", ONE)
    assert not has_agreed("", "ada", ONE)
