"""Disk, clock, processes, search index, ledger."""
