"""Broadsheet: Markdown articles in, a dated newspaper edition on the web out."""

__version__ = "0.1.0"
