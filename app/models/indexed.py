"""Which tables people find things in by words, and in which of their columns; the one list for both databases.

The description that an incident was logged with stands in its first journal entry too, so that one is left out. On
PostgreSQL the same columns stand in `migrations/sql/search`; a test compares what both find.
"""

from app.infra.fulltext.scope import Indexed

INCIDENT = Indexed(
    "incident",
    "incident",
    (
        ("short_description", 8.0),
        ("description", 2.0),
        ("resolution_notes", 3.0),
        ("source_number", 8.0),
        ("cause", 2.0),
        ("workaround", 2.0),
        ("business_impact", 1.0),
    ),
    key="number",
)
ENTRY = Indexed("entry", "journal_entry", (("body", 1.0),), when="{row}body IS NOT NULL AND {row}kind <> 'logged'")
PERSON = Indexed("person", "person", (("name", 8.0), ("email", 4.0), ("phone", 4.0), ("job_title", 1.0)))
ITEM = Indexed("item", "configuration_item", (("name", 8.0), ("kind", 1.0)))
REVIEW = Indexed(
    "review",
    "review",
    (("title", 8.0), ("summary", 2.0), ("detection", 1.0), ("recovery", 1.0), ("business_effect", 1.0)),
)
ARTICLE = Indexed("article", "article", (("title", 8.0), ("summary", 4.0), ("body", 1.0)), key="number")
PROBLEM = Indexed(
    "problem",
    "problem",
    (("title", 8.0), ("description", 2.0), ("cause", 2.0), ("workaround", 2.0), ("fix", 2.0)),
    key="number",
)

INDEXED = (INCIDENT, ENTRY, PERSON, ITEM, REVIEW, ARTICLE, PROBLEM)
