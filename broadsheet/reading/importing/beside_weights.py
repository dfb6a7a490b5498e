"""How much what is seen of a line beside its neighbours speaks for its label: a row a cue, columns as `line_weights`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

BESIDE = table("""\
above as long                                  2  -8  -5   3   5  -3   3  -3  -1  -3  12  -1
above asked                                  -10   3   4   8  -1  -5   0   1   0  -5   4   0
above bold                                     0   6  -8  -1  -5   2   0   8   0   0  -1   0
above brief                                   -4  -7  -1   7  -2   0  -3   6   1  -1   0   3
above byline                                   3   8  -1  -8   0   0  -1   6   4   0  -7  -4
above closes                                   8  -1   0   0  -1  -5   0   1   0   0  -1   0
above closing                                  9   7   0  -1  -6   0  -2   0   0  -2  -5  -1
above contact                                  3  -7   1   1  -1  -2  -1   0  -2   8  -1   1
above copy                                    -5  -3  -2   0  -1   2  -3  -2  -6   8   6   6
above credit                                   6  -2   0  -7  10   0  -2  -2   5   1  -1  -7
above credited                                -5   5   2   6 -14   0  -2   7   3   0   2  -3
above edge                                    13   0 -10   0   6  -1   4 -12   0   0   0   0
above ends colon                             -15   7   0  -5  -4   1   0   0  -1  10   4   2
above ends full                               10  -2  -6   3   7  12  -4  10  -2  -2 -23  -4
above ends open                                4  -8   1  -1   5  -7   1   5   0  -9  11  -4
above ends semicolon                          -1  -3   0   0   7  -4   0  -1   0   2   1   0
above ends soft                               -5   5   0  -3  -4  -5  -1  -4  -2   7   6   6
above item                                    -1   2   3   0   4  -1  -4  -1  -5   4  -3   1
above label                                   -2  -3   0   0   2  -2   3   7   0  -1  -2  -1
above larger                                  -1   5  -8   2  -6   1  -5  11   0   0   0   0
above longer                                   6  -6   0  -1   6  -4  -5  -1  -1   6  -6   4
above numeral                                  2 -16   0   0  -5  22   0   0   0   0  -1  -1
above of another level                         3   1  12   0  -4  -5  -5  -1   0  -2   0   0
above picture                                 -3   0   0   0  -2   0   0   5   0   0   0   0
above short                                    3   5  -8  -8   2   3  11  -3   0  -7   0   1
above shorter                                  4   1   1  -4   4  -1   7  -3   0  -2  -6  -3
above smaller                                  5  -2  -1  -1  -2   1  -2   2   1  -1  -1   0
asked, copy, copy                              0  -1  -1   0   2   0   0   0   0   0   1   0
asked, short, byline                          -2   3   0   0  -1   0   0   0   0   0   0   0
asked, short, copy                            -5  -2   3   0   3   2   0   0   0  -1   0   0
begins to count                               -5   0   0   0  -3   9   0   0   0   0   0   0
below as long                                  0   2   0   8  -2  -6  -4  -3  -1   0   9  -3
below asked                                   10  -2   0   0   2 -12  -1   2   0   0   0   0
below brief                                   -8  -5   1  -2   9  -7  -1  -2  -1   3  13   1
below byline                                   5   9 -10  -3  -2   4   3  -8   1   2   2  -3
below contact                                  3  -7  -1   1   8   8   4  -7  -1  -2  -5  -1
below copy                                     6  -2   5  -5  -7  12  -4   8  -4  -2  -2  -4
below credit                                   2   3  -2   0   4  -7  -3  -4   1  10  -4   2
below dateline                                11  25   3  -2 -11 -28  -1  -1   0  13  -8  -1
below deeper                                   0   9  -7  -5  -6   7  -1   3  -1  10  -8  -2
below edge                                   -13   1  -3   1   0  -4  -4  10  -2   7   1   6
below gap                                      2   6  -3   1   3  -1  -7  -4  -3   2   6  -2
below item                                     2   0 -11  -1   5  -1   2  10  -1  -2  -1  -3
below longer                                  -1  -1   1  -5   6   0  -3  -5  -1   4   0   5
below numeral                                 -5  -1   0   0   3   0   0   2   0   0   1   0
below of another level                         6   9  -1   0  -3 -10  -1   0   0   0   0   0
below opens                                    7  15  -9   0 -12  -6   0   0   0   6   0   0
below short                                   -1   1   9   2  -1   4   5 -12   3  -8  -5   3
below shorter                                  7  -1  -1  -2  -5   0   7   0  -1   3  -7  -1
below smaller                                 11   7 -10   1   2  -6   3  -7   0   0  -1   0
below with its sign                           -8  -4   4   4   3  -3   8   9   0  -5 -10   1
brief, byline, short                           0   0   0   6  -3   0   0  -1   0   0   0   0
brief, copy, brief                            -4   0   0   0   1   0   0  -1   0   0   5   0
brief, copy, copy                             -2   0   0   0   8  -6   0  -7   0   0   8   0
brief, copy, short                             1   1   0   0  -3   0   0   2   0   0   0   0
brief, short, copy                            -9  -7   0  11   6  -1   0   2   0   0  -1   0
brief, short, short                            5   1   0   1  -5   6  -1  -3   0   0  -3   0
byline before copy                            -4  -5  -2   2  10  -3  12  -3  -1   4  -8  -2
byline, copy, brief                           -1   0   0   0   3   0   0   0   0   0  -1   0
byline, copy, copy                             3  -2   0   0   1   0  -1  -5   0   0   4   0
byline, copy, short                           -2   0   0   0  -2   7   0  -1  -1   0  -2   0
byline, credit, edge                           0   0   0   0   2   0   0  -1   0   0   0   0
byline, short, copy                           -3   8  -3  -1   1   1  -2  -3   0   0   0   2
byline, short, short                           1   3   1  -3  -3  -1   6  -2   0   0   0   0
close: gap                                     8  -3   0   0   2  -1  -2  -2   0  -1  -1   0
close: gap after byline                       -5   0   0   0  -3   8   0   0   0   0   0   0
close: gap after copy                         -1   0   0   0   6  -5   0   2   0   0  -1   0
close: gap after credit                        3  -1   0   0   0  -1   0  -1   0   0   0   0
close: gap after edge                          4   0   0   0  -1   0  -2   0   0   0   0   0
close: gap after short                        -2  -2   0   0   3   1   2  -2   0   0   0   0
close: gap, gap below                          8   2   0   0  -2  -4  -2  -2   0   0   0   0
close: gap, no gap below                       0  -5   0   0   4   3   1   0   0  -1  -1   0
close: no gap                                 -2   3  -3  -4   3  -2  -1  -1  -1   2   1   5
close: no gap after asked                     -3   3   1   1  -1   0   0  -2   0  -2   3   0
close: no gap after brief                     -4   1   0  -1   4  -1  -3   5   0   0  -3   2
close: no gap after byline                     0   6   1  -1   2   0  -1 -10   2   0   2  -2
close: no gap after copy                       3  -5  -5   3   4   5  -3   4  -2  -5  -1   1
close: no gap after credit                     1   0  -2  -7  -1   2   0   8   1   0  -4   2
close: no gap after edge                      -1   0  -1   0  -2   1   6  -4   0   0   0   0
close: no gap after item                       5  -3  -1  -1   1  -4  -1   0  -2   6  -4   3
close: no gap after short                     -6   3   3   0   2  -2   1  -3   2  -1   2   0
close: no gap, gap below                       0   2  -4   1  -2  -8   3   5  -1   2  -2   4
close: no gap, no gap below                   -1   1   1  -4   4   6  -4  -6   0  -1   3   1
contact, short, short                         -4  -1   0  -1   6   0   0   0   0  -1   1   0
copy above of 0 texts                         -4   7  -3  -3   2  -4  -4  -4  -3   7   1   8
copy above of 1 texts                         -3  -2   7  -2   2  -1   7  -4  -3  -3   5  -3
copy above of 2 texts                          3   1   3  12  -4   3   1  -1  -1  -8  -4  -3
copy above of 3 texts                         10  -3  -2  -3   0   1   5  -4  -1   4  -4  -3
copy above of 4 texts                          5   7  -5  -4   3   0   0  -3   0   2  -4  -1
copy below                                     0   2   3  -4  -8   6  -7   0  -1  -2   5   5
copy below is brief                           -2  -2   5   0   4  -3  -4  -8  -4   5   5   3
copy below is long                            -3  -4   1   9   8  -6   1  -1   0  -6   4  -2
copy below of 0 texts                         -1  -3   3   1   9  -3   7  -2  -2  -8   3  -3
copy below of 1 texts                         11  -1  -7  -1  -5   7   4  -6  -1   1  -3   0
copy below of 2 texts                          2   5   2   2  -3  -3   1  -5  -3   3  -4   4
copy below of 3 texts                         -4   2   9   1   0  -6  -4  -1  -1   2   6  -4
copy below of 4 texts                          3   7  -6  -4   2   3   2  -2  -2   4  -8   0
copy below signed at once                      5  11   0  -3  12 -21  -2  -2   0   0   0   0
copy below with a dateline                    -9   8   1   2  13 -13   0  -9  -1   9  -2   2
copy, asked, copy                              6   0   0   0  -7   3   0  -2   0   5  -4   0
copy, asked, short                             1  -1   0   0   3  -2   0   0   0   0   0   0
copy, brief, brief                             0   0   0   0   5  -2   0  -3   0  -1   2   0
copy, brief, byline                            0   0   0   0   1   0   0  -2   0   0   2   0
copy, brief, copy                             -4   0   0   0  11   3   0  -7   0  -7   6  -2
copy, brief, edge                              0   0   0   0  -2   0   0   3   0   6  -5  -2
copy, brief, short                            -1   0   0   0   8  -1   0  -3   0  -4   0   1
copy, byline, copy                            -1  -3   7   3  -1  -1   0  -2   0  -2   2  -1
copy, byline, credit                           0   0   0   1  -1   0   0  -3   0   0   4   0
copy, byline, edge                             0   0   0   5  -1   0   0  -3   0   0   1   0
copy, byline, short                            3  -1   4   3  -8  -2   0  -6   0  -1  10  -3
copy, contact, edge                            0   0   0  -3   3  -3   0  -1  -4   0   9   0
copy, contact, short                          -6   0   0  -1   8   0   0  -1   1   0  -1   0
copy, copy, asked                             -2  -2   0   0   6   0   0  -1   0   0   0   0
copy, copy, brief                              4  -1   0   0  -1   0   0   0   0   0  -2   1
copy, copy, byline                             1   5  -3   0   3   0   0  -4   0  -4   2   0
copy, copy, contact                            0   0   0   0  -2   0   0   0   0   0   3   0
copy, copy, copy                               1  -2  -1   0  10  -4   0  -3   0   1   0  -1
copy, copy, credit                            -1   0   0   0   5   0   0 -10   0  -2   7   1
copy, copy, edge                               0   0   0  -1   3   0   0   2   0   4  -8   0
copy, copy, item                               0   0   0   0   7   0   0 -11   0   0   5   0
copy, copy, short                             -3   8  -1   1   1   3   0   3   0  -5  -2  -5
copy, credit, credit                           0   0   0   0   5   0   0  -5   0   0   0   0
copy, credit, edge                             0   0   0   0   7   0   0  -5   0   0  -1   0
copy, credit, short                           -9   0   0  -1  -4   0   0   8   0   0  -5  10
copy, item, copy                               3   0   0   0  -8   6   0   0   0   0   0   0
copy, item, edge                              -2   0   0  -1   5  -1   0  -3  -2  -1   0   5
copy, item, item                               8   0   0   0 -10  -2   0   5   0   0  -1   0
copy, short, asked                             9   0   0   0  -1  -8   0   0   0   1  -1   0
copy, short, byline                          -11   0   0   0   7   7  -2   0   0   0   0   0
copy, short, copy                             -4   0   0  -8   4  -4  -1  -1   0   3   4   9
copy, short, edge                              0   0   0   8   3   0  -3  -4   0   1  -1  -3
copy, short, item                             -3  -1  -1   1   2   6   0  -1   0   1  -4   0
copy, short, short                             8  -1  -6  -1   0  -3   5  -3   0   6  -1  -4
counts on                                     -4   5  -1   0  -8  13  -1  -2   0  -1   1  -1
credit, credit, short                          0   0   0   0   0   0   0   2   0  -1  -6   5
credit, short, byline                         -2   5  -2   0   0   0   0   0   0   0   0   0
credit, short, copy                            1   0   0   0   2  -2   0  -1   0   0   0   0
credit, short, short                           2   1   9   0 -10   3  -1  -2   0  -1   0  -1
edge, short, byline                           -3   0   0   0   7   0  -3   0   0   0   0   0
edge, short, copy                              0   0  -1   0  -2   4   0   0   0   0   0   0
edge, short, short                             0   0  -7   0   3  -4  10   0   0   0   0   0
first of the page                             13   0 -10   0   6  -1   4 -12   0   0   0   0
first short of the page                       -1   6 -10  -1   2  -9   5  -1  -1   1  10  -1
further asked                                  0   1 -13  -1   9  11  -5  -7   0   0   6  -1
further brief                                  2   0   2   3   0  -4  -3   4  -1  -2   0  -2
further byline                                 4  12  -4   1  -1   2   6   4  -3  -7 -10  -3
further contact                                2  -9  -1   1   9  -3  -4   0   1   0   6  -1
further copy                                   2   6  11  -4  -6   1  -3  -2  -1  -2  -5   2
further credit                                 2   6  -2  -1  -1  -6  -4   1   0   8  -4   4
further edge                                  -1 -16   5   4  10 -10   4  -8  -1   9   1   3
further item                                   1   5  -8  -4  -2   3   6   3  -2  -1   2  -2
further picture                               -1  -1   0   0  -2   4   0   0   0   0   0   0
further short                                 -5  -4  -6  -3   2  -2   4   3   2   5   3   1
gap after asked                               -6  -1   1   4   2  -2   0   4   0  -2   0   0
gap after brief                               -1  -8   0   5  -1  -1   0   3   1   0   3   0
gap after byline                               1   4  -1  -5   1   3   0   2   2   0  -6  -1
gap after contact                              2  -6   1   0   5  -1   0   0   0   0   0   0
gap after copy                                 0   1   1   0   2   4  -1   1  -5   2  -2  -2
gap after credit                               6  -2   2  -2   2  -2  -2   0   2   0  -3  -3
gap after edge                                 7   0  -1   0   2   2  -4  -6   0   0   0   0
gap after item                                 3   0   2   2   0  -1  -2  -1  -2  -1   0  -1
gap after picture                             -3   0   0   0   0   0   0   3   0   0   0   0
gap after short                                2   6  -7  -3   1   2   6  -5   2  -3  -2   3
gapped: gap                                   -2  -2   2   0   6   2   0   1   2  -2  -2  -4
gapped: gap after asked                       -4   1   1   4  -1  -4   0   4   0  -1   0   0
gapped: gap after brief                       -1  -7   0   5  -1   0   0  -2   1   0   5   0
gapped: gap after byline                       3   4   0  -4   3  -4   1   3   2   0  -6  -1
gapped: gap after contact                      4  -6   0   0   3  -1   0   0   0   0   0   0
gapped: gap after copy                         5   1   1   1  -5   4   2  -4  -3   2  -3  -2
gapped: gap after credit                      -2   0   3  -1   0   4  -1   2   1   0  -2  -3
gapped: gap after edge                        -3   0  -1   0   5   3   3  -6   0   0   0   0
gapped: gap after item                         2   1   2   2   2  -1  -2  -3  -2  -1   0  -1
gapped: gap after picture                     -3   0   0   0   0   0   0   3   0   0   0   0
gapped: gap after short                       -5   5  -5  -5   0   0  -2   4   3  -1   5   3
gapped: gap, gap below                        -5  -2   4   4   3  -1  -1  -6   0  -1   8  -3
gapped: gap, no gap below                      3   0  -2  -3   3   2   1   7   2  -1 -10  -1
gapped: no gap                               -13   1  -4   1   2  -4   2  -4  -5   8   8   8
gapped: no gap after brief                    -1   0   0   4  -5   0   0   1   0   0   0   2
gapped: no gap after byline                    0   0  -1  -2 -10  -2  -1  14  -1   0   3  -1
gapped: no gap after copy                     -5   1   3   1  -3  -4  -7 -10   0   7  10   6
gapped: no gap after credit                   -4   0   0   0  -1   0   0  -2   0   4   2   2
gapped: no gap after edge                     -3   0  -8   0  14  -3   8  -8   1   0   0   0
gapped: no gap after item                     -6  -1   3  -2   5   4  -1   1  -2  -3   3  -1
gapped: no gap after short                     7  -1  -2  -1   4   4   3  -1  -5  -3  -6   0
gapped: no gap, gap below                     -7   2   0   3   0   2   0   3  -6   5  -1   0
gapped: no gap, no gap below                  -6  -1  -4  -2   2  -6   2  -7   1   4   9   8
gapped: wide gap                               6  -3   0   0  -2  -1   1   0   0   0   0   0
gapped: wide gap, gap below                    5  -3   0   0  -1   0   0   0   0   0   0   0
goes on below                                  3   5  -6   1  -1   8  -7  -3  -1   6  -5   0
item, copy, copy                               4   3   0  -1  -4   0   0   0   0   0  -2   0
item, copy, item                              -2   0   0   0   2   0   0   0   0   0   0   0
item, copy, short                              1   3   0   0   4   0   0   0   0   0  -8   0
item, item, copy                               3  -2  -1   0   3  -2   0   0   0   0   0   0
item, item, edge                              -1   0   0   0  12   0   0 -13  -1   0   3   0
item, item, item                              -4   4   0   0   9  -4   0   1   0   0  -6   0
item, item, short                             -5  -1   0  -3   6  -4   0   2  -1  -3   8   1
item, short, byline                           -3   2   0   0   1   0   0   0   0   1  -1   0
item, short, copy                              3  -4   0  -1  -6   4   0   0   0   5  -1   0
item, short, item                             -8  -1  -1   0   2   7   0   0   0  -1   2   0
item, short, short                            -4   1   5  -2  -2   0  -1   0   0  -2   6  -1
join: broken                                  -4  -5  -6 -16  -7 -11  -8  -4  -4  23  27  15
join: broken, full                             6   0  -3   8   6   6  -5   8   0  -4 -13  -9
join: broken, full, gap                        1   0   0  -1   0   7   0   7   2  -2 -10  -3
join: broken, open                             9   2   1   5  10   5   5  15   0 -17 -22 -13
join: broken, open, gap                        5  -1   0   3   0   0   9  -6   3  -2  -8  -1
join: deeper                                   6   0  -8   7   9  -4  -2   8  -1  -4 -11   0
join: flush                                   -2   1   5   5   0  -5  -3  -2  -3   3   1   1
join: full, full                               0  -2  -2 -12  -5  -1   2 -10   0   5  13  10
join: full, open                              -4  -6  -2 -10  -8 -12 -10 -13  -2  20  29  18
join: full, soft                              -4  -7   0  -3 -18  -4  -1  -3  -2  21  14   6
join: items                                   -6   3  -3   1   8 -14  -1  10   2   4  -1  -3
join: long                                    17  -7  -3  11  -8  -4  -1   3  -3  -5   0   0
join: set in                                  -6   0   5   2  -1   3   6   2   4  -3 -10  -1
join: set in, broken                          -5  -5   6   0  -7   4  11  -2   2   0  -2   0
join: set in, full                            -1   0   0   3   5   0   1   0  -1   0  -6   0
join: set in, whole                            1   5  -1  -1   1  -1  -6   4   3  -2  -2  -1
join: short                                    7   7   3  -1   5  12   9  -1  -1 -11 -22  -6
join: small letter                            -4   1   0   0 -15  -3   0  -7   0  13   6   9
join: whole, colon                            -5   9   0   0  13   2   0   1   0   0 -18   0
join: whole, colon, gap                       -3   2   0   0   0   0   1   0   0   0  -1   0
join: whole, full                              3  -1  -1   7   6   7  -2  12  -2  -3 -22  -4
join: whole, full, gap                         5  -1   1  -3  -6   2  -3   4  -4  -1   6  -2
join: whole, open                             -1  -3   2   3   3   0   7   3   1 -11   4  -9
join: whole, open, gap                         3  -7  -2  -1  -4   3  -5   3   0   4   4   2
join: whole, semicolon                         0   0   0   0   4   0   0  -1   0   0  -3   0
join: whole, soft                             -1  -1   0   0  -8   0   0  -1   0  -1  12   0
last of the page                             -13   1  -3   1   0  -4  -4  10  -2   7   1   6
mixed: gap                                     5   0  -3   0   6   3  -2   1  -1  -1  -8  -1
mixed: gap after brief                        -6   0   0   0   1   3   0   6   0   0  -2   0
mixed: gap after byline                        3   0   0   0   1  -1  -1   0   0   0   0   0
mixed: gap after contact                      -3   0   0   0   3   0   0   0   0   0   0   0
mixed: gap after copy                         -4  -1   0  -1   1   4  -3   3  -2   0   2   0
mixed: gap after credit                        5  -1  -1   0   2  -5   0  -2   1   0   0  -1
mixed: gap after edge                          7   0   0   0  -2  -1  -4   0   0   0   0   0
mixed: gap after item                         -2   0   0   0   1   0   0   1   0   0   0   0
mixed: gap after short                         8   3  -2   2  -2   1   7  -7  -1  -1  -7   0
mixed: gap, gap below                         -2   6   0  -2   3   7  -8  -1  -1   0  -1  -1
mixed: gap, no gap below                       7  -5  -2   3   3  -4   7   2  -1  -1  -7   0
mixed: no gap                                 -8   4  -6  -2  10  -1   2   1   1   2   3  -6
mixed: no gap after asked                      0   0   0   3  -1   0   0  -1   0   0   0   0
mixed: no gap after brief                     -1   0   0   1  -1   4   0  -3   0   0   0   0
mixed: no gap after byline                     1  -1  -1   0   8   0   0   0   0   0  -6   0
mixed: no gap after copy                      -5   0  -2  -4  -4  -2   8   3   0   5  -2   2
mixed: no gap after credit                     2   0  -1   1  10   0   0  -7   1  -2   5  -7
mixed: no gap after edge                       4   0   0   0  -3  -1  -5   6   0   0   0   0
mixed: no gap after item                      -2   5  -1   1  -1   0   0  -2   0   1  -1   0
mixed: no gap after short                     -5   1  -1  -3  -1  -1  -1   5   1   0   7  -1
mixed: no gap, gap below                     -13   1  -6  -3   3  -2  -3   6   3   4   4   5
mixed: no gap, no gap below                    5   2   0   1   7   1   4  -5  -2  -1  -2 -11
new below                                     13  -1   0  -3   2  -4   2 -12  -1  10  -7   0
no copy below                                  1  -4  10   5  -5 -10   6   7  -2  -1  -8   0
no gap after asked                            -4   4   3   5  -3  -3   0  -2   0  -3   4   0
no gap after brief                            -6   1  -1   4  -1   2  -3   3  -1   0  -3   3
no gap after byline                            1   4  -1  -3   1  -3  -1   4   1   0   0  -3
no gap after contact                           1  -1   1   1  -6  -1   0   0  -3   8   0   1
no gap after copy                             -7  -4  -4   0  -3  -1  -2  -2  -1   7   8   8
no gap after credit                           -1   0  -3  -5   8   1  -1  -1   2   1   2  -3
no gap after edge                              0   0  -9   0  10  -3   8  -6   0   0   0   0
no gap after item                             -4   1   1  -1   5   0  -2  -1  -3   5  -2   2
no gap after short                            -3   2  -1  -4   4   0   4   2  -2  -4   2  -1
number 0 from the end of its run               6   5  -3  -2   6   3  -7  -5  -4   0  -1   2
number 0 of its run                            8   1  -4   1  -3   8  -3  -7  -5   5  -3   1
number 1 from the end of its run               2   4  -4  -7   0   1   4  -5  -1   2   4   0
number 1 of its run                            5   4   4   7  -3   0  -5  -4  -1  -2  -4  -2
number 2 from the end of its run               5   2   0   7   2   0  -1  -2  -1 -10   6  -5
number 2 of its run                            4   2   4  -4   4  -3   2  -2  -1  -3  -1  -1
number 3 from the end of its run              -1 -11   1   7  -4   0  11  -2   0   5  -6  -1
number 3 of its run                           -6   4  -5  -1   4  -1   8  -1  -1   1   0   0
number 4 from the end of its run              -1  10   6  -5  -1  -6   2  -2  -2   5  -8   2
number 4 of its run                            0  -1   1  -2   2  -5   6  -2  -1   1   2   0
rather above                                  -6  -5   6   5  -5   1   1   5  -1  -2   2  -1
rather below                                  10  18  -4  -2 -12   0  -7  -1   0   5  -5  -2
second of the page                             7   1   1  -8   1   0  -1  -7   4   4  -1  -1
set: as copy                                  11  -2  -3  -2  -7   9   8  -3   3  -2  -9  -2
set: deeper                                   -7   3   2   1   1  -2  -2   5   0   0   0   0
set: flush                                    -1   4 -10  -3   0  -5   2   3  -3  12   5  -5
set: short, as copy                           -3   5  -6  12   0 -13  -4  12   0  -2   0   0
set: short, deeper                            -7   3   0   3   5  -2  -2  -1   0   0   0   0
set: short, flush                              3  -3   8   3   6   0   8  -4  -2 -12  -2  -3
short, asked, copy                            -2   9   0   0 -12   7  -1  -1   0   0   0   0
short, asked, short                            0   4  -2   0   0   0   0   0   0  -2   3  -2
short, brief, short                            0  -2   0   0   7   0  -1  -2   0   0   0  -2
short, byline, copy                           -1  -5   5 -10  21  -2  -1  -2   0  -2  -4  -1
short, byline, short                           6  -2  -1  10  -3  -2  -2   0   0   0  -7  -1
short, copy, brief                             3  -4   0   0   1   0   0  -2   0  -1   2   0
short, copy, byline                           -1  -1   0   0  -1   0   0  -1   0   5  -1   0
short, copy, contact                           0  -1   0   0  -5   0   0   0   0   0   5   0
short, copy, copy                              5  -2  -6   0  -5  -1  12  -7   0   5  -2   0
short, copy, credit                            0  -1   0   0   7   0   0  -9   0   0   3   0
short, copy, edge                              0   0   0   0   6   0   0  -3   0  -1  -1   0
short, copy, item                              0  -4   0   0  -6   0   0   5   0   0   5   0
short, copy, short                            -9  -1   8   0   6  -1   0  -4   0  -1  -2   5
short, item, copy                             -2  -5  -8   0   8  10   0   0  -1   0   0   0
short, item, item                             -2  -5   0   0  22  -6  -1  -8   0   0  -1   0
short, short, byline                           7   1  -3   0 -16   0  10   0   0   3  -2   0
short, short, copy                             8  11   6   0   4  -5  -9  -1   0  -5  -4  -5
short, short, edge                            -2   2  -1   1   2   0   2  -3  -1   0  -2   1
short, short, item                             2   1  -1   0  -5   0   6  -1   0   0  -2  -1
short, short, short                            1   2   1  -1   8  -4  -1  -4  -3   1  -4   2
sign of a series                              -2  -1  -1  -4   9   6  -5   0   0   0   0   0
spoken of above                              -10 -13  -1   6   7   5   4   7  -1  -5   3  -2
spoken of below                                7  11 -12  -1   0   4  -4   0   0   3  -5  -2
""")
