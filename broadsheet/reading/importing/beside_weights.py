"""How much what is seen of a line beside its neighbours speaks for its label: a row a cue, columns as `line_weights`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

BESIDE = table("""\
above as long                                  2  -9  -4   1   5  -3   3  -2  -1  -3  12  -2
above asked                                   -9   3   3   9  -1  -5   0   0   0  -4   4   0
above bold                                    -1   5  -7  -1  -4   2   0   7   0   0  -1   0
above brief                                   -3  -5   0   7  -4   1  -4   5   1   0  -1   3
above byline                                   2   9   0 -10   0  -1  -1   5   4   0  -6  -3
above closes                                   8  -1   0   0  -1  -5   0   1   0   0  -1   0
above closing                                 10   7   0   0  -6   0  -2   0   0  -2  -5  -1
above contact                                  4  -6   1   1  -1  -2  -1   0  -3   7  -1   1
above copy                                    -4  -2  -3   0  -2   2  -4  -3  -6   9   5   6
above credit                                   7  -7   0  -7  10   1  -2  -2   5   2   0  -8
above credited                                -4  -3   3   7 -12   1  -2   7   3   0   2  -2
above edge                                    14   0  -9   0   6  -1   5 -15   0   0   0   0
above ends colon                             -15   6   0  -5  -4   1   0   1  -1  10   4   3
above ends full                                8  -2  -6   4   7  11  -5  11  -1   0 -23  -5
above ends open                                5  -8   1  -2   4  -6   1   4  -1  -8  11  -3
above ends semicolon                          -1  -3   0   0   7  -4   0  -1   0   2   0   0
above ends soft                               -5   6   0  -3  -4  -5  -1  -4  -2   7   6   6
above item                                    -6   2   0   1   6  -1  -4   3  -5   4  -3   2
above label                                   -3  -1   0   0   1  -2   2   8   0  -1  -2  -1
above larger                                   0   5  -7   1  -6   1  -5  11   0   0   0   0
above longer                                   7  -6   0  -2   6  -4  -5  -1  -1   6  -5   4
above numeral                                  3 -16   0   0  -7  23   0   0   0   0  -1  -1
above of another level                         3   2  12   0  -4  -5  -5  -1   0  -2   0   0
above short                                    3   6  -7  -8   4   1  12  -3  -1  -6   0   1
above shorter                                  3   0   4  -4   6  -3   7  -3   0  -1  -7  -2
asked, short, copy                            -5  -1   4  -2   2   2   0   0   0  -1   0   0
begins to count                               -5   0   0  -1  -3   9   0   0   0   0   0   0
below as long                                  0   3   0   8  -2  -7  -4  -3  -1  -1   9  -4
below asked                                   10  -1   0   0   0 -12  -2   6   0   0   0   0
below brief                                   -8  -6   0  -3   8  -5  -1  -4  -1   5  12   1
below byline                                   1   8  -9  -3   2   0   3  -6   1   1   4  -4
below contact                                  3  -7  -1   2   9   9   5 -10  -1  -4  -4   0
below copy                                     8   0   3  -5  -9  13  -4   5  -4  -1  -3  -3
below credit                                   3   3   0  -2   5  -6  -4  -8   0  14  -4   0
below dateline                                11  26   2  -2 -12 -29  -1  -1   0  14  -8  -1
below deeper                                   1   9  -7  -4  -6   8   0   2   0  10  -8  -3
below edge                                   -14   2  -3   0   0  -3  -4  10  -2   7   2   5
below gap                                      2   6  -2   1   3  -1  -7  -6  -4   3   7  -1
below item                                     3  -1 -11   0   5  -1   2  10   0  -2  -1  -2
below longer                                  -2  -1   2  -6   6   0  -3  -4  -1   3   2   5
below of another level                         6   9  -1   0  -3 -10  -1   0   0   0   0   0
below opens                                    4  16  -8   0 -11  -7   0   0   0   7  -1   0
below short                                   -2   2   7   3  -2   2   4  -7   2  -9  -6   5
below shorter                                  6  -1  -1  -4  -4   0   8   1   0   5  -7  -1
below smaller                                 11   6  -9   1   2  -7   3  -6   0   0  -1   0
below with its sign                           -8  -5   3   5   4  -2   8   8   0  -3 -11   1
brief, byline, short                           0   0   0   6  -3   0   0  -2   0   0   0   0
brief, copy, brief                            -2   0   0   0   1   0   0  -3   0   0   5   0
brief, copy, copy                             -3   0  -1   0   8  -6   0  -7   0   0   7   0
brief, copy, short                             5   1   0   0  -4   0   0   0   0   0  -1   0
brief, short, copy                           -11  -7   0  11   6  -1   0   2   0   0  -1   0
brief, short, short                            4   2   0   1  -4   6  -1  -4   0   0  -2   0
byline before copy                            -8  -3  -1   2  13  -8  15  -2  -1   5 -10  -3
byline, copy, short                           -1   0   0   0  -2   7   0  -1  -1   0  -1   0
byline, short, copy                           -4   8  -2  -3   2   1  -2  -3   0   0   0   2
byline, short, short                           1   3   1  -4  -2  -2   6  -2   0   0   0   0
close: gap                                     8  -2   0   0   2  -1  -2  -2   0  -1  -1   0
close: gap after byline                       -4   0   0   0  -3   8   0   0   0   0   0   0
close: gap after copy                         -1   0   0   0   6  -4   0   2   0   0  -1   0
close: gap, gap below                          9   3   0   0  -3  -4  -2  -1   0   0   0   0
close: gap, no gap below                      -1  -5   0   0   5   3   1   0   0  -1  -1   0
close: no gap                                 -1   3  -3  -4   3  -1  -1  -2  -1   1   0   5
close: no gap after brief                     -5   2   0  -1   4  -2  -3   5   0   0  -4   2
close: no gap after byline                     0   6   1  -2   2  -1   0  -9   2   0   2  -2
close: no gap after copy                       4  -5  -4   3   4   5  -4   3  -2  -4  -1   0
close: no gap after credit                     2  -2  -2  -7  -1   2   0   9   2   0  -4   2
close: no gap after edge                       0   0   0   0   0   2   7  -8   0   0   0   0
close: no gap after item                       3  -2  -2  -1   1  -5  -1   2  -2   6  -4   4
close: no gap after short                     -6   4   2  -1   1  -3   1  -3   3   0   2   0
close: no gap, gap below                      -1   2  -4   1  -1  -8   3   5  -1   2  -2   4
close: no gap, no gap below                   -1   1   1  -5   4   6  -4  -7   0  -1   3   1
contact, short, short                         -5  -1   0  -1   6   1   0   0   0  -1   0   1
copy above of 0 texts                         -3   5  -4   1   1  -4  -4  -4  -2   6   1   7
copy above of 1 texts                         -3  -3   7  -3   1  -2   7  -2  -3  -3   5  -2
copy above of 2 texts                          3   1   4  10  -4   3   0   0  -1  -8  -5  -3
copy above of 3 texts                          7  -2  -2  -3   3   0   7  -5  -1   4  -4  -3
copy above of 4 texts                          8   6  -6  -4   2   2  -1  -4   0   1  -4  -1
copy below                                    -1   4   3  -3 -11   7  -8   1  -1  -1   6   4
copy below is brief                           -4  -2   5   1   5  -3  -3  -7  -4   3   6   3
copy below is long                            -4  -3  -1  13   7  -7   1  -1   0  -5   3  -3
copy below of 0 texts                         -2  -4   3   1   8  -3   7  -1  -2  -8   3  -3
copy below of 1 texts                         11  -1  -7   0  -4   7   4  -6  -1   1  -3   1
copy below of 2 texts                          1   4   3   2  -4  -2   1  -4  -2   4  -5   4
copy below of 3 texts                         -3   1   4   5   0  -5  -4  -2  -1   1   8  -4
copy below of 4 texts                          4   6  -4  -7   2   4   2  -2  -1   4  -8   0
copy below signed at once                      6  12   0  -3  11 -22  -2  -1   0   0   0   0
copy below with a dateline                    -9   9   1   2  13 -14   0  -9  -1   9  -2   2
copy, asked, copy                              5   0   0   0  -5   3   0  -2   0   4  -4   0
copy, brief, brief                             0   0   0   0   5  -2   0  -3   0  -1   1   0
copy, brief, copy                             -4   0   0   0  10   2   0  -4   0  -7   6  -2
copy, brief, edge                              0   0   0   0  -2   0   0   4   0   6  -6  -2
copy, brief, short                             1   0   0   0   7  -1   0  -3   0  -4   0   2
copy, byline, copy                            -1  -2   6   3  -1  -2   0  -1   0  -1   2  -1
copy, byline, short                            2  -1   4   3  -8  -2   0  -6   0   0  11  -3
copy, contact, edge                           -1   0   0  -3   1  -3   0  -1  -4   0  10   0
copy, contact, short                          -6   0   0  -1   7   0   0  -1   1   0  -1   0
copy, copy, asked                             -3  -2   0   0   7   0   0  -1   0  -1   0   0
copy, copy, brief                              5  -1   0   0  -2   0   0   0   0   1  -3   1
copy, copy, byline                             1   5  -2   0   1   0   0  -3   0  -3   2   0
copy, copy, copy                               1  -2  -1   0  10  -3   0  -2   0   0   0  -1
copy, copy, credit                             0   0   0   0   3   0   0  -9   0  -3   8   1
copy, copy, edge                               0   0   0  -1   2   0   0   2   0   5  -8   0
copy, copy, item                              -1   0   0   0   7   0   0 -11   0   0   5   0
copy, copy, short                              1   5  -1   1   1   3   0   2   0  -5  -2  -4
copy, credit, credit                           0   0   0   0   6   0   0  -6   0   0   0   0
copy, credit, edge                             0   0   0   0   8   0   0  -5   0   0  -2   0
copy, credit, short                           -4   0   0   0  -5   0  -1   7   0   0  -7  10
copy, item, copy                               2   0   0   0  -8   6   0   0   0   0   0   0
copy, item, edge                              -2   0   0  -1   3  -1   0  -2  -2  -1   0   6
copy, item, item                               7   0   0   0 -11  -2   0   6   0   0  -1   0
copy, short, asked                            10   0   0   0  -1  -8   0   0   0   1  -1   0
copy, short, byline                          -15   0   0   0  15   3  -2   0   0   0   0   0
copy, short, copy                             -5   2   0 -10   2  -2  -1  -1   0   3   4   8
copy, short, edge                             -2   0   0   9   3   0  -3  -4   0   1   0  -3
copy, short, short                             7   0  -5  -2  -2  -2   6  -2   0   5   0  -4
counts on                                     -4   4  -1  -1  -8  13  -1  -2   0  -1   1  -1
credit, credit, short                          0   0   0   0   2   0   0  -1   0  -1  -6   6
credit, short, short                           3  -1   9   1 -10   4  -1  -3   0  -1   0  -1
edge, short, byline                           -3   0   0   0   7   0  -3   0   0   0   0   0
edge, short, short                            -1   0  -7   0   2  -3  10   0   0   0   0   0
first of the page                             14   0  -9   0   6  -1   5 -15   0   0   0   0
first short of the page                       -2   6  -8  -2   2  -9   5   0   0   1  10  -1
further asked                                  0   1 -13  -1   9  11  -5  -7   0   0   6  -1
further byline                                 3  12  -2  -2  -1   2   6   4  -3  -6 -10  -2
further contact                                1  -9   0   1   7  -3  -4   0   1   0   5  -1
further copy                                   2   5  10  -3  -5   1  -3  -2  -1  -4  -4   3
further credit                                 3   7  -2  -2  -1  -5  -4  -2  -1   8  -4   2
further edge                                  -1 -18   5   5  10 -10   4  -9   0  11   1   2
further item                                   2   6  -9  -4  -3   3   5   2  -2   0   1  -2
further short                                 -6  -3  -5  -3   2  -3   5   5   1   4   3   1
gap after asked                               -5  -1   2   4   1  -2   0   3   0  -2   0   0
gap after brief                                0  -7   0   5  -2  -1   0   2   1   0   2   0
gap after byline                               1   5   0  -6   1   2   0   1   2   0  -6  -1
gap after contact                              1  -5   1   0   5  -1   0   0   0   0   0   0
gap after credit                               8  -5   3  -1   2  -1  -1  -1   3   0  -3  -4
gap after edge                                 8   0  -1   0   2   2  -4  -6   0   0   0   0
gap after short                                1   6  -7  -4   1   1   6  -4   1  -3  -2   3
gapped: gap                                   -2  -2   1   1   6   2   0   1   2  -2  -2  -4
gapped: gap after brief                        0  -6   1   5  -1   0   0  -4   1   0   4   0
gapped: gap after byline                       2   5   0  -6   4  -4   1   2   2   0  -6  -1
gapped: gap after contact                      3  -5   1   0   3  -1   0   0   0   0   0   0
gapped: gap after copy                         5   3   1   1  -4   4   2  -5  -3   3  -3  -2
gapped: gap after credit                      -1  -5   3  -1   1   5  -1   3   1   0  -3  -3
gapped: gap after edge                        -3   0  -1   0   5   3   2  -6   0   0   0   0
gapped: gap after short                       -6   5  -6  -5   1   0  -2   4   3  -1   6   3
gapped: gap, gap below                        -5  -3   5   3   3   0  -1  -6   0  -1   7  -3
gapped: gap, no gap below                      2   1  -4  -3   3   2   1   7   2  -1 -10  -1
gapped: no gap                               -12   1  -5   1   2  -4   1  -4  -5   9   8   8
gapped: no gap after byline                    0   0   0  -2 -10  -2  -1  13  -1   0   3   0
gapped: no gap after copy                     -6   2   2   1  -4  -4  -7  -8   0   7  10   7
gapped: no gap after edge                     -4   0  -8   0  12  -3   7  -4   0   0   0   0
gapped: no gap after item                     -6   0   3  -2   4   5  -1   0  -2  -2   3  -1
gapped: no gap after short                     9  -2  -2   0   5   3   4  -3  -5  -4  -5  -1
gapped: no gap, gap below                     -7   2   0   3   0   1   0   2  -6   6   0   0
gapped: no gap, no gap below                  -5  -1  -4  -2   2  -6   1  -6   1   3   8   8
gapped: wide gap                               6  -3   0   0  -3   0   1   0   0   0   0   0
gapped: wide gap, gap below                    5  -3   0   0  -1   0   0   0   0   0   0   0
goes on below                                  2   5  -3   1  -2   8  -8  -2  -1   4  -4   0
item, copy, copy                               5   2   0  -1  -4   0   0   0   0   0  -2   0
item, copy, short                              3   1   0   0   5   0   0  -1   0   0  -8   0
item, item, edge                               0   0   0   0  12   0   0 -13  -1   0   3   0
item, item, item                              -4   4   0   0  10  -3   0  -1   0   0  -5   0
item, item, short                             -5  -1   0  -3   5  -3   0   2  -1  -3   8   2
item, short, copy                              4  -1   0  -2  -7   2   0   0   0   5  -1   0
item, short, item                             -5  -1  -1   0   0   6   0   0   0  -1   1   0
item, short, short                            -1   1   1   0  -1  -1  -2  -1   0  -2   5  -2
join: broken                                  -4  -6  -6 -16  -7 -11  -8  -5  -2  25  26  14
join: broken, full                             6   1  -3   9   6   5  -5   8   0  -4 -13 -10
join: broken, full, gap                        0   0   0  -1   2   6   0   8   2  -2 -10  -4
join: broken, open                             9   1   2   7  10   4   5  15   1 -19 -22 -12
join: broken, open, gap                        5  -1   0   3  -2   1   8  -7   2  -2  -8  -1
join: deeper                                   6   0  -8   8   9  -4  -2   7  -1  -4 -11   0
join: flush                                   -3   1   4   4   0  -6  -2  -2  -1   4   1   1
join: full, full                               0  -2  -1 -13  -5   0   2  -9   0   7  12   9
join: full, open                              -3  -6  -3 -10  -8 -11 -10 -15  -1  21  29  18
join: full, soft                              -4  -7   0  -3 -18  -4  -1  -3  -2  21  15   7
join: items                                   -4   2  -3  -1   6 -12  -1  10   3   4  -1  -3
join: long                                    11  -4  -3  11  -4  -6  -1   4  -3  -7   2   0
join: set in                                  -5   0   5   1  -1   3   6   2   2  -3 -10  -2
join: set in, broken                          -6  -5   5   0  -7   4  11  -2   2   0  -2   0
join: set in, full                            -1   0   0   3   5   1   1   0  -1   0  -6   0
join: set in, whole                            2   5   0  -1   1  -2  -6   4   1  -2  -2  -1
join: short                                    8   7   1   0   5  14   9  -2   0 -12 -23  -6
join: small letter                            -6  -2  -4   6 -12  -3   0  -7   0  12   7   9
join: whole, colon                            -5  10   0   0  13   1  -1   2   0   0 -18   0
join: whole, full                              2  -2  -1   8   6   7  -2  12  -2  -3 -22  -4
join: whole, full, gap                         4  -2   1  -3  -4   2  -3   5  -3  -2   7  -2
join: whole, open                              0  -3   2   2   3   1   7   4  -1 -11   4  -9
join: whole, open, gap                         4  -7  -2  -1  -4   2  -5   2   0   4   4   2
join: whole, soft                             -1   0   0   0  -8  -1  -1  -1   0  -1  12   0
last of the page                             -14   2  -3   0   0  -3  -4  10  -2   7   2   5
mixed: gap                                     4   0  -2   0   7   3  -2   1  -1  -1  -8  -1
mixed: gap after brief                        -5  -1  -1   0   0   3   0   6   0   0  -2   0
mixed: gap after credit                        6   0  -1   0   1  -5   0  -3   2   0   0  -1
mixed: gap after edge                          7   0   0   0  -2  -1  -4   0   0   0   0   0
mixed: gap after item                         -7   0   0   0   8   0   0   0   0   0   0   0
mixed: gap after short                         8   3  -1   2  -4   0   7  -5  -1  -1  -8   0
mixed: gap, gap below                         -2   5   1  -3   3   8  -9  -2   0   0  -1  -1
mixed: gap, no gap below                       6  -5  -3   3   4  -6   7   3  -1  -1  -7   0
mixed: no gap                                 -8   4  -5  -1  10  -1   2   1  -1   3   3  -7
mixed: no gap after byline                     0  -1  -1   0   8   0   0   0   0   0  -5   0
mixed: no gap after copy                      -4   0  -2  -4  -3  -2   9   2   0   4  -1   1
mixed: no gap after credit                     2   0  -1   1   9   0   0  -6   0  -1   4  -8
mixed: no gap after edge                       5   0   0   0  -2  -1  -5   4   0   0   0   0
mixed: no gap after item                      -2   5  -1   1  -1   0   0  -1   0   1  -1   0
mixed: no gap after short                     -6   1   0  -3  -1  -1   0   6   0   0   6  -1
mixed: no gap, gap below                     -13   1  -6  -3   4  -3  -2   6   1   4   5   4
mixed: no gap, no gap below                    5   2   1   2   6   2   4  -5  -2   0  -2 -11
new below                                     14  -2  -5   2   2  -3   2 -12  -1  10  -8   1
no copy below                                  1  -5  11   5  -7  -8   6   7  -2  -1  -8   1
no gap after asked                            -4   3   1   5  -2  -3   0  -3   0  -2   4   0
no gap after brief                            -6   2   0   4  -1   2  -3   3   0   0  -3   3
no gap after contact                           3  -1   1   1  -7  -1  -1   0  -3   7   0   2
no gap after copy                             -7  -4  -4   0  -3   0  -2  -2  -1   6   8   8
no gap after credit                           -1  -2  -3  -5   8   2  -1  -1   2   2   2  -4
no gap after edge                              0   0  -9   0  10  -2   9  -8   0   0   0   0
no gap after item                             -5   2   0  -1   4   0  -2   1  -3   5  -3   2
no gap after short                            -3   3   0  -4   6  -1   4   1  -3  -4   3  -2
number 0 from the end of its run               5   3  -2  -1   7   1  -7  -3  -4  -2  -1   2
number 0 of its run                           10   0  -4   0  -3   8  -3  -6  -5   3  -2   1
number 1 from the end of its run               1   6  -5  -6  -2   2   4  -6  -1   3   3  -1
number 1 of its run                            6   4   1  10  -3   0  -5  -3  -1  -2  -4  -2
number 2 from the end of its run               5   0  -2   8   2   1  -2  -2  -1 -11   6  -5
number 2 of its run                            3   0   5  -5   4  -2   2  -2  -1  -3   0  -1
number 3 from the end of its run               0 -12   0   5  -3   0  11  -1   0   5  -5  -1
number 3 of its run                           -7   4  -4  -1   2   0   8  -1  -1   1  -1  -1
number 4 from the end of its run               0   9   6  -5  -1  -5   2  -2  -1   5  -8   1
number 4 of its run                           -1  -1   0  -3   2  -5   7  -1   0   2   1   0
rather above                                  -5  -5   7   5  -4  -1   1   5   0  -2   2  -1
rather below                                  10  18  -7   2 -11  -1  -7  -2   0   6  -5  -3
second of the page                             9   2  -1  -8   2  -1   0 -10   2   5   1  -1
set: as copy                                  13  -2  -2  -1  -7   6   8  -2   1  -2  -9  -2
set: deeper                                   -8   3   2   1   0  -1  -2   5   0   0   0   0
set: flush                                     0   4  -9  -3   0  -5   1   2  -2  12   5  -6
set: short, as copy                           -4   5  -6  11   1 -13  -4  12   0  -1   0   0
set: short, deeper                            -8   4   0   3   5  -1  -2  -1   0   0   0   0
set: short, flush                              1  -4  10   4   7  -1   8  -5  -2 -13  -2  -2
short, asked, copy                            -3   8   0   0 -11   8   0   0   0   0   0   0
short, brief, short                            0  -1   0   0   6   0  -1  -2   0   0   0  -2
short, byline, copy                           -1  -5   6 -10  22  -2  -1  -2   0  -1  -6   0
short, byline, short                           6  -1   3   9  -3  -1  -2   0   0   0  -8  -1
short, copy, byline                           -1   2   0   0  -3   0   0  -2   0   5   0   0
short, copy, contact                           0  -1   0   0  -5   0   0   0   0   0   5   0
short, copy, copy                              5  -3  -6   0  -5  -1  12  -6   0   6  -1   0
short, copy, credit                            0  -1   0   0   7   0   0 -10   0   0   4   0
short, copy, edge                              0   0   0   0   6   0   0  -3   0  -2  -1   0
short, copy, item                             -1  -3   0   0  -6   0   0   4   0   0   6   0
short, copy, short                            -7  -2   7   0   5   0   0  -4   0  -2  -2   5
short, item, copy                             -2  -6  -7   0   9   9   0   0  -1   0   0   0
short, item, item                             -3  -6   0   0  21  -4  -1  -7   0   0  -1   0
short, short, byline                           3   1  -3   0 -10   0  10   0   0   3  -3   0
short, short, copy                             8   9   4   5   3  -5  -9  -1   0  -5  -4  -5
short, short, item                             5   1  -1   0  -7   0   7  -1   0   0  -2  -1
short, short, short                            2   2   1  -3   7  -3  -1  -3  -2   2  -4   1
sign of a series                              -2  -1  -1  -5   9   6  -6   0   0   0   0   0
spoken of above                               -9 -12  -1   6   7   4   4   6  -1  -5   3  -2
spoken of below                                6  11 -14   3   0   3  -4   0   0   3  -4  -3
""")
