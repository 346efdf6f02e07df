"""Mainstay, a service desk for ITIL incident management.

The folder listing is the architecture: `domain` (rules), `infra` (plumbing), `models` (tables), `services` (use
cases), `channels`, `reports` and `triage` (adapters), `jobs`, `cli` and `views` (drivers), `bootstrap` (wiring).
A package may import those named before it; `pyproject.toml` holds the contracts and CI checks them.
"""
