"""What the window says in other languages: the texts of the source, and the catalogs that translate them.

`python -m tests.words` brings the catalogs in `resources/translations` up to date with the source, after a text was
added or changed; what is left to be translated it prints.
"""
