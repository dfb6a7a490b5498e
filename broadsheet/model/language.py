"""What a language tag says of the script."""

from __future__ import annotations


def is_chinese(language: str) -> bool:
    """Whether a BCP 47 tag is of Chinese, whatever its script."""
    return language.lower().partition("-")[0] in {"zh", "cmn", "yue", "wuu", "hak", "nan"}


def is_traditional(language: str) -> bool:
    """Whether a BCP 47 tag is of Chinese in traditional script: by its script, else by the region's custom."""
    parts = language.lower().split("-")
    return is_chinese(language) and ("hant" in parts or ("hans" not in parts and bool({"tw", "hk", "mo"} & set(parts))))
