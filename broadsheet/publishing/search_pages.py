"""The search index of a build: a bundle is made again only when something in it changed."""
from __future__ import annotations

def make_search(context, bench, stage, ledger, crew, progress, findings, out, at_fault):
    """Nothing yet."""
