"""How a picture was made, by the names that IPTC has for it."""

import pytest

from broadsheet.model.source_type import SOURCE_TYPE_SCHEME, SOURCE_TYPES, schema_type, source_type_name


@pytest.mark.parametrize(
    "typed",
    [
        "trainedAlgorithmicMedia",
        "TrainedAlgorithmicMedia ",
        f"{SOURCE_TYPE_SCHEME}trainedAlgorithmicMedia",
        "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/",
        "digsrctype:trainedAlgorithmicMedia",
    ],
)
def test_a_type_has_one_name_however_it_is_given(typed: str) -> None:
    assert source_type_name(typed) == "trainedAlgorithmicMedia"
    assert schema_type(typed) == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def test_a_type_that_nobody_knows_has_no_name() -> None:
    assert [source_type_name("photo"), source_type_name(""), schema_type("photo")] == ["", "", ""]


def test_schema_org_has_a_name_for_every_type_but_softwares() -> None:
    assert schema_type("digitalCapture") == "https://schema.org/DigitalCaptureDigitalSource"
    assert schema_type("humanEdits") == "https://schema.org/MinorHumanEditsDigitalSource"
    assert [name for name in SOURCE_TYPES if not schema_type(name)] == ["softwareImage"]
