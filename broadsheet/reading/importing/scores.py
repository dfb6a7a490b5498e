"""How much a line looks like a byline, in steps that the weights of lines are fitted to."""

from __future__ import annotations

SURELY = 6.0
"""Nothing else is likely."""
MARKED = 5.0
"""A name that a sign or brackets set apart."""
NAMED = 4.0
"""A name in Latin letters that hardly is anything else."""
SIGNED = 3.5
"""A name with a place, or with what its bearer is."""
BARE = 2.5
"""What may be a name, with nothing about it."""
