from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from broadsheet.planning.printed.columns import Length, pour

PARAGRAPH = some.builds(Length, some.integers(1, 30), divided=some.just(value=True))
WHOLE = some.builds(Length, some.integers(1, 6))
CROSSHEAD = some.builds(Length, some.integers(1, 2), some.just("head"))
TIED = some.builds(Length, some.integers(1, 3), tied=some.just(value=True))
PICTURE = some.builds(Length, some.integers(3, 9), some.just("figure"))
BLOCKS = some.lists(PARAGRAPH | WHOLE | CROSSHEAD | TIED | PICTURE, min_size=1, max_size=12)
COLUMNS = some.lists(some.integers(4, 25), min_size=1, max_size=6)


@given(BLOCKS, COLUMNS)
def test_every_line_stands_once_or_is_left_over(blocks: list[Length], columns: list[int]) -> None:
    poured = pour(blocks, columns)
    stands: dict[int, int] = {}
    for piece in poured.pieces:
        assert piece.first == stands.get(piece.block, 0)
        stands[piece.block] = piece.last
    at, line = poured.rest or (len(blocks), 0)
    for number, block in enumerate(blocks):
        if number in poured.waiting:
            assert number not in stands
        elif number < at:
            assert stands[number] >= block.lines
        elif block.kind != "figure":
            assert stands.get(number, 0) == (line if number == at else 0)


@given(BLOCKS, COLUMNS)
def test_columns_are_never_overfull_and_their_pieces_never_overlap(blocks: list[Length], columns: list[int]) -> None:
    poured = pour(blocks, columns)
    rows = [(piece.column, piece.row + n) for piece in poured.pieces for n in range(piece.last - piece.first)]
    assert len(rows) == len(set(rows))
    assert all(row < columns[column] for column, row in rows)
    for column, free in enumerate(poured.free):
        assert sum(at == column for at, _ in rows) + free == columns[column]


@given(BLOCKS, COLUMNS)
def test_no_column_begins_with_a_widow_or_ends_with_a_crosshead(blocks: list[Length], columns: list[int]) -> None:
    poured = pour(blocks, columns)
    last = {piece.column: piece for piece in poured.pieces}
    for piece in poured.pieces:
        block = blocks[piece.block]
        if piece.row == 0 and piece.first > 0:
            assert piece.last - piece.first > 1 or piece.last < block.lines
        more = piece.block + 1 < len(blocks) and not any(b.kind == "figure" for b in blocks)
        if block.kind == "head" and more:
            assert last[piece.column] is not piece


def test_a_picture_that_does_not_fit_waits_for_the_next_column_and_the_copy_goes_on() -> None:
    blocks = [Length(6, divided=True), Length(5, "figure"), Length(4, divided=True)]
    poured = pour(blocks, [8, 8])
    assert [(p.block, p.column, p.row) for p in poured.pieces] == [(0, 0, 0), (2, 0, 6), (1, 1, 0), (2, 1, 5)]
    assert poured.whole


def test_the_space_above_a_crosshead_goes_at_the_top_of_a_column() -> None:
    blocks = [Length(4, divided=True), Length(1, "head"), Length(4, divided=True)]
    assert [p.last for p in pour(blocks, [9, 9]).pieces if p.block == 1] == [2]
    assert [p.last for p in pour(blocks, [4, 9]).pieces if p.block == 1] == [1]


def test_what_is_tied_stands_in_the_column_of_the_block_below_it() -> None:
    rows = [Length(1, tied=True), Length(1), Length(1, tied=True), Length(1)]
    for above, columns in {6: [0, 0, 0, 0], 7: [0, 0, 1, 1], 8: [0, 0, 1, 1], 9: [1, 1, 1, 1]}.items():
        poured = pour([Length(above, divided=True), *rows], [10, 10])
        assert [piece.column for piece in poured.pieces[1:]] == columns
        assert poured.whole
