"""Made-up language: words whose frequencies fall as a newspaper's do, and the sentences that they make.

Characters, words and the choice of words all follow Zipf's law (the n-th most frequent is used about 1/n as often), so
that a search finds some bigrams in every story and others in one. Nothing means anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from random import Random
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = 30_000
SENTENCES = 20_000
"""How many sentences stories share; each paragraph has a new one besides."""


@dataclass(frozen=True)
class Language:
    """A vocabulary and a stock of sentences."""

    code: str
    words: Sequence[str]
    chances: Sequence[float]
    stock: Sequence[str]
    space: str
    compose: Callable[[Sequence[str], Random], str]
    clause: tuple[int, int]
    """The fewest and the most words of a sentence."""

    @cached_property
    def usual(self) -> float:
        """The mean length of a sentence in characters."""
        return mean(map(len, self.stock))

    def sentence(self, rng: Random) -> str:
        """A new sentence, with its full stop."""
        return self.compose(self._some(rng, *self.clause), rng)

    def line(self, rng: Random, low: int, high: int) -> str:
        """A headline of `low` to `high` words."""
        text = self.space.join(self._some(rng, low, high))
        return text[0].upper() + text[1:]

    def _some(self, rng: Random, low: int, high: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.chances, k=rng.randint(low, high))


def chinese(seed: int) -> Language:
    """Words of one to four of the 3,755 characters of GB 2312's first level."""
    rng = Random(f"{seed} zh")  # noqa: S311 - a corpus is no secret
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    characters = [character for pair in rows if (character := pair.decode("gb2312", "ignore"))]
    rng.shuffle(characters)
    chances = falling(len(characters), 20)
    lengths = rng.choices((1, 2, 3, 4), weights=(10, 65, 15, 10), k=WORDS)
    words = ["".join(rng.choices(characters, cum_weights=chances, k=length)) for length in lengths]
    return _language(code="zh-Hans", words=words, space="", compose=_chinese_sentence, clause=(9, 22), rng=rng)


def english(seed: int) -> Language:
    """Words of one to four open syllables, after a few real ones that hold a sentence together."""
    rng = Random(f"{seed} en")  # noqa: S311 - a corpus is no secret
    onsets = [*"bcdfghklmnprstvw", "br", "ch", "cl", "dr", "gr", "pl", "sh", "st", "th", "tr"]
    syllables = [onset + vowel for onset in onsets for vowel in ("a", "e", "i", "o", "u", "ai", "ea", "oo")]
    ends = ["", "", "", "n", "r", "s", "t", "ng", "l"]
    lengths = rng.choices((1, 2, 3, 4), weights=(20, 45, 25, 10), k=WORDS)
    made = ["".join(rng.choices(syllables, k=length)) + rng.choice(ends) for length in lengths]
    words = ["the", "of", "and", "to", "in", "a", "for", "on", *made]
    return _language(code="en", words=words, space=" ", compose=_english_sentence, clause=(9, 24), rng=rng)


def falling(count: int, flat: float) -> list[float]:
    """Cumulated weights of `count` things, by the law of Zipf and Mandelbrot; about the first `flat` are near alike."""
    return list(accumulate(1 / (rank + flat) for rank in range(count)))


def _language(
    *,
    code: str,
    words: Sequence[str],
    space: str,
    compose: Callable[[Sequence[str], Random], str],
    clause: tuple[int, int],
    rng: Random,
) -> Language:
    bare = Language(code, words, falling(len(words), 8), (), space, compose, clause)
    stock = [bare.sentence(rng) for _ in range(SENTENCES)]
    return Language(code, words, bare.chances, stock, space, compose, clause)


def _chinese_sentence(words: Sequence[str], rng: Random) -> str:
    """Clauses of some words each."""
    clause = rng.randint(4, 8)
    return "，".join("".join(words[at : at + clause]) for at in range(0, len(words), clause)) + "。"


def _english_sentence(words: Sequence[str], rng: Random) -> str:
    """A capital, and a comma in a long one."""
    pause = rng.randint(5, 12)
    text = " ".join(words[:pause]) + (", " + " ".join(words[pause:]) if words[pause:] else "")
    return text[0].upper() + text[1:] + "."
