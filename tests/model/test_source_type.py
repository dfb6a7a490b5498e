"""How a picture was made, by the names that IPTC has for it."""

import pytest

from broadsheet.model.source_type import SCHEME, schema_type, source_type_name


@pytest.mark.parametrize(
    "typed",
    [
        "trainedAlgorithmicMedia",
        "TrainedAlgorithmicMedia ",
        f"{SCHEME}trainedAlgorithmicMedia",
        "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/",
        "digsrctype:trainedAlgorithmicMedia",
    ],
)
def test_a_type_has_one_name_however_it_is_given(typed: str) -> None:
    assert source_type_name(typed) == "trainedAlgorithmicMedia"
    assert schema_type(typed) == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def test_a_type_that_nobody_knows_has_no_name() -> None:
    assert [source_type_name("photo"), source_type_name(""), schema_type("photo")] == ["", "", ""]
