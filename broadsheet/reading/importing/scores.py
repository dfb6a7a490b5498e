"""How much a line looks like a byline, in steps that the weights of lines are fitted to."""

from __future__ import annotations

SURELY = 6.0
"""Nothing else is likely."""
MARKED = 5.0
"""A name in Han that a sign or brackets set apart."""
OFFICE = 4.5
"""An office in brackets that may hold a column's name, too."""
NAMED = 4.0
"""A name in Latin letters that is known for one, or that a sign or a comma sets apart."""
SIGNED = 3.5
"""A name with a place, or with what its bearer is."""
SHORT = 3.0
"""Two or three characters in brackets: a pen name, perhaps."""
BARE = 2.5
"""What may be a name in Han, with nothing about it."""
PROPER = 2.0
"""Words with capital initials, which may be a name."""
CAPITALS = 1.0
"""The same in capitals throughout, as headlines are set."""
