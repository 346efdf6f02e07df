"""Widgets without services: they are told what to show and tell what was done to them."""
