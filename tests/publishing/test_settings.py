"""What a build is asked for, and how its folders are named to people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing.settings import Settings

if TYPE_CHECKING:
    from tests.conftest import Newsroom


@pytest.mark.parametrize(
    ("content", "shown", "title"),
    [
        (Path("/srv/津渡/content"), "/srv/津渡/content", "津渡"),
        ("s3://bucket/津渡/content", "s3://bucket/津渡/content", "津渡"),
        ("s3://bucket/津渡/content/", "s3://bucket/津渡/content", "津渡"),
    ],
)
def test_a_paper_is_named_after_the_folder_that_its_content_is_in(content: Path | str, shown: str, title: str) -> None:
    settings = Settings(content=content, output=content)
    assert (settings.content_shown, settings.output_shown, settings.title) == (shown, shown, title)


def test_the_content_may_be_named_from_here(newsroom: Newsroom) -> None:
    assert Settings().title == newsroom.folder.name
