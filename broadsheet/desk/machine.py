"""What is said when the machine fails, not the copy: no permission, no room, no memory."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing.crew import CrewError
from broadsheet.publishing.search_index import SearchIndexError

FAILURES = (OSError, SearchIndexError, BrokenProcessPool, CrewError)
"""What a build raises when the machine fails."""


def machine_fault(error: Exception) -> Diagnostic:
    """One of FAILURES as a diagnostic, at the file that it is about, if it names one."""
    message, file, hint = str(error), "", ""
    if isinstance(error, BrokenProcessPool):
        message = "a worker was ended, perhaps for want of memory; try --workers 1"
    elif isinstance(error, CrewError):
        message, hint = error.message, error.hint
    elif isinstance(error, OSError):
        message, file = error.strerror or message, str(error.filename or "")
    return Diagnostic("machine-failed", message, Place(file or "broadsheet"), hint)
