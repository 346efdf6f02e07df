"""TABLES. Columns, constraints and indexes of the database, and nothing that behaves.

Qt item models are view code and are called `*_table.py` under `app/views`.
"""
