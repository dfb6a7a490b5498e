from __future__ import annotations

import pytest

from broadsheet.checking.unread import check_unread, may_be_article
from broadsheet.model.diagnostic import Severity

STORY = "\ufeff---\ntitle: a"


@pytest.mark.parametrize(
    ("file", "text", "hint"),
    [
        ("a.markdown", "", 'did you mean "a.md"?'),
        ("a/B.Markdown", "", 'did you mean "B.md"?'),
        ("a.mdx", "", 'did you mean "a.md"?'),
        ("a.md.txt", "", 'did you mean "a.md"?'),
        ("b.txt", STORY, 'did you mean "b.md"?'),
        ("b.TXT", "+++\n", 'did you mean "b.md"?'),
        ("newspaper.yml", "", 'did you mean "newspaper.yaml"?'),
        ("Newspaper.yaml", "", 'did you mean "newspaper.yaml"?'),
        ("newspaper.yaml.txt", "", 'did you mean "newspaper.yaml"?'),
        ("16/newspaper.yaml", "", "settings are read from content/newspaper.yaml only"),
        ("16/Edition.yaml", "", 'did you mean "edition.yaml"?'),
        ("16/edition.toml", "", 'did you mean "edition.yaml"?'),
        ("16/editon.yml", "", 'did you mean "edition.yaml"?'),
        ("16/sealed.json", "", "a record of what was published is named sealed-2025-04-16.json"),
        ("16/Sealed-2025-04-16.JSON", "", "a record of what was published is named sealed-2025-04-16.json"),
        ("16/sealed-2025-04-16.json.old", "", "a record of what was published is named sealed-2025-04-16.json"),
        ("\\udcd6\\udcd0.jpg", "", "its name is not UTF-8; give it another"),
    ],
)
def test_what_a_slip_leaves_unread_is_told(file: str, text: str, hint: str) -> None:
    found = check_unread(f"content/{file}", "content", text)
    assert found
    assert (found.code, found.message) == ("unread-file", "nobody reads a file of this name")
    assert (found.place.file, found.hint, found.severity) == (f"content/{file}", hint, Severity.WARNING)


@pytest.mark.parametrize(
    "file",
    [
        "a.md",
        "a.MD",
        "newspaper.yaml",
        "16/edition.yaml",
        "edition.yaml",
        "a.jpg",
        "prices.yaml",
        "notes.txt",
        "a.pdf",
        "sealed-2025-04-16.json",
    ],
)
def test_what_is_read_or_means_nothing_is_passed(file: str) -> None:
    assert check_unread(f"content/{file}", "content", "notes" if may_be_article(file) else "") is None
