"""How a command ends before its time: its exit statuses, and what is said."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from broadsheet.desk import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

CONTENT_HAS_ERRORS = 1
MACHINE_FAILED = 3
BY_SIGNAL = 128
"""What a shell adds to a signal's number: 130 for Ctrl-C, 143 for who is told to end."""


@contextmanager
def orderly() -> Iterator[None]:
    """Within it, a failing machine is told in a line, and Ctrl-C or SIGTERM let everything go before they end it."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        sys.exit(BY_SIGNAL + signal.SIGINT)
    except Exception as error:
        from broadsheet.desk.machine import FAILURES, machine_fault  # noqa: PLC0415 - seldom wanted

        if not isinstance(error, FAILURES):
            raise
        click.echo(report.as_text([machine_fault(error)]), err=True, nl=False)
        sys.exit(MACHINE_FAILED)
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: FrameType | None) -> None:
    """End by a signal, as an exception that passes whoever has something to let go."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(BY_SIGNAL + number)
