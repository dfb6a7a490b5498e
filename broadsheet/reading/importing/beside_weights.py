"""How much what is seen of a line beside its neighbours speaks for its label: a row a cue, columns as `line_weights`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

BESIDE = table("""\
above as long                                  7  -5  -6   2   0  -2   4  -3   0  -3   7  -1
above bold                                     0   0   0   0   0   2  -1   0   0   0   0   0
above brief                                   -1  -1  -1   8  -7  -2  -1   4   1  -1  -1   2
above byline                                  -2   4   3  -2   1  -2  -3   4   4   0  -4  -3
above closes                                   5   0   0   0   2  -4   0  -4   0   0   0   0
above closing                                  8   4   0   0  -5  -1   0   0   0  -1  -4   0
above contact                                  2  -6   2  -1   0   0  -1   1   0   0   1   2
above copy                                    -4   1   0  -1  -5  -1  -4  -5  -2  10   3   6
above credit                                   6  -2   1  -4   7   0  -1  -2   0  -1  -1  -4
above credited                                 3  -1   2   0 -10   4  -2   6   0   0   1  -3
above edge                                     8   0  -7   0   6  -1   2  -7   0   0   0   0
above ends colon                             -10   4   0   0  -2   0   2   0  -1   0   4   4
above ends full                                2   3   2   6   6   8  -5   4   1  -3 -21  -4
above ends open                                5  -3  -1  -6   1  -6   1   5  -2  -3  11  -3
above ends semicolon                           0  -2   0   0   4  -2   0  -1   0   1   1   0
above ends soft                               -5  -2   0   0  -4  -1  -1  -2   0   8   4   5
above item                                    -6   2  -3   2   5  -1  -3   6  -1  -1  -1   1
above label                                   -4   5   0   0   7  -2  -4  -1   0   0  -1  -1
above larger                                  -1   0  -2  -2  -4   0  -2  10   0   0   0   0
above longer                                   3  -7   0  -2   7   0  -5   0   0   7  -4   2
above numeral                                  2 -13  -1   0  -5  19   0   0   0   0   0  -2
above of another level                         2   0   2   0   3  -2  -4   0   0   0   0   0
above picture                                 -2   0  -1   0  -1   0   0   3   0   0   0   0
above short                                   -2   2  -2  -4   6   4  10  -4  -4  -5   2  -3
above shorter                                  0   3   0  -2   5   2  -1  -1   0   0  -5  -2
above smaller                                  4  -1  -2   0  -3   1  -1   3   0   0  -1   0
begins to count                               -6   0   0   0  -2   9  -1   0   0   0   0   0
below as long                                  1   7   0   1  -7  -4   2  -3   0  -6  11  -2
below brief                                   -6  -4   1  -1   6  -6  -1   2  -1   3   8  -1
below byline                                   3   4  -4  -2  -3   1   2  -7   0   1   3   3
below contact                                 -3   0   0   2   5   2  -3  -1   0   0  -1   1
below copy                                     7  -4   1  -3  -6   9  -4   9  -2  -3  -2  -2
below credit                                   5   4  -1  -1   6  -5  -1  -6   1   4   0  -7
below dateline                                13  12   1  -2  -6 -19  -1   0   0   6  -2  -1
below deeper                                   1   5   0   2  -8   4  -2  -3   1   8  -5  -4
below edge                                    -7   3  -2   1  -2  -1  -2   5   0   1   0   4
below gap                                     -2   2   1   4   1  -4  -1  -3  -2   1   2   0
below item                                     2  -4  -3   2   4   0   1   3   0  -1  -4  -1
below longer                                  -6  -4   2   0   7   2  -7   5  -1   1   1   2
below numeral                                 -2  -1  -1   0  -1   0   0   3   0   0   2   0
below of another level                         5   4  -1   0  -5  -2   0   0   0   0   0   0
below opens                                   -3   8   0   0  -6  -2   0   0   0   4  -1   0
below picture                                  0   0  -1   1   1   0   0  -1   0   0   0   0
below short                                   -1   1   3  -1   1  -3   6  -4  -1  -3  -5   6
below shorter                                  6   1  -2   0  -9  -2   2   0   0   7  -3  -1
below smaller                                  7   2  -1   1  -1  -5   1  -3   0   0  -1   0
below with its sign                           -9  -3  -4   2   3  -1   9  10   0   1  -9   2
brief, copy, copy                              2   0   0   0   4   0   0  -5   0   0   0   0
brief, copy, short                             1   0   0  -1  -1   2   0   3   0   0  -4   0
brief, short, copy                            -8  -3   0   8   4   3   0  -1   0   0  -1   0
brief, short, short                            1   2   0   3  -4   3   1  -2   0   0  -3   0
byline before copy                            -9  -5   0   1   6  -5  12  -4   0   6   0  -3
byline, copy, copy                             1   0   0   0   3  -2  -2  -3   0   0   2   0
byline, copy, short                           -1   0   0   0  -3   6   0   0   0   0  -1   0
byline, short, copy                           -6   4   1  -1   3  -1  -1   0   0   0   0   1
byline, short, short                           2   0   0   0   1  -2   3  -1   0   0  -1  -1
close: gap                                     7  -1   0   0   1  -4   0  -2   1   0  -1   0
close: gap after byline                       -5   0   0   0  -1   5   0   0   1   0   0   0
close: gap after copy                          1   0   0   0   3  -3   0   0   0   0   0   0
close: gap after credit                        1   0   0   0   0  -1   0   0   0   0   0   0
close: gap after edge                          2   0   0   0  -2   0   0   0   0   0   0   0
close: gap after short                        -4   0   0   0   4   2   0  -1   0   0  -1   0
close: gap, gap below                          8  -1   0   0  -2  -4   0  -1   0   0   0   0
close: gap, no gap below                      -1   0   0   0   2   0   0  -1   1   0  -1   0
close: no gap                                 -1   3   0  -4   0   1  -3   0  -1  -1  -1   6
close: no gap after brief                     -2   1   0  -1   3   0  -3   2   0  -1   0   1
close: no gap after byline                     0   0   2  -1   3  -2   1  -5   2   0   1  -1
close: no gap after copy                       0   0  -1   2   0   3  -4   2  -3   0  -1   3
close: no gap after credit                     1  -1  -1  -4   1   1   0   0   0   0   0   1
close: no gap after edge                       2   0  -1   0  -1   2   1  -2   0   0   0   0
close: no gap after item                       2   2   0  -1   0  -2   0   2  -1  -1  -1   1
close: no gap after short                     -2   1   2   1  -1  -3   3   1   0   1   0   0
close: no gap, gap below                      -2   2  -2   0  -2  -5   2   7   0   0  -2   3
close: no gap, no gap below                    1   1   2  -4   3   6  -5  -7  -2   0   1   3
contact, short, short                         -3   0   0   0   4   0   0   0   0   0   1   0
copy above of 0 texts                          2   5  -5  -5   2  -6   2  -4  -1   2   4   4
copy above of 1 texts                         -1  -2  -3   0   0  -1   0   7  -1   1   1  -1
copy above of 2 texts                          4  -1   5   7  -4   3  -5  -4  -2  -2  -3   0
copy above of 3 texts                         -1   0   0  -1   1   2   8  -5  -1   4  -6  -2
copy above of 4 texts                          5   7  -1  -5  -1   2   2  -4   0  -3   0  -2
copy below                                    -1   2   4  -3  -8   1  -4  -1  -1  -1   9   2
copy below is brief                            4  -2   1  -3  10  -5  -3  -9  -3   3   4   4
copy below is long                            -3  -6   2   2   2   0  -2  10   0  -1  -1  -2
copy below of 0 texts                          2   1   2  -1   7  -6   2   0  -2  -3   2  -3
copy below of 1 texts                          1   1  -6   7  -6   7   1  -7  -1   4  -2   2
copy below of 2 texts                         -3   3  -2  -3  -4   2   6   3  -1  -1  -5   4
copy below of 3 texts                          2   1   4  -3  -1  -5   1  -2   0   0   5   0
copy below of 4 texts                          8   3  -2  -4   3   2  -2  -4  -1   4  -4  -3
copy below with a dateline                    -6   4  -5  -2   6 -11   6   7   0   3  -2   1
copy, brief, byline                            0   0   0   0   0   0   0   0   0  -1   3  -1
copy, brief, copy                              1   0   0   0   5   0   0  -4   0   0  -1  -1
copy, brief, short                             2   0   0  -1   1   0   0  -4   0  -1  -1   4
copy, byline, copy                             0  -1   1   3   0   0   0  -2   0   0  -2   0
copy, byline, credit                           0   0  -1   2  -1   0   0  -3   0   0   3   0
copy, byline, edge                             0   0   0   5  -3   0   0  -2   0   0   1   0
copy, byline, short                           -2   0   3   3  -5  -2   0  -3  -1   0   7   0
copy, contact, edge                            0   0   0   0  -2  -1   0  -1   2   0   3   0
copy, copy, brief                             -3   0   0   0  -2   0   0   1   0   5   0  -1
copy, copy, byline                            -3   5   0  -1   2   0  -1  -2   0   0   1   0
copy, copy, copy                               4  -2   0   0   8  -2   0  -5   0  -3   2  -1
copy, copy, credit                             0   0   0   0   3   0   0  -5   0  -1   3   1
copy, copy, edge                               0   0   0   0   9   0   0  -2   0   0  -6   0
copy, copy, item                               0   0   0   0   3   0   0  -3   0   0   1   0
copy, copy, short                             -1   2  -2   1   2   1   0   2   0  -3   1  -3
copy, credit, credit                           0   0   0   0  -5   0   0   5   0   0   0   0
copy, credit, edge                             0   0   0  -1   0   0   0   1   0   0   0   0
copy, credit, short                           -1   0   0  -2  -4   0   0   2   0   0   0   6
copy, item, item                              -3   0   0   0  -3  -1   0   6   0   0   0   0
copy, picture, credit                          0   0   0  -1  -1  -1   0   3   0   0   0   0
copy, short, byline                           -3   0   0  -1   0   4  -1   0   0   1   0   0
copy, short, copy                             -3  -1   1  -5   0  -2   0  -2   0   3   6   4
copy, short, edge                              2   0   0  -1   1   1  -2   2  -1   1  -1  -1
copy, short, item                              0   0   0   0  -3   6  -1   0   0   0  -2   0
copy, short, short                             5   0  -2  -4  -3  -5   2   2   0   3   1   1
counts on                                     -7   3  -2   0  -5  12   0   0   0   0   1  -1
credit, credit, short                          0   0   0   0   2   0   0   0   0   0  -2   1
credit, short, copy                            7  -1   0   0  -2  -3   0  -1   0   0   0   0
credit, short, short                           0   0   2   0   0   1  -1  -2   0   0   0  -1
edge, short, copy                              3   0   0   0  -3   2  -1   0   0   0   0   0
edge, short, short                             1   0  -6   0   0  -2   6   0   0   0   0   0
first of the page                              8   0  -7   0   6  -1   2  -7   0   0   0   0
first short of the page                       -6   1  -7   0   6  -2   2  -1   0   3   5  -1
further brief                                  2  -1   1  -1   1   0  -4   1   0  -1   2  -1
further byline                                 3   7  -2   1  -7   1   3   1  -2  -2  -3   0
further contact                                1  -5   0   0   9   0  -2   0   2  -3   0   0
further copy                                   3   8   2  -6  -4   1  -4  -3  -1   3  -2   3
further credit                                 1   4  -1   1  -2   0  -1   1  -1   5  -5  -1
further edge                                  -5  -9   0   3  11 -12  -1   2   1   4   2   4
further item                                   2  -1  -5  -2   0   5   8  -1  -1  -4   0  -2
further picture                                0  -1   0   0   1   1   0   0   0   0   0   0
further short                                 -7  -2  -1   3   3   1   0  -1   0  -2   6  -1
gap after brief                                2  -4   0   4  -2  -2   2   2   0   0  -2   0
gap after byline                              -3   3   1  -1   2   0  -2   0   2   0  -1  -1
gap after contact                              3  -6   0   0   4  -1   0   0   0   0   0   0
gap after copy                                 2   2   1   0   0   2  -1  -2  -1  -1  -3  -1
gap after credit                               5  -2   2   0   1  -1  -1  -3   0   0   0  -1
gap after edge                                 8   0  -1   0   0   1  -2  -5   0   0   0   0
gap after item                                -5   0  -2   1   2   2  -2   5   0   0  -1   0
gap after picture                             -2   0  -1   0  -1   0   0   3   0   0   0   0
gap after short                                3   3  -2  -3   2   2   5  -3  -1  -2  -2  -1
gapped: gap                                    2   0  -1   3   6   4   1  -2   0  -3  -6  -4
gapped: gap after brief                        0  -3   0   5   2   0   2  -5   0   0  -1   0
gapped: gap after byline                       1   3   1  -1   0  -4   1   0   1   0   0  -1
gapped: gap after contact                      1  -6   0   0   5  -1   0   0   0   0   0   0
gapped: gap after copy                         3   2   1   0  -2   2   2  -2  -1  -1  -3   0
gapped: gap after credit                      -1  -2   2   0   0   4  -1  -2   0   0   0  -1
gapped: gap after edge                         2   0  -1   0   3   2  -1  -5   0   0   0   0
gapped: gap after item                        -1   0  -2   1   0  -2  -1   5   0   0  -1   0
gapped: gap after picture                     -2   0  -1   0  -1   0   0   3   0   0   0   0
gapped: gap after short                       -2   5  -1  -1  -2   3  -1   2   0  -2  -1  -1
gapped: gap, gap below                        -2  -2   2   4   5   1   0  -2  -1  -1  -1  -3
gapped: gap, no gap below                      3   2  -3   0   1   3   1   0   1  -1  -5   0
gapped: no gap                                -8  -2  -4   1   0  -2   1  -2  -1   4   8   7
gapped: no gap after byline                    1   0   0   0  -9   0   0   9   0   0   0  -1
gapped: no gap after copy                     -4   0  -1   0  -3  -2  -5  -4   1   7   9   3
gapped: no gap after credit                   -2   0   0   0   0   0   0   0   0   0  -2   4
gapped: no gap after edge                     -6   0  -4   0   9  -2   6  -3   0   0   0   0
gapped: no gap after item                     -3   1   0  -2   3  -1   0   0  -1   0   1   0
gapped: no gap after short                     7  -4   0  -1   4   5   0  -2  -3  -2  -3  -1
gapped: no gap, gap below                     -4   1   3   2  -2   0   2  -2  -1   0  -2   3
gapped: no gap, no gap below                  -4  -3  -7  -1   2  -3  -1   0   0   3   9   4
gapped: wide gap                               4   0   0   0  -3  -1   1   0   0   0   0   0
gapped: wide gap, gap below                    3   0   0   0  -2  -1   0   0   0   0   0   0
goes on below                                  0   7   3  -1  -3   6  -7  -3  -1   3  -5   1
item, copy, copy                              -2   3   0   0  -1   0   0  -1   0   0   1   0
item, item, edge                              -1   0   0  -1   8   0   0  -8  -1   0   3   0
item, item, item                              -1   0   0  -1   8  -3   0   0   0   0  -3   0
item, item, short                              2   0   0  -2  -2  -1   0   3   0   0   1   0
item, short, copy                              2   3   0  -1  -3  -2   0   0   0   1   0   0
item, short, item                             -3   0   0   0  -1   3   0   0   0   0   2   0
item, short, short                             0  -2   0  -1  -5   5  -1  -1   0  -1   6   0
join: broken                                  -5  -5  -2  -9 -10  -5  -4  -6  -2  16  18  14
join: broken, full                             0   1   3   3  10   3  -3   4  -1  -4 -10  -6
join: broken, full, gap                       -3  -3  -1   3  -5   5   0   9  -1   0  -3  -1
join: broken, open                             7   3   0  -1   9   3   2  11   1  -9 -15  -9
join: broken, open, gap                        1   4   1  -1  -2  -3   8  -4   1  -2  -1  -2
join: deeper                                  -5  -2   0   5   9  -1  -1   4   0  -3  -6   0
join: flush                                   -5   2   5  -2   2  -7  -1   1  -1   3   1   3
join: full, full                               2   1  -1  -7  -6   1   0  -9   1   5   7   6
join: full, open                              -3  -8  -4  -3 -10  -9  -3 -10  -2  16  22  14
join: full, soft                              -4  -3   0   0 -17  -1   0  -2   0   8  15   5
join: items                                   -2   2  -1   2   9  -6  -1  -3   2   0  -2  -1
join: long                                     6   0   1   0  -4  -3  -1  -3   0  -1   3   2
join: set in                                  -3  -1   2   5  -2   5   4   1   2  -1  -9  -2
join: set in, broken                          -3  -4   0   1  -9   6   7   1   2   0  -1   0
join: set in, whole                            1   3   1   3   0  -1  -4   1   0  -1  -3  -1
join: short                                    6   5   2   0   4   9   6   1   0  -8 -20  -5
join: small letter                            -4   1  -1   0  -6   0   0  -6   0   8   3   5
join: whole, colon                            -4   1   0   0  10   0   0   1   0   0  -8   0
join: whole, full                              0   0   0  10   3   4  -1   9   1  -4 -17  -4
join: whole, full, gap                         2  -4   0  -1  -3   6   1   1   0   0  -2  -1
join: whole, open                              1   2   3  -2   2   0   2   4  -1 -10   5  -7
join: whole, open, gap                         3   1  -1  -2  -1   4  -7  -3   0   0   6  -1
join: whole, soft                             -1   1   0   0  -6   0   0   0   0   0   7   0
last of the page                              -7   3  -2   1  -2  -1  -2   5   0   1   0   4
mixed: gap                                     4  -3   0  -1   2   3  -2   1   0  -1  -2  -1
mixed: gap after brief                        -9   0   0   0  -1   5   0   7   0   0  -1   0
mixed: gap after byline                        1   0   0   0   3  -1  -3   0   0   0   0   0
mixed: gap after copy                         -2   0   1   1   0   3  -3   0   1   0   0  -1
mixed: gap after credit                        5   0   0   0   1  -5   0  -1   0   0   0   0
mixed: gap after edge                          4   0   0   0  -1  -1  -1   0   0   0   0   0
mixed: gap after item                         -4   0   0   0   2   4  -1   0   0   0   0   0
mixed: gap after short                         8  -2  -1  -2  -1  -3   6  -4  -1   0  -1   0
mixed: gap, gap below                         -2   2  -1   0   0   7  -5  -1   0  -1   1  -1
mixed: gap, no gap below                       6  -5   1  -1   2  -4   3   2   0   0  -4   0
mixed: no gap                                 -9   2  -1   1   5  -3   3   3  -1   3   2  -5
mixed: no gap after brief                     -1   1   0   2  -4   1   0   3   0   0  -1   0
mixed: no gap after byline                     0   0   1   0   5   0  -1  -1   0   0  -4   0
mixed: no gap after copy                      -4  -1   2  -4  -2  -3   6   0   0   4  -1   3
mixed: no gap after credit                     2   0   0   0   4   0   0   1   0   0   2  -8
mixed: no gap after edge                       2   0  -1   0   0  -2  -2   3   0   0   0   0
mixed: no gap after item                       1  -1  -1   3   0   0  -1  -2   0   0   0   0
mixed: no gap after short                     -9   3  -2   0   0   1   1   0   0  -1   8  -1
mixed: no gap, gap below                     -10   2  -3   0   3  -4  -1   1   0   3   6   2
mixed: no gap, no gap below                    1   0   2   1   3   0   4   2  -1  -1  -4  -7
new below                                     15   1  -7  -2   1  -5   7  -8  -1   2  -6   0
no copy below                                 -2   3   5   3  -7  -4   9   2  -2   3 -10  -1
no gap after brief                            -5   3   0   5  -5   0  -3   3   0  -1   1   2
no gap after byline                            1   1   3  -1  -1  -2   0   3   2   0  -3  -2
no gap after contact                          -1  -1   2  -1  -4   1  -1   0   0   0   1   3
no gap after copy                             -8  -1  -1  -1  -5  -2  -3  -3  -1  11   7   8
no gap after credit                            1  -1  -1  -4   6   1   0   1   0  -1   0  -2
no gap after edge                             -2   0  -6   0   8  -2   4  -2   0   0   0   0
no gap after item                              0   2  -1   1   3  -3  -1   0  -1   0   0   1
no gap after short                            -4   0  -1  -1   4   2   4   0  -3  -3   4  -2
number 0 from the end of its run               6   5   0  -1   3   3  -5  -6  -3   1  -3   1
number 0 of its run                           10  -3  -6  -5   1   6  -2  -3  -4   5  -1   2
number 1 from the end of its run               1   4  -4  -2  -3   4   7  -1  -1  -4   1  -2
number 1 of its run                            3   8   4   4  -5  -2   1  -4   0  -3  -3  -2
number 2 from the end of its run               5   2  -2   5  -1  -2  -4  -1   0  -4   4   0
number 2 of its run                            2   3  -1  -1   1   0   1   0   0  -3   0  -1
number 3 from the end of its run              -3  -5   0  -1   1  -1   8   0   0   3  -1   0
number 3 of its run                           -4  -1  -2   0   2   2   4  -1   0   0   1   0
number 4 from the end of its run               1   3   1  -4  -1  -2   2   0   0   7  -5   0
number 4 of its run                           -1   2   2  -1   1  -4   3  -2   0   3  -2   0
rather above                                  -5  -4   4   3   1   1   2   1   0  -2  -1  -1
rather below                                   8  13  -5   0  -9   0  -4  -2   0   1  -2  -1
second of the page                             4   1   2  -5   3   2  -9   0   0   1   0  -1
set: as copy                                   4   0  -2   4   0   3   5  -2   1  -3  -9  -2
set: deeper                                   -4   1   2   2  -1   0  -1   2   0   0   0   0
set: flush                                    -2   0  -9   6   2  -2  -1  -1   0   1  12  -5
set: short, as copy                            1   3   0   5  -2  -9   0   2   0   0   0   0
set: short, deeper                            -4   1   0   2   2   0  -1  -1   0   0   0   0
set: short, flush                              3  -3   0  -1   5   0   3   0  -1   2  -8   0
short, byline, copy                           -1  -7   5  -3  17  -2   0  -2   0   0  -6   0
short, byline, short                           2   1   5   0  -3  -1  -1  -1   0   0  -3   1
short, copy, brief                             6  -2   0   0  -2   0   0  -1   0  -1   0   0
short, copy, byline                            0  -1   0   0  -5   0   0   0   0   0   7   0
short, copy, contact                           0   0   0   0  -4   0   0   0   0   0   5   0
short, copy, copy                              4  -2  -6   0  -7  -2   9  -2   0   0   8   0
short, copy, credit                            0   0   0   0  -1   0   0  -2   0   0   3   0
short, copy, edge                              0   0   0   0   5   0   0  -1   0   0  -3   0
short, copy, short                            -3   4   4   0   4  -1   0  -3   0   0  -2   0
short, item, item                             -2  -5   0   0  14  -4   0  -1   0   0  -1   0
short, short, byline                           1  -1  -1   0   0  -1   5   0   0   1  -2   0
short, short, copy                            -1  10   5  -1   3  -2  -6  -1   0  -3  -1  -3
short, short, edge                            -6   4  -2   4   1   0   1  -2   0   0  -1   0
short, short, item                             9  -8  -2   0  -7   0   7   0   0   0  -1   0
short, short, short                           -1   5   1  -1   3  -2   3  -4  -1   1  -4   0
sign of a series                             -18   4  -1  -5  11  14  -1  -1   0   0  -1  -2
spoken of above                               -7  -5   5   4   4   6  -1   1   0  -2  -3  -2
spoken of below                                6  12  -4   1  -6   4  -7  -2   0   1  -4  -2
""")
