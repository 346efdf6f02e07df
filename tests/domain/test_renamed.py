"""A filter asks for the category that came as well as for the one that went."""

import pytest

from app.domain.query.renamed import asking_for_both

_MERGED = {"Printing": "Work place", "Toner": "Supplies"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("category:printing", 'category:printing,"Work place"'),
        ("is:open -category:Print sort:sla", 'is:open -category:Print,"Work place" sort:sla'),
        ("(p:1 or category:toner) team:me", "(p:1 or category:toner,Supplies) team:me"),
        ("category:printing,toner", 'category:printing,toner,"Work place",Supplies'),
        ('category:"printing" and category:toner', 'category:"printing","Work place" and category:toner,Supplies'),
        ('category:printing,"work place"', 'category:printing,"work place"'),
        ("category:network", "category:network"),
        ("category:none", "category:none"),
        ("category:any", "category:any"),
        ("printing", "printing"),
        ("service:printing", "service:printing"),
        ('"category:printing" category:printing', '"category:printing" category:printing,"Work place"'),
        ("wrong:category:printing category:printing", 'wrong:category:printing category:printing,"Work place"'),
        ("", ""),
    ],
)
def test_the_other_stands_beside_the_one_that_went(text: str, expected: str) -> None:
    assert asking_for_both(text, _MERGED) == expected


def test_doing_it_again_changes_nothing() -> None:
    once = asking_for_both("category:print category:toner", _MERGED)
    assert asking_for_both(once, _MERGED) == once
