"""How much what is seen of a line beside its neighbours speaks for its label: a row a cue, columns as `line_weights`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

BESIDE = table("""\
above as long                                  3  -5  -9   1   3  -1   4  -3  -1  -1   9  -2
above bold                                    -1   5  -5  -1  -6   1   0   8   0   0   0  -1
above brief                                   -5  -1   1   7  -2  -1  -2   5   1  -4  -2   5
above byline                                  -1  10   1  -7  -2  -1  -2   6   4   0  -1  -5
above closes                                   8   0   0  -1   0  -8   0   2   0   0  -1   0
above closing                                  6   6   0  -1  -4   0  -1   0   0  -1  -4   0
above contact                                  1  -6   3   0  -1  -2  -1   1  -3   8  -1   0
above copy                                    -7  -4  -3   0  -1   1  -4  -1  -5   7   7   9
above credit                                   4   1   4  -5  10  -2  -2  -4   3  -1  -1  -7
above credited                                -3   4   5   1 -15  -1  -2  13   2   0  -1  -3
above edge                                    11   0  -6   0   4  -1   4 -11   0   0   0   0
above ends colon                             -15   6   0  -4  -5   2   2   0  -1   9   3   4
above ends full                                9   2  -1   4   6   9  -4   7  -2  -4 -21  -5
above ends open                                3  -8   1   0   4  -6  -1   6   0  -8  11  -3
above ends semicolon                          -1  -4   0   0   6  -3   0  -1   0   2   1   0
above ends soft                               -4   4   0  -5  -2  -4  -1  -4  -2   8   3   7
above item                                    -1   0   0   2   5  -1  -4   1  -5   3  -3   1
above label                                   -2  -3  -2   0   4  -6   6   5   0   0  -2  -1
above larger                                  -1   4  -9   0  -4   0  -5  13   0   0   0   0
above longer                                   4  -5  -2   6   4  -3  -4  -3   0   5  -5   4
above numeral                                 -2 -17   0   0  -3  25   0   0   0   0   0  -2
above of another level                         4  -3   0   0  10  -6  -4   0   0   0   0   0
above picture                                 -1  -2   0   0  -2   0   0   5   0   0   0   0
above short                                    1   2  -8  -3   4   3  11  -2  -1  -7  -1   0
above shorter                                  4   4   0  -9   4  -1   6  -1   0   0  -5  -1
above smaller                                  4  -2  -1  -2  -1   1  -2   4   0   0  -2   0
begins to count                               -6   0   0   0  -3   9   0   0   0   0   0   0
below as long                                  3   4   0  -2   0  -6   0  -4  -1  -1  12  -3
below brief                                   -5  -5   0  -5   9 -11  -1   4  -1   1  11   2
below byline                                  10   6  -1  -3 -10   3   4  -9  -1   3  -3   0
below contact                                 -1   1  -1   4   7   4   2  -6   0  -1  -5  -1
below copy                                     8  -3   2  -3  -6  10  -4   8  -4  -4  -1  -4
below credit                                   0   2  -1  -2   6  -8  -5  -3   0  11  -2   1
below dateline                                13  23  -1  -3 -10 -29  -1  -2   0  13  -2  -1
below deeper                                   2   8  -2 -10  -6   8   0  -2   0   8  -6   0
below edge                                   -13   1  -2  -1   1  -3  -3   9   0   7   0   5
below gap                                      2   7  -3   0   4   1  -9  -2  -4   0   4   0
below item                                     1  -2  -9   3   5  -2   2   7  -1  -3   1  -2
below longer                                  -3  -2   5  -7   8  -5   0   2  -1   4  -2   0
below numeral                                 -5  -1   0   0   3   0   0   2   0   0   2   0
below of another level                         7  10  -2   0  -5 -10   0   0   0   0   0   0
below opens                                    5  11  -5   0 -13  -2   0   0   0   6  -1   0
below picture                                  0   0  -2   1  -1   0   0   1   0   0   0   0
below short                                    2   0   6   0   3   2   4 -13   2  -6  -3   1
below shorter                                  8   0  -2  -4   0  -2   6   4   0   0  -8  -3
below smaller                                 10   7  -6   1   1  -7   2  -6   0   0  -2   0
below with its sign                           -6  -2  -5   3   4  -4   6  12  -1  -2  -8   2
brief, copy, brief                            -6   0   0  -2   1  -1   0   5   0   0   5   0
brief, copy, copy                             -3  -1   0  -1   8  -2   0  -5   0   0   3   0
brief, copy, short                             1   0   0   3  -2  -1   0   1   0   0  -4   1
brief, short, byline                           4   4   0   1  -3  -4  -1   0   0  -1   0   0
brief, short, copy                            -7 -10   0   9   8   3   0  -3   0   0   0   0
brief, short, short                            2  -1   0  -1  -3   8   0  -3   0   0  -2   0
byline before copy                            -2  -5  -1   5   9  -7  12  -4  -1   4 -12   1
byline, copy, brief                           -1   0   0   0   2   0   0  -1   0   0   0   0
byline, copy, copy                             0   1   0   0   4  -3  -1  -5   0   0   4   0
byline, copy, short                           -3   0   0   0  -2   7   0  -1   0   0  -1   0
byline, short, copy                           -4   4   0  -1   2   1  -2  -3   0   0  -1   3
byline, short, short                          -1   9   1  -3  -3  -3   4  -1  -1   0  -2  -1
close: gap                                     8  -3   0  -1   2  -3  -1   0   0   0  -1   0
close: gap after byline                       -7   0   0   0  -3  10   0   0   0   0   0   0
close: gap after copy                         -2   0   0   0   7  -4  -1   2   0   0  -1   0
close: gap after credit                        3   0   0   0   0  -2   0   0   0   0   0   0
close: gap after edge                          3   0   0   0  -1   0  -2   0   0   0   0   0
close: gap after short                        -2  -2   0   0   3   2   2  -1   0   0   0   0
close: gap, gap below                          8   2   0   0  -2  -6  -2  -1   0   0   0   0
close: gap, no gap below                       0  -5  -1   0   3   2   1   0   0   0  -1   0
close: no gap                                 -3   5  -3  -3   2  -2  -2  -1  -1   2   1   5
close: no gap after brief                     -4   2  -1  -1   3  -1  -3   5   0  -1  -2   3
close: no gap after byline                     1   7   0  -2   2  -1   0  -8   3   0   2  -3
close: no gap after copy                       2  -4  -6   3   3   3  -2   5  -1  -3   0   0
close: no gap after credit                    -1   2   0  -6   0   3   0   4   0   0  -4   2
close: no gap after edge                      -1   0   1   0  -3   2   6  -5   0   0   0   0
close: no gap after item                       2  -3   1  -1   3  -4  -1   0  -2   4  -3   4
close: no gap after short                     -4   1   0   2   1  -4   0  -3   3  -1   3   2
close: no gap, gap below                      -2   4  -7   0  -1  -7   3   3  -1   3   1   4
close: no gap, no gap below                   -2   1   4  -3   3   6  -5  -3  -1  -1   0   1
contact, short, short                         -5  -1   0  -1   7   0   0   0   0  -1   1   1
copy above of 0 texts                         -3   7  -4  -4   3  -5  -2  -4  -2   6   3   5
copy above of 1 texts                         -2  -3   6  -9   1   1   6   4  -3  -3   3  -1
copy above of 2 texts                          3   2   7   9  -1   4   0  -6  -2  -9  -7   0
copy above of 3 texts                         10  -3  -7  -2   1   1   7  -6   0   5  -6  -1
copy above of 4 texts                          2   6  -1   2  -1   1  -3   1   0   0  -2  -4
copy below                                     5  -3   5  -5  -2   3  -7  -3  -1   0   6   3
copy below is brief                           -2  -4   0   4   6  -3  -3 -11  -4   5  10   0
copy below is long                            -4  -8   4  15   1  -1  -4  13   0  -4  -7  -4
copy below of 0 texts                          0  -2   4  -2  10  -6   8   2  -2 -10   2  -4
copy below of 1 texts                          8   1 -10   1  -5   7   2  -4  -1   4  -3   0
copy below of 2 texts                          1   2  -1   2  -6   0   0   1  -1   2  -3   4
copy below of 3 texts                         -4   2   7  -2   1  -5  -3  -4  -1   4   4   1
copy below of 4 texts                          3   5  -1  -4   3   6   2  -5  -1   0  -9  -1
copy below with a dateline                    -8   2   1   3  11 -18   8   1   0   4  -1  -1
copy, brief, brief                            -2   0   0   0   7  -2   0  -1   0  -1   1   0
copy, brief, byline                            0  -1   0   0   3   0   0  -1   0   0   1  -1
copy, brief, copy                              2   0   0   0   8   0   0  -1   0  -6   2  -3
copy, brief, edge                              0   0   0   1  -2   0   0   4   0   5  -6  -2
copy, brief, short                             2  -1   0   0   6  -1   0  -7   0  -5   4   3
copy, byline, copy                            -1  -4   0   4  -1  -2   0  -2   0  -2   4   3
copy, byline, credit                           0   0   1   3  -1   0   0  -7   0   0   5   0
copy, byline, edge                             0   0   0   5  -4   0   0  -2   0   0   1   0
copy, byline, short                            2  -1   4   0  -4   1   0  -3   0  -1   6  -2
copy, contact, edge                            0   0   0  -3   2  -2   0  -1  -3   0   8   0
copy, contact, short                          -4   0   0   0   5   0   0   0   1   0  -2   0
copy, copy, brief                              3  -1   0   0   2   0   0  -2   0  -1  -1   1
copy, copy, byline                            -8   3   0  -1   5   0   0  -2   0   4   1  -1
copy, copy, contact                            0   0   0   0  -1   0   0   0   0   0   2   0
copy, copy, copy                              -1  -1  -2  -1  11  -4   0  -3   0   0   1  -1
copy, copy, credit                             0   0   0  -1   2   0   0  -6   0  -3   7   1
copy, copy, edge                               0   0   0   3   6   0   0  -4   0   4  -8  -1
copy, copy, item                               0   0   0   0   4   0   0 -11   0  -1   7   0
copy, copy, short                              0   6  -3   6   2   0   0  -2   0  -4   2  -7
copy, credit, credit                           0   0   0   0   7   0   0  -6   0   0   0   0
copy, credit, edge                             0   0   0  -1   6   0   0  -4   0   0   0   0
copy, credit, short                           -4   0   0  -3  -4   0   0   4   0   0  -2  11
copy, item, copy                               4   0   0   0  -6   3   0   0   0   0   0   0
copy, item, edge                              -1   0   0  -2   3  -1   0  -2  -1  -1   1   6
copy, item, item                               8   0   0  -1  -7  -3   0   5   0   0  -1   0
copy, short, brief                             0   0   0  -1   0   3   0   0   0   0  -1   0
copy, short, byline                           -4  -2   0  -1   0   9  -1   0   0  -1   0   0
copy, short, copy                             -5   1   2  -9   2  -6  -1  -1   0   5   7   5
copy, short, edge                              0   0   0   3   5   0  -3   1   0   1  -1  -6
copy, short, item                             -4   0   0   0   1   9   0   0   0   0  -5   0
copy, short, short                             7  -2  -5   0  -1  -4   5   4  -1  -1  -3   0
counts on                                     -5   4  -2   0  -7  11  -1  -1   0  -1   2  -1
credit, credit, short                          0   0   0   0   0   0   0   0   0  -1  -3   2
credit, short, byline                         -2   4  -1   0  -1   0   0   0   0   0   0   0
credit, short, copy                            4  -3  -1   0   4  -2   0   0   0   0   0   0
credit, short, short                           1   1   5   1  -7   2  -1   4   0  -1  -5  -1
edge, short, copy                             -3   0  -1   0   2   4  -2   0   0   0   0   0
edge, short, short                             1   0  -6   0   1  -3   8  -1   0   0   0   0
first of the page                             11   0  -6   0   4  -1   4 -11   0   0   0   0
first short of the page                       -2   3  -6   1   2 -12   5  -1   0   1  12  -1
further brief                                  4   0   1  -4   2   1  -8   5  -1   0   1  -1
further byline                                 1  12  -3  -1  -4   3   5   3  -2  -8  -6  -1
further contact                               -1  -7   0   1  11  -3  -3  -1   1  -2   5  -1
further copy                                   3   7   5  -2  -5   4  -2  -4  -2   0  -3   1
further credit                                 1   5  -3  -1   1  -6  -3   1   0   8  -3   0
further edge                                  -1 -15   0   9   8  -9   2  -9   0   9   3   2
further item                                   2   5  -6  -6   1   4   4   3  -1  -2  -2  -1
further picture                               -1  -1   0   0  -1   3   0   0   0   0   0   0
further short                                 -6  -5   0   0   1  -2   5   0   0   2   3   3
gap after brief                               -3  -6   2   5   0  -1   2   3   1  -1  -3   0
gap after byline                              -2   3   0  -3   0   2  -1   1   2   0  -2  -1
gap after contact                              0  -5   1  -1   6  -2   0   1   0   0   0   0
gap after copy                                 0   0   1  -1   3   4  -1   1  -4  -1  -1  -2
gap after credit                               4  -1   3   1   1  -4  -1  -3   1   0   0  -1
gap after edge                                 7   0  -1   0   2   2  -6  -3   0   0   0   0
gap after item                                 4   0  -3   2   2   0  -1   0  -1  -1  -2   0
gap after picture                             -1  -2   0   0  -1   0   0   4   0   0   0   0
gap after short                                2   5  -3   0   0   2   5  -2   2  -3  -7  -1
gapped: gap                                   -1   0   1   4   7   2   0   0   2  -4  -6  -4
gapped: gap after brief                        0  -5   2   3   0   0   2  -1   1  -1  -1   0
gapped: gap after byline                       5   4   0  -3   2  -8   0   2   1   0  -1  -1
gapped: gap after contact                      4  -5   0   0   2  -1   0   1   0   0   0   0
gapped: gap after copy                         3   2   1   0  -3   3   3  -5  -2  -1   0  -1
gapped: gap after credit                      -5  -1   3   1   1   4  -1  -1   0   0   0  -1
gapped: gap after edge                        -1   0  -1   0   3   3  -1  -3   0   0   0   0
gapped: gap after item                         0   0  -3   3   3   1  -1  -1  -1  -1  -2   0
gapped: gap after picture                     -1  -2   0   0  -1   0   0   4   0   0   0   0
gapped: gap after short                       -5   6  -2   0   1   0  -3   5   3  -2  -2   0
gapped: gap, gap below                        -2   1   7   4   5   1  -5  -4   1  -3  -1  -3
gapped: gap, no gap below                      2  -1  -6   0   2   1   5   4   1  -1  -5   0
gapped: no gap                               -13   1  -2  -1   2  -5   1  -4  -5   9   7   9
gapped: no gap after brief                    -1   2   0   3  -5  -2   0   0   0  -1   2   2
gapped: no gap after byline                    0   0   1  -2  -8  -2  -1  12  -1   0   2  -1
gapped: no gap after copy                     -8   1   3   2  -3  -2  -8  -9   1   6  11   7
gapped: no gap after credit                   -3   0   1   0   1   0   0   0   0   2  -2   2
gapped: no gap after edge                     -4   0  -8   0  14  -3   7  -7   0   0   0   0
gapped: no gap after item                     -3   0   4  -4   1   2  -2   2  -1   0   3  -2
gapped: no gap after short                     8  -1  -3  -1   4   1   5  -3  -5  -3  -3   0
gapped: no gap, gap below                     -9   0   3   3   0   2   0   2  -6   5   0   0
gapped: no gap, no gap below                  -4   2  -5  -4   2  -7   1  -6   1   4   7   9
gapped: wide gap                               5  -4   0   0  -3   1   1   0   0   0   0   0
gapped: wide gap, gap below                    5  -4   0   0  -1   1   0   0   0   0   0   0
goes on below                                  2   6   2   3  -2   7  -8  -8  -1   5  -8   2
item, copy, copy                               2   3   0  -3  -1   0   0   0   0   0  -1   0
item, copy, item                              -1   0   0  -1   3   0   0   0   0   0   0   0
item, copy, short                              1   1   0   0   2   0   0   0   0   0  -3   0
item, item, copy                              -2  -3   0   4   1   1   0   0   0   0   0   0
item, item, edge                              -2   0   0  -1  14   0   0 -13  -1   0   3   0
item, item, item                               3   4   0  -2   7  -5   0   0  -1  -1  -6   0
item, item, short                             -3  -1  -1  -5   4  -2   0   1  -1  -2   8   1
item, short, byline                           -2   1   0   0   1   0   0   0   0   2   0  -1
item, short, copy                              2  -1  -1   0  -4   4   0   0   0   0   0   0
item, short, item                             -6   0  -1   0   0   5   0   0   0  -1   2   0
item, short, short                            -3  -1   0   3  -2  -2  -2   0   0   3   6  -2
join: broken                                  -5  -6  -4 -13  -7  -8  -8  -2  -3  22  20  14
join: broken, full                             7   1   0   7   7   5  -5   6   0  -4 -13 -12
join: broken, full, gap                       -3   0   0   2  -4   3   0   7   1  -1  -4  -2
join: broken, open                             8   3  -1   7   9   3   4  12   2 -14 -21 -12
join: broken, open, gap                        5  -4   0   0  -1  -2  14  -6   3  -3  -5  -1
join: deeper                                   5  -1   0   9   6  -7  -2   5  -1  -4 -10   0
join: flush                                   -3  -1   0   1   0  -4   1   0  -2   4   2   2
join: full, full                               1  -1  -2 -10  -5   0   3  -8   0   3  11   8
join: full, open                              -4  -8  -1  -8  -8  -9 -12  -9  -2  18  24  19
join: full, soft                              -4  -8   0  -5 -19  -4  -1  -2  -2  21  16   7
join: items                                   -3   2   1   1   6 -12  -1   7   2   4  -3  -3
join: long                                    14  -6   0  13  -9  -4  -1   4  -2  -6  -2  -3
join: set in                                  -6  -1   3   1   0   4   7   2   2  -2  -9  -1
join: set in, broken                          -4  -2   1  -1  -7   6   8  -1   2  -1  -2  -1
join: set in, full                            -1   0   0   2   5  -1   2  -1   0   0  -6  -1
join: set in, whole                           -1   1   2   0   1  -1  -4   3   1  -1  -2   1
join: short                                    7   6   3  -1   4  11  11  -1   2 -11 -24  -6
join: small letter                            -5   3  -5  14  -9  -2   0  -7   0   7   0   5
join: whole, colon                            -4   7   0  -1  10   2   0   1   0   0 -15   0
join: whole, colon, gap                       -1   2   0   0  -1   0   0   0   0   0   0   0
join: whole, full                              1   2   0   8   3   4  -2   9  -2  -3 -20  -1
join: whole, full, gap                         5  -3   1  -4  -7   6   1   8  -3   0  -3  -1
join: whole, open                              0  -2   3   1   3  -1   6   3   0 -11   8 -11
join: whole, open, gap                         7  -2  -1   0  -4   5 -10  -3   1  -1   8  -1
join: whole, semicolon                         0   0   0   0   4   0   0   0   0   0  -3   0
join: whole, soft                              0   0   0   0  -5   0   0  -1   0   0   7   0
last of the page                             -13   1  -2  -1   1  -3  -3   9   0   7   0   5
mixed: gap                                     4  -2   0  -1   5   3  -2   1  -1  -1  -6  -1
mixed: gap after brief                       -10  -1   0   2   0   7   0   4   0   0  -1   0
mixed: gap after contact                      -5   0   1  -1   5   0   0   0   0   0   0   0
mixed: gap after copy                         -1  -1   0   0   0   5  -3   5  -2   0   0  -1
mixed: gap after credit                        6   0   0   0   1  -6   0  -2   1   0   0   0
mixed: gap after edge                          5   0   0   0   0  -1  -4   0   0   0   0   0
mixed: gap after item                          0   0   0  -1   2  -1   0   0   0   0   0   0
mixed: gap after short                         9   1  -1   0  -3  -1   6  -6  -1  -1  -4   0
mixed: gap, gap below                          1   5  -5  -6   5   8  -8   1  -1   0   1  -1
mixed: gap, no gap below                       3  -6   5   5   0  -5   6   1   0  -1  -7   0
mixed: no gap                                -10   3  -3  -1   8   0   2   1   0   2   4  -5
mixed: no gap after brief                     -2   0   0   1   0   4   0  -3   0   0   1   0
mixed: no gap after byline                    -2   0   0   0   7   0   0  -1   0   0  -3   0
mixed: no gap after copy                      -2  -1  -1  -4  -5  -3   7   2   0   5  -3   4
mixed: no gap after credit                     3   0   0   0   7  -1  -1  -4   1  -3   6 -10
mixed: no gap after edge                       3   0   1   0  -2  -2  -2   4   0   0   0   0
mixed: no gap after item                      -3   4  -1   6   0   0   0  -3   0   0  -1   0
mixed: no gap after short                     -7   0  -2  -4   1   1  -1   7   0   0   6  -1
mixed: no gap, gap below                     -15   1  -4   0   1  -2   0   6   2   2   4   5
mixed: no gap, no gap below                    5   2   1  -1   6   2   3  -5  -2   0   0 -10
new below                                     14   2  -7   6   3  -6   2 -11  -1   8  -7  -2
no copy below                                  1  -4  11   8  -7  -8   5   7  -2  -1 -10   0
no gap after brief                            -6   4  -1   4  -2   1  -4   2   0  -3   1   5
no gap after byline                           -2   7   1  -4   0  -3  -1   4   2   0   0  -4
no gap after contact                           1  -1   2   1  -7   0  -1   0  -3   8  -1   1
no gap after copy                             -9  -4  -4   1  -4  -1  -3  -2  -1   8   8  11
no gap after credit                           -1   2   1  -6   9   2  -1  -1   1  -1  -1  -5
no gap after edge                             -2   0  -6   0   9  -3  10  -8   0   0   0   0
no gap after item                             -4   0   3   1   4  -1  -3   0  -4   4  -1   1
no gap after short                            -3   1  -4  -2   6  -2   5   1  -2  -4   6   0
number 0 from the end of its run               5   5   1  -6   6   5  -6  -7  -3  -2   0   2
number 0 of its run                           12  -3  -6  -5  -2  10  -2   0  -4   1  -4   2
number 1 from the end of its run               0  -1  -1  -2   0  -1   4  -2  -1   2   3   0
number 1 of its run                            3   4   3  14  -3  -4  -3  -4   0  -3  -5   0
number 2 from the end of its run               8   2  -1   3   2   1  -1   2  -1 -15   5  -5
number 2 of its run                            3   5   5  -5   1  -3   1  -1  -1  -2  -2  -1
number 3 from the end of its run              -2  -7  -3   9  -4  -2  11  -1   0   7  -8   0
number 3 of its run                           -9   2  -2  -2   3   2   6  -1   0   1   1  -1
number 4 from the end of its run              -2   9   4  -8  -1  -2   2  -2  -1   7  -8   2
number 4 of its run                            1   1   0  -6   4  -4   7  -4  -1   2   1   0
rather above                                  -1  -6   7   2  -3   1   1   1   0  -3   4  -2
rather below                                  12  17 -10  -1 -10  -1  -7   0   0   5  -5   0
second of the page                            10   4   3 -12   1  -4  -1  -9   3   3   2   0
set: as copy                                  14  -3  -5  -2  -6  10   7  -2   1  -2  -9  -4
set: deeper                                   -7   1   4   5  -1  -2  -2  -1   0   0   0   2
set: flush                                    -1   2  -7   2  -1  -6  -1   4  -3  11   8  -7
set: short, as copy                           -5  10   1  10  -3  -8  -3   0   0  -1   0   0
set: short, deeper                            -5   1   0   2   7  -2  -2  -2   0   0   0   0
set: short, flush                              4  -2   5  -1   6   2   4  -1  -2  -9  -4  -2
short, brief, copy                             0  -2   0   0  -1  10  -1  -1   0   0  -4   0
short, brief, short                           -1  -3   0   0   4   0   0  -2   0  -1   7  -3
short, byline, copy                           -1  -2   4  -9  15  -2   0  -2   0   0  -4   0
short, byline, short                           5  -3   2   4  -3  -1  -1   0   0   0  -4   2
short, copy, brief                             8  -3   0   0  -2   0   0  -2   0  -2   1   0
short, copy, byline                           -1  -1   3   0  -3   0   0  -1   0   0   4   0
short, copy, contact                           0   0   0   0  -4   0   0   0   0   0   4   0
short, copy, copy                              4   0 -13   0  -4  -2  11  -5   0   6   2   0
short, copy, credit                            0  -1   0   0   4   0   0  -7   0   0   4   0
short, copy, edge                              0   0   0   0   7   0   0  -2   0   0  -4   0
short, copy, item                              0  -3   0   6  -8   0   0   0   0   0   5   0
short, copy, short                            -2   3   8  -1   0  -1  -1  -6   0  -1   1   0
short, item, copy                             -2  -6  -6   0   7   8   0   0  -1   0   0   0
short, item, item                             -7  -6  -2   0  25  -2  -1  -7   0   0  -1   0
short, item, short                             2   6  -3   0   0  -1  -2   0   0   0  -1   0
short, short, byline                          10  -2  -2   0 -12  -1   7   0   0   2  -3   0
short, short, copy                             4  10   7   1   3  -3  -7  -1   0  -4  -5  -4
short, short, edge                            -3   2  -1   1   2   0   4  -2  -1   0  -2   1
short, short, item                             5  -3  -2   0  -3  -1   6   0   0   0  -1   0
short, short, short                            2   0   3   2   5  -3   1  -7  -1   1  -4   1
sign of a series                              -4   1   0  -4  10   4  -4   0   0   0  -1   0
spoken of above                              -10 -10   7   7   3   6   3   0   0  -5   3  -4
spoken of below                                4  13 -10   4  -4   4  -5  -1   0   3  -6  -2
wide gap after byline                          2   0   0   0  -2   0   0   0   0   0   0   0
""")
