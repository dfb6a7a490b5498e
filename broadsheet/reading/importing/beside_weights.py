"""How much what is seen of a line beside its neighbours speaks for its label: a row a cue, columns as `line_weights`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

BESIDE = table("""\
above as long                                  6  -2 -10  -3   1   4  -2  -3  -1   3  10  -3
above asked                                  -14   3   1  13   2  -7   0   2   0  -6   6   0
above bold                                    -4   5   3   0  -8  -1   0   6   0   0  -2   0
above byline                                   6   2  -6  -6   1   5  -3   5   6  11 -12  -8
above closes                                  10  -1   0   0   2  -8  -2   1   0   0  -2   0
above closing                                 12   9   0  -1  -9  -2  -2   0   0  -1  -5   0
above contact                                  7  -7   1   0  -4  -2  -2   1  -3   7   0   2
above copy                                    -4  -1  -3  -2  -1   4  -3  -4  -3   6   6   6
above credit                                   9  -5   4  -8  11  -1  -2  -5   2   2   1  -8
above credited                                 0  -1   6   6 -19   0  -2   7   2   0   5  -3
above edge                                    15   0 -14   0   8   0   5 -13  -1   0   0   0
above ends colon                             -13   7   0  -7  -6   3  -1   0  -4  13   3   5
above ends full                                8  -2  -1   1   8  11  -1  14  -1  -2 -26  -8
above ends open                                7  -7   0  -4   8  -8   0   4   2 -12  11  -2
above ends semicolon                          -1  -5   0   0   7  -3   0  -2   0   5  -1   0
above ends soft                               -9   8  -2   6  -7  -6  -4  -9  -3  10  12   5
above item                                    -6   5   3  -2   5  -1  -4   4  -6   3  -2   2
above label                                    6   3  -3   0  -5  -1   5   1   0   0  -4  -1
above larger                                   4  -7  -8  10  -9   0  -4  17   0   0  -1   0
above longer                                   7  -7  -8   9   7 -12  -7  -1  -1   9  -4   8
above numeral                                  1 -14  -1  -1  -7  23   0   0   0   0  -1   0
above of another level                         3  -7  11   6   2  -5  -4  -1   0  -4  -1  -1
above picture                                 -1   0   0   0  -6   0   0   6   0   0   0   1
above short                                    0   6  -4   0   2  -1  14  -6  -2  -7  -2   1
above shorter                                 10   5   1  -4   2  -1   4  -3   0  -1  -8  -6
above smaller                                  7  -7  -1  -1   4  -5  -2   5   0  -1  -1   0
asked, short, byline                          -4   6   0   0  -1   0   0   0   0  -1   0   0
asked, short, copy                            -6   0   1   3   2   2   0  -1   0  -1   0   0
begins to count                               -6   0   0  -2  -4  13   0   0   0   0   0   0
below as long                                  5   3   5  -9   7 -12   0  -4  -1  -4  15  -5
below asked                                    2   1  -1   2   0 -10  -1   7   0  -3   1   2
below brief                                   -9  -6   0  -2   6  -6  11  -4  -2   4   9  -1
below byline                                   6  14  -8   3  -7  -1   3 -14   0   5   1  -3
below contact                                 13 -14  -2   4  10   8   4  -9  -2  -8  -4   0
below copy                                     7  -2   3  -5  -6  13  -9   6  -5  -1  -1   0
below credit                                   2   7   0  -5   8  -4  -5 -10   1  12  -5   0
below dateline                                12  30   2  -2 -15 -33  -2  -1   0  19  -8  -2
below deeper                                   2  11   4  -6  -3  10  -2  -6  -2   5  -9  -5
below edge                                   -12   2  -4  -3   3  -3  -6   9  -2   8   5   3
below gap                                      6   8  -3   0   4  -2 -11  -7  -4   6   5  -1
below item                                     1  -2 -13   3   7  -1   0   8   0   6  -3  -5
below longer                                  -6  -1   5  -1  10  -1  -6  -8  -1  -2   6   5
below of another level                         3  11  -3   0   6 -13  -2   0   0  -1   0  -1
below opens                                    7  10  -8   0  -7 -10   0  -1   0  10  -1   0
below short                                   -3   2   6   1   1   0   1  -2   4 -10  -4   3
below shorter                                  5   4  -4   7  -5  -8   8  -6  -1   9 -12   3
below smaller                                  5  12  -4  -3   2  -9   6  -7   0   0  -2   0
below with its sign                           -7  -5  10   4   3  -4   8   4   0  -5 -12   3
brief, copy, brief                            -4   0   0  -1   5  -1   0  -5   0   0   8  -1
brief, copy, copy                             -8  -1   0   0  12  -6   0  -7   0   0  10   0
brief, copy, short                             2   2   0   7  -4   0   0  -5   0   0  -1   0
brief, short, copy                            -3 -10   0  11   5  -1   0   0   0   0  -1   0
brief, short, short                            6   5   0  -4  -9  11   1  -1   0   0  -6  -2
byline before copy                            -5  -3  -1  14   6 -11  10  -6  -1   5  -4  -5
byline, copy, short                            3  -5   0   0  -7   6   0   4   0   0   0   0
byline, short, copy                           -4  10   1  -3   5  -9  -3  -3   0  -2   0   8
byline, short, short                           1   0   3   5  -4  -6   7  -5  -1   1   2  -2
close: gap                                     9   0   2   0   1  -4  -1  -3   0  -1  -2  -1
close: gap after byline                       -5   0   0  -1  -2  11  -1  -1   0   0   0  -1
close: gap after short                        -8   1   2   2   5  -3   3  -2   0   0   0   0
close: gap, gap below                          6   7   3  -1  -3  -5  -3  -3  -1   0   0   0
close: gap, no gap below                       3  -7  -1   1   4   1   2  -1   1  -1  -2  -1
close: no gap                                 -4   3  -4  -2   2  -4  -1  -2  -1   5   0   6
close: no gap after brief                     -1   6   2  -3   3  -3  -7   6  -1   0  -4   2
close: no gap after byline                    -9   4  -2  -2   4   4   0  -6   2   3   0   0
close: no gap after copy                       0  -7   0   4   4   2   0   5   0  -5  -1  -2
close: no gap after credit                     2  -1  -2 -10   0   1   0   9   0   0  -2   3
close: no gap after edge                       0   0  -3   0   0   3   6  -7   1   0   0   0
close: no gap after item                       3  -3  -1   0   2  -4  -1  -1  -2   6  -4   5
close: no gap after short                     -5   3   0   5   2  -3   2  -8   3  -2   5  -2
close: no gap, gap below                      -7   1  -5   3   0 -16   7   7   2   4   0   5
close: no gap, no gap below                    4   2   1  -4   1  12  -7  -9  -3   2   0   1
contact, short, short                         -9  -1   0   0  15   0  -1   0   0  -4   0   1
copy above of 1 texts                         -2  -4  -1  -1  -1   1   6   0  -3  -1   5   1
copy above of 2 texts                          1  -2   5  10  -3   7   0  -6  -2  -6  -2  -2
copy above of 3 texts                          6   1   5  -9   4   3   9 -11  -1   1  -6  -3
copy above of 4 texts                          1   4  -7   2   3  -3   0   4   0   0  -8   3
copy below                                    -2   5  -1  -1  -8   4  -2   5  -1  -6   4   4
copy below is brief                           -3   1  16  -5   3  -3  -7 -13  -5   4  11   1
copy below is long                             2  -7   7   5   4  -7  -3   4   0   0  -4  -1
copy below of 0 texts                         -8  -2   5   4   4  -2  10  -4  -3  -3   3  -5
copy below of 1 texts                          9  -5  -6   4  -6   4   5   5  -2   0  -8  -1
copy below of 2 texts                          2   3  -3 -13  -1   1   5  -8  -1   5   5   5
copy below of 3 texts                         -2   2   8   2   3  -6  -6  -2  -1  -1   0   4
copy below of 4 texts                          4   4   0   1   5   7   2  -5  -1  -2 -11  -2
copy below signed at once                      6  10  -1   7   2 -25  -4   6   0   0   0   0
copy below with a dateline                    -9   8  -1  -7   9 -14   5   1  -1  11  -3   0
copy, brief, brief                             0   0   0   0   8  -2   0  -3   0  -1   0  -2
copy, brief, copy                             -7   0   0   0   8   2   0  -3   0  -5   1   5
copy, brief, edge                              0   0   0   0  -7   0   0   5   0   9  -4  -3
copy, brief, short                             1   0   0  -1   5  -1   0  -2   0  -9   2   5
copy, byline, copy                            -3  -5   9   1   2  -2   0  -2   0  -4   6  -1
copy, byline, credit                           0   0   2   1  -1   0   0  -8   0   0   6   0
copy, byline, edge                             0   0  -2  -1   6   0   0  -5   0   0   3  -1
copy, byline, short                            4  -3  -5   3   1  -4  -1  -9   0   0   9   4
copy, contact, edge                           -1   0   0  -2   1  -2   0  -1  -5   0   9   0
copy, copy, asked                             -3   0   0  -1   6   0   0  -2   0  -1   0   0
copy, copy, byline                             4   7  -4   1  -3   0   0  -6   0   1  -4   4
copy, copy, copy                              -3   0  -1  -1  11  -2   0   0   0  -4   0   0
copy, copy, credit                            -1   0   0   0   3   0   0  -6   0  -1  12  -6
copy, copy, edge                               0   0   0  -1   4   0   0   1   0   6  -9   0
copy, copy, item                              -2   5   0   0   7   0   0 -12   0  -2   5  -1
copy, copy, short                              1   8   0  -4   3   3  -1   5   0  -7   0  -7
copy, credit, copy                            -1   0   0   0  -9   2   0   9   0   0  -1   0
copy, credit, edge                             0   0   0   0  15   0   0  -7   0   0  -1  -5
copy, credit, short                           -3   0   0   0   0  -1  -1   8   0   0  -5   1
copy, item, copy                               8   0   0  -1  -9   3   0   0   0   0   0   0
copy, item, edge                              -2   0   0  -2   0   0   0  -1  -1  -1   2   6
copy, item, item                              -4  -1   0  -1  -6  -6   0  17   0  -1   1   0
copy, item, short                             -1  -1  -1  -1  -1   6   0  -2  -1   3  -2   0
copy, short, asked                             9   0   0   0  -1  -8   0   0   0  -2   1   3
copy, short, brief                            -6   0   0   1  -4   3   0   9   0  -1   0  -1
copy, short, byline                           -6  -4   1   0   6   3  -1   0   0  -1   3   0
copy, short, copy                             -3   3   2 -14   4  -2  -2  -4   0   9   2   5
copy, short, edge                             -1   0   0  11   0   0  -4  -6   0   3   3  -5
copy, short, item                              3   0   0   1  -5   7  -1  -1   0  -6   2   0
copy, short, short                             8  -2  -6  -3  -6   1  10   1   0   5  -5  -1
counts on                                     -4   6  -1  -1  -9  14  -1  -1   0   0   1  -1
credit, copy, copy                            -1   0  -1   0  15   0   0 -13   0   0   0   0
credit, short, short                           2  -1   9   0  -6   2  -1  -3   0   0   0  -1
edge, contact, short                          -5   0   0   0   6   0  -1   0  -1   0   0   0
edge, short, item                              6   0   0   0  -5   0  -1   0   0   0   0   0
edge, short, short                             1   0  -7   0  -1  -3  12   0   0   0   0   0
first of the page                             15   0 -14   0   8   0   5 -13  -1   0   0   0
first short of the page                       -2   3  -9  -1   2   0   3  -1   0  -5  10   0
further asked                                  1  -2 -13  -1  12   9  -3  -6   0  -1   4   0
further brief                                  0  -4   0   4  -3  -4   4  -5   2  -4   1   8
further byline                                 6  16  -8  -4  -5   6   0   1  -2   0  -9  -1
further contact                               -2 -10  -1   3   8  -3  -6   7   1   4   2  -2
further copy                                   4   3  17  -2  -4   0   0  -3 -11  -5  -1   0
further credit                                -2   7   1  -4   2   0  -5  -5   1  10  -4  -2
further edge                                  -3  -9   1  13   6 -16   5  -4   1   6  -1   1
further item                                   4   8  -4  -7   2   4  -6   2  -3   3   4  -7
further short                                 -4  -5  -9  -6   3  -4   9   6   4  -1   5   2
gap after asked                               -9  -1   1   5   2  -2   0   6   0  -2   0   0
gap after brief                                2  -7   0   3  -2  -2  -2   3   1  -1   4  -1
gap after byline                              -3   3  -2  -3   2   9  -3   2   3   3  -6  -5
gap after credit                               8  -3   6  -1   2  -2  -1  -3   1   0  -5  -2
gap after edge                                 9   0  -5   0   1   3  -2  -6   0   0   0   0
gap after short                                0   5  -3   2   1  -5   6  -5   1  -5  -3   5
gapped: gap after asked                       -5  -1   2   3   1  -4   0   6   0  -1   0   0
gapped: gap after brief                       -5  -6   0   3   0   4   1  -5   1  -1   7  -1
gapped: gap after byline                       4   3  -1  -1   1  -5   0   2   2   3  -6  -3
gapped: gap after credit                       1  -3   6  -1  -1   3  -1   2   0   0  -5  -2
gapped: gap after edge                        -1   0  -6   0   7   4   2  -6   0   0   0   0
gapped: gap, gap below                        -5  -3   3  -2   3   3  -1  -6  -1   2   8  -1
gapped: gap, no gap below                      3   0  -7   5   2  -1   3   7   2  -3 -11  -1
gapped: no gap                               -10   1  -3  -3   2   0   1  -8  -6  10   9   7
gapped: no gap after byline                    8  -3  -1  -3  -8   3  -1   8   1   4  -4  -4
gapped: no gap after copy                     -5   2   0   0  -4  -4  -7  -8   0   8  11   9
gapped: no gap after credit                   -4   0   0   1   1   0   0  -6   1   3   4   1
gapped: no gap after edge                     -4   0  -5   0  10  -4   8  -4  -2   0   0   0
gapped: no gap after item                     -2   1   6  -4   1   5  -1  -1  -2  -5   4  -3
gapped: no gap after short                     6   1  -3  -4   1   2   3   1  -5   1  -2  -1
gapped: no gap, gap below                     -6  -1   2  -1   0   4   0   4  -9   8  -2   0
gapped: no gap, no gap below                  -4   3  -5  -3   2  -4   1 -12   3   2  10   7
gapped: wide gap                               6  -3  -1   0  -1   0   1  -1   0   0  -1   0
gapped: wide gap, gap below                    6  -3  -1   0   0   0  -1  -1   0   0  -1   0
goes on below                                 -3   2  -1  14  -4  11  -7  -9  -1   5  -6   0
item, copy, copy                              11   2   0  -1  -2   0   0   0   0  -1  -8   0
item, copy, item                              -1   0   0   0   1   0   0  -1   0  -5   6   0
item, copy, short                              6  -1   0   0   3   0   0  -1   0   0  -8   0
item, item, copy                               8  -8   0   0   4   4   0  -5  -2   1  -2   0
item, item, edge                               0   0   0   0  17   0   0 -18   0   0   2   0
item, item, item                               2   5   0  -2  11  -6   0  -2  -1  -1  -6   0
item, item, short                             -6  -1   0  -5   9  -3   0  -3  -1   1   6   2
item, short, copy                              6  -3  -1  -1  -4  -2   0   0   0   3   2   0
item, short, item                             -5  -1  -1   0   3   7   0   0   0  -1  -2   0
item, short, short                            -3   2   0  -2   2   1  -2   0   0  -1   6  -1
join: broken                                  -4   0 -11 -15 -12 -12  -7  -4  -6  27  26  18
join: broken, colon                           -3   0   0  -2   8   2   1   0   0   0  -6   0
join: broken, full                             9  -1  -3  12   8   7  -2  10   0  -5 -16 -17
join: broken, full, gap                        3  -3   1  -1   3   6  -1   8   1  -3 -12  -3
join: broken, open                            11   2  -1   6  13   3   2  15   4 -20 -20 -16
join: broken, open, gap                        5   1   2   3  -2   3   5  -6   4  -4  -9  -3
join: broken, soft                            -3  14  -1   3   5  -1   0   0   0  -6 -10  -1
join: deeper                                   4  -5  -4   6  11  -6   3   6   1  -5 -10   0
join: flush                                   -6  -1   9  -1  -2  -7  -1  -5  -4   6   6   7
join: full, full                              -6   0  -2 -13  -4   0   2  -8  -1   7  11  14
join: full, full, gap                          6   0   0   1   8  -9  -1   3   0   0  -6   0
join: full, open                              -5  -8  -3 -13  -7 -15  -5 -15  -2  21  28  23
join: full, soft                              -3  -6   0  -5 -12  -5  -3  -3  -2  17  13   9
join: items                                   -7   3  -6  -4   2 -10  -2  12   2   7   3  -2
join: long                                    18  -4 -15   0   7  -5  -1  -2  -2  -8   7   4
join: set in                                  -1   2   1   1  -1   2   2   6   3   2 -13  -2
join: set in, broken                         -10   2   3   3  -6  -2   6   0   2   6  -2  -1
join: set in, full                             6   3   2   0   1  -2   2   2  -2  -4  -8  -1
join: set in, whole                            3  -2  -4  -2   3   6  -6   4   2  -1  -3  -1
join: short                                    6   3  11   0   7  16  10   2   2 -17 -32  -9
join: small letter                            -6  -4  -3  -1 -21   1  -2  -6   0  11  17  16
join: whole, colon                            -6  11   0  -1  15   2  -2   0   0   0 -17   0
join: whole, full                              5   0   4   1   4   4  -1  13   0  -4 -21  -5
join: whole, open                              1  -1   4   3   2   4   3   4   0 -13   3  -9
join: whole, open, gap                         2  -6  -2  -7  -5   4  -4   0   0   7   7   2
join: whole, semicolon                         0  -6   0   0   2   0   0  -1   0   6   0   0
join: whole, soft                             -3   0   0   7  -1  -1   0  -5  -1  -2   9  -4
last of the page                             -12   2  -4  -3   3  -3  -6   9  -2   8   5   3
mixed: gap                                     6   0   0   1   4   7  -6   3   0  -3  -9  -2
mixed: gap after brief                        -9   0   0  -1   1   6  -3   8   0   0  -3   0
mixed: gap after edge                          7   0   1   0  -4  -1  -3   0   0   0   0   0
mixed: gap after short                        13   2  -1   2  -3  -2   6  -6  -2  -2  -7  -1
mixed: gap, gap below                          3  10  -3  -3   2  13 -16  -5   1  -1  -1  -1
mixed: gap, no gap below                       2 -10   3   4   2  -6  10   7  -1  -2  -8   0
mixed: no gap                                 -5   5  -8  -1  10  -5   3   3  -2   3   5  -7
mixed: no gap after brief                     -7   0   0  -1   1   5   4  -3   0   0   2   0
mixed: no gap after byline                     9  -3  -1   2   5 -12   1   1   0   0  -2   0
mixed: no gap after credit                     3   0  -1   2   8   0  -1  -5   0  -1   4  -9
mixed: no gap after edge                       6   0  -1   0  -1  -2  -7   5   0   0   0   0
mixed: no gap after item                      -8   5  -4   3   1  -1   0   2   0   2   0   0
mixed: no gap after short                     -4  -1   2  -4   1   2   1   6  -2  -1   0  -1
mixed: no gap, gap below                      -7   0  -8  -1   6  -3  -1   6   0   1   6   0
mixed: no gap, no gap below                    2   5   0   0   4  -2   4  -4  -2   2  -2  -8
new below                                      9   0   1  -6   0   0  -1  -4  -1  12  -9   0
no copy below                                  2 -10  10   9   0  -4   1   2  -2   1 -12   3
no gap after asked                            -5   4   0   8   0  -5   0  -4   0  -4   6   0
no gap after brief                           -10   5   2   0   0   2  -3   1   0   0  -2   5
no gap after byline                            8  -1  -4  -3   0  -4   1   3   2   8  -6  -3
no gap after contact                           3  -3   0   0  -6  -1  -1   1  -3   7   1   2
no gap after copy                             -7  -2  -2  -1  -3   0  -2  -3   1   6   6   8
no gap after credit                            1  -1  -2  -7   9   1  -1  -2   1   2   6  -6
no gap after edge                              2   0  -8   0   9  -3   7  -7  -1   0   0   0
no gap after item                             -7   3   1  -2   4   0  -2   1  -4   3   1   2
number 0 from the end of its run               7  -3   4  -3   7   3  -5  -3  -4  -5  -2   5
number 0 of its run                            4  -1  -5   1   4   8  -5  -7  -5  -3   1   5
number 1 from the end of its run               3   2  -2  -4   0  -2   8 -10  -1   8   1  -1
number 1 of its run                            0   6   8  10  -2  -3  -2  -3  -1  -6  -9   0
number 2 from the end of its run              -2   3   3   5   2  -4   1   1  -1 -10   4  -4
number 2 of its run                            1   5   7  -8   3   2   1  -2  -1  -4  -1  -3
number 3 from the end of its run              -8  -9   0   0   0   9  10  -1  -1   4  -3  -1
number 3 of its run                           -2  -6 -10   4  -3   4  11  -2  -1   7  -1  -1
number 4 from the end of its run               4  10  -1  -1  -4  -2   1  -2  -1   3  -9   1
number 4 of its run                            2  -1   4 -11   2  -7  10  -2  -1   4   0   0
rather above                                 -14  -1   9  11  -8  -1  -1   5   0  -2   2   0
rather below                                  14  22  -7  -4 -16  -1  -9  -2   0  13  -7  -1
second of the page                             8   6   2 -13  -3   1   1 -11   6   8  -5  -1
set: as copy                                  12  -4  -7  -3  -6  14  10  -3   5  -4 -11  -2
set: flush                                     3   3 -15  -4   2  -5   0   2  -3  14   6  -4
set: short, as copy                           -4   8  -1  10  -2 -21  -2  15   0  -2  -1   0
set: short, deeper                             2  -2  -5   6   6   0  -3  -3   0   0   0   0
set: short, flush                             -1  -3  10   9   6  -2  10  -4  -2 -12  -7  -5
short, asked, copy                             0   9   0   0 -15   7   0   0   0   0   0   0
short, brief, short                            0  -1   0   1  11   0  -7  -3   0   0   3  -3
short, byline, byline                         -2   4  -9   7   1   0   0   0   0   0   0   0
short, byline, copy                           -4  -3   8  -3  18  -2   0  -6   0  -1  -7   0
short, byline, short                          -2  -2   6  11   1  -1  -2  -3   0   0  -4  -5
short, copy, brief                            17  -5   0   0  -4   0   0  -6   0  -1  -1  -1
short, copy, byline                           -3   6  -2   0  -5   0   0  -2   0   5   1   0
short, copy, copy                              3  -5  -3   0  -7  -1  10   5   0   5  -3  -1
short, copy, credit                            0   0   0   0   6   0   0 -10   0   0   5   0
short, copy, edge                             -1   0   0   0  18   0   0 -21   0  -2   7   0
short, copy, item                             -1  -4   0   4  -5   0   0  -1   0   0   7   0
short, copy, short                            -6   1   3   0   5   0  -1  -5   0  -3   3   4
short, item, copy                             -5   6  -8  -1   5   5   0   0  -1  -1   0   0
short, item, item                              3  -4   0   0  17  -6  -1  -7   0   0  -2   0
short, item, short                             0   8  -1   0  -2  -1   0  -1   0   0  -2   0
short, short, brief                           -2  -1   0   0  -8  -1  17   0   0  -5   0   0
short, short, byline                          -4  -3   9   0  -5  -1   6   0   0   5  -6   0
short, short, copy                             1  11   1  10   5  -4 -10  -1   0  -4  -1  -7
short, short, short                           -3   2   3  -6   9  -2  -4  -3  -2   4   1   1
sign of a series                              12  -2  -3  -4   2   1  -1  -1   0  -3  -1   0
spoken of above                              -19  -4   2  17   6   1  -2   6   0  -6   3  -3
spoken of below                                9  19 -15   2  -2   0 -11  -1  -1  10  -6  -3
""")
