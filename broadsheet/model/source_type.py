"""How a picture was made: IPTC's digital source types."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

SCHEME: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""What the addresses of the source types begin with (IPTC NewsCodes, Digital Source Type)."""

SOURCE_TYPES: Final = {
    "digitalCapture": "DigitalCapture",
    "computationalCapture": "MultiFrameComputationalCapture",
    "negativeFilm": "NegativeFilm",
    "positiveFilm": "PositiveFilm",
    "print": "Print",
    "humanEdits": "MinorHumanEdits",
    "minorHumanEdits": "MinorHumanEdits",
    "compositeWithTrainedAlgorithmicMedia": "CompositeWithTrainedAlgorithmicMedia",
    "algorithmicallyEnhanced": "AlgorithmicallyEnhanced",
    "digitalCreation": "DigitalArt",
    "digitalArt": "DigitalArt",
    "dataDrivenMedia": "DataDrivenMedia",
    "trainedAlgorithmicMedia": "TrainedAlgorithmicMedia",
    "algorithmicMedia": "AlgorithmicMedia",
    "screenCapture": "ScreenCapture",
    "virtualRecording": "VirtualRecording",
    "composite": "Composite",
    "compositeCapture": "CompositeCapture",
    "compositeSynthetic": "CompositeSynthetic",
}
"""The names of the source types, retired ones too, each with that of schema.org's IPTCDigitalSourceEnumeration."""

_BY_SMALL_LETTERS: Final = {name.lower(): name for name in SOURCE_TYPES}


@lru_cache(maxsize=1000)  # a paper's pictures are made in a few ways
def source_type_name(typed: str) -> str:
    """The name (`trainedAlgorithmicMedia`) of a type given by name, address or QCode; "" for none that IPTC knows."""
    return _BY_SMALL_LETTERS.get(typed.strip().rstrip("/").replace(":", "/").rpartition("/")[2].lower(), "")


def schema_type(typed: str) -> str:
    """The address that schema.org has for a type; "" for none that IPTC knows."""
    name = SOURCE_TYPES.get(source_type_name(typed), "")
    return f"https://schema.org/{name}DigitalSource" if name else ""
