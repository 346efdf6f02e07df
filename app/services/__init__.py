"""USE CASES. One public command is one transaction; what comes out are frozen rows, never database objects.

Every command names the permission it asks for (`app.services.command`). No Qt, no files, no network here.
"""
