"""Compiled layouts, kept for the processes and builds to come: to compile them all takes longer than to start Python.

What is kept under a name: the SHA-256 of the rest (32 bytes), then the code as Jinja writes it, which begins with the
versions of Jinja and Python and a digest of the layout. A name has a digest of all that the code depends on.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2.bccache import Bucket

_DIGEST: Final = 32


class CompiledLayouts(BytecodeCache):
    """Jinja's door to what is kept. Anything that isn't whole, or is of another Jinja or Python, is compiled anew."""

    def __init__(self, kept: MutableMapping[str, bytes], seen: str) -> None:
        """Keep code in `kept`; `seen` says what it depends on besides its own layout."""
        self._kept = kept
        self._seen = seen

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of one layout if it is there."""
        found = self._kept.get(self._name(bucket), b"")
        if sha256(found[_DIGEST:]).digest() == found[:_DIGEST]:
            bucket.bytecode_from_string(found[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of one layout."""
        code = bucket.bytecode_to_string()
        self._kept[self._name(bucket)] = sha256(code).digest() + code

    def _name(self, bucket: Bucket) -> str:
        return sha256(f"{self._seen}\0{bucket.key}".encode()).hexdigest()
