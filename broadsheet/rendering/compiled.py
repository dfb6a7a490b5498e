"""What is known of layouts, kept for the processes and builds to come: to compile all of them takes longest at a start.

Kept under a name, which is a digest of all that it depends on: the SHA-256 of the rest (32 bytes), then the code of a
layout as Jinja writes it, which begins with the versions of Jinja and Python and a digest of the layout; or the digests
of a layout's closure. What isn't whole is as good as not there.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2.bccache import Bucket

_DIGEST: Final = 32


class Compiled(BytecodeCache):
    """What is kept for layouts of the same sources; as Jinja's door to it, code."""

    def __init__(self, kept: MutableMapping[str, bytes], *seen: str) -> None:
        """Keep everything in `kept`; `seen` is what it depends on besides its name."""
        self._kept = kept
        self._seen = repr(seen)

    def find(self, name: str) -> bytes:
        """What was kept under a name, b"" where there is nothing."""
        found = self._kept.get(self._named(name), b"")
        return found[_DIGEST:] if sha256(found[_DIGEST:]).digest() == found[:_DIGEST] else b""

    def keep(self, name: str, made: bytes) -> None:
        """Keep something under a name."""
        self._kept[self._named(name)] = sha256(made).digest() + made

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of one layout if it is there; Jinja leaves aside what another version wrote."""
        bucket.bytecode_from_string(self.find(bucket.key))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of one layout."""
        self.keep(bucket.key, bucket.bytecode_to_string())

    def _named(self, name: str) -> str:
        return sha256(f"{self._seen}\0{name}".encode()).hexdigest()
