"""Bringing in what another desk knew: what is new is decided here, and all of it is one transaction."""
