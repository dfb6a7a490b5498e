"""IPTC's digital source types: how a picture was made."""

from __future__ import annotations

SOURCE_TYPE_SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""The vocabulary's address, as it stands in pictures' files: its values begin with it, with http."""
SOURCE_TYPES = (
    "digitalCapture",
    "computationalCapture",
    "negativeFilm",
    "positiveFilm",
    "print",
    "minorHumanEdits",
    "humanEdits",
    "compositeWithTrainedAlgorithmicMedia",
    "algorithmicallyEnhanced",
    "softwareImage",
    "digitalArt",
    "digitalCreation",
    "dataDrivenMedia",
    "trainedAlgorithmicMedia",
    "algorithmicMedia",
    "screenCapture",
    "virtualRecording",
    "composite",
    "compositeCapture",
    "compositeSynthetic",
)
"""The names of its values, with those that are retired and stand in older files."""
_SCHEMA_NAMES = {
    "computationalCapture": "MultiFrameComputationalCapture",
    "humanEdits": "MinorHumanEdits",
    "digitalCreation": "DigitalArt",
    "softwareImage": "",
}
"""The names that schema.org has for values, where they are others; it has none for software's."""


def source_type_address(typed: str) -> str:
    """The full address of a digital source type, given by name or address in letters of any case; "" for no such."""
    name = typed.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2].casefold()
    found = next((known for known in SOURCE_TYPES if known.casefold() == name), "")
    return SOURCE_TYPE_SCHEME + found if found else ""


def source_type_name(typed: str) -> str:
    """The name alone (`trainedAlgorithmicMedia`) of a type given by name or address; "" for no such."""
    return source_type_address(typed).removeprefix(SOURCE_TYPE_SCHEME)


def schema_type(typed: str) -> str:
    """The address of a type in schema.org's IPTCDigitalSourceEnumeration; "" for none that it has."""
    name = source_type_name(typed)
    name = _SCHEMA_NAMES.get(name, name[:1].upper() + name[1:])
    return f"https://schema.org/{name}DigitalSource" if name else ""
