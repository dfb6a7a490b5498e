"""How much what is seen of a line alone speaks for its label: a row a cue, its columns those of `grammar.EMISSIONS`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

LINE = table("""\
Latin                                          7   6   7   0  -1 -13 -12   7  -3   0   1   1
announced                                      0  10   0  -9   8   0  10 -24  -6   0  10   0
any                                            3   0  -8  -5  13  -4   0  -1  -5   7  -3   2
beat                                          16   0   0   0 -13   0  -2   0   0   0   0   0
bold                                          -5   6  -1   0  -9  14  -2  -1   0   0  -2   0
byline                                         1   3  12   4 -12  -2  -1 -13   0  14  -1  -5
capitals                                       2 -10  -2   3   1   7  -1   4   0  -2  -1  -1
capitals of the page                           9   9   0  -1  -2 -17   0   3   0   0   0   0
caption                                       -4  -2   0   0 -11   8   0  14   0   0  -4   0
centred                                        4   7  -9  -2   1   0  -5   3   0   0   0   0
closes                                         0   0   0   2   3   0   0   0   0  -1  -4   0
closing                                        0 -11   0  -4  21  -6  17  -1   0  -2 -14  -1
column                                         7   0   0  -1  11   1 -14  -2   0   0  -1   0
comma                                          0   0   4 -12   3   6   2  -3   2  -2   6  -4
commas                                        -3   2  -9  -2   8  -3  -2  -1  -4   4  10  -1
contact 1.0                                   -5  -1   0  -1   7   1  -1  -4   0   0   4   0
contact 2.0                                   -1  -1   0  -1   0  -4   0  -4  16   0  -4  -1
contact 3.5                                    0  -2   2  -5   2  -1  -2  -3   5   5   4  -7
credit 6                                      -5  -3  -4  -8  -6   3  -2  21  -1  -1  -3  10
credited                                      -1  -3  -8 -16   5 -12  -3  23  -2   0   1  16
dateline                                       0   0   8   0  -4   0   0   0   0   0  -4   0
deck has: asks                                 6  -4  13 -10  -2  13  -5  -4  -4   4  -2  -4
deck has: frames                              -7  -5  -5  -1   5  -4  14  -7   0   5   8  -2
deck has: number                               3   7  -3   0  -2   5 -12  -9   0  11  -2   2
deck has: person                             -14 -18  25  16  -4 -18   4  14  -1  -8  -2   6
deck has: series                              17  -7  -1  -1   0   4   4 -17   0  -3   6  -1
deck has: time                                 3   2  -2   5  -2  -9   0   3  -1   5  -2  -2
deck opens: dash                             -11   6  -4  11   2   6  -2  -1   0  -2  -3  -1
deck opens: explains                          -3   2   3  -4   3  -3   1  -9  11   6  -4  -3
deck opens: framed                            -7  -2   1  -1  -1   2  -4  -1   3   3   8  -1
deck opens: predicate                         10  13  -4  -4  -8   1  11  -6   0   1 -10  -2
ends colon                                     3 -14  -1  -1  23 -13   0  -1   2  -1   3   1
ends full                                    -11   3  -5  -2   4  -7  -6   8  -1   2  13   4
ends full, bracket                            -2  -7   0  12   3 -10   0   4  -1  -3   5   0
ends full, call                                4  18  -3  -3 -12  10  -2  -9   0   3  -3  -4
ends full, stop                              -14  -9  -2 -11  13  -6  -4  12   0   2  11   8
ends open                                      9  13  -1   1 -22  19   8 -11  -6   9 -19  -2
ends semicolon                                -3  -5   0   0  11   0  -1   0   0  -1   0   0
ends soft                                      4   4   0  -2  -3  -3  -1   2   1  -1   0   0
figures                                        1   0  -2  -5  10   8  -3 -17   3   1   4   1
full                                           2   0   4   2  -3  -8   6  -4   0  -2   4  -1
full and short                                -5   2  -2  -2   6  -3  -3   3  -3   1   4   3
gap                                            3  -5   8  19  11   7 -40  -6   4  -5   2   2
gaps                                         -11 -24  11  11  16  -1 -18  20   1  -1  -3   0
halves                                        -2   9 -11   2   3   3   0  -6   0   0  -2   4
has: bracket at its end                       -8   2 -22  10   3 -10   0   9  -1   0   8  10
has: brackets about it                        -3   1  -8  -4  -8   9   6   3  -1   0   2   2
has: colon                                    -6 -15  -9   5   6  12   0  -1   8  -2   3   1
has: digit                                    -5  -6   8  -6   4   8 -24  10   5  -4   4   7
has: name in brackets                         31   1  -2   2 -18   8 -10  -4   0   0  -5  -1
has: number to ring                          -14  -7   2  -2   0  -5  -2  -9  14   6   8   9
has: particle                                  1   1  -1  -1  -1   4  -2  -9  -3   2   3   6
has: question mark                            17   2  -3  -6   2   9  -2 -11  -4   4  -3  -4
has: quotation                                11   6  -2 -16   0  13 -11   3  -5   0   0   1
has: quotes about it                         -15   4   0  -3   1  20   0 -10  -1   2   5  -1
has: saying                                   -3  -2   0  11   5  -2   2 -15   0  -1   8  -1
has: stop within                              -3 -10  -4  19  10 -15  -6  12  -5  -4   8  -1
has: title of a work                          16  -1  -4  -4  -3   2   0  -2   1   0  -5   0
heading                                       -5   7   0   0   0  -1   0   0   0   0   0   0
heading below                                 10   2   0   0  -1 -11   0   0   0   0   0   0
heading further below                          2   2  -2   0  -4   2   0   0   0   0   0   0
huge                                           5   5   0   0  -2  -5  -1   0   0   0  -2   0
item                                           5  12   1  -1 -11  -4   0  -1   0   0   0   0
label                                          4  -4  -3  -5   9   3 -16  -4  -1   3   4  10
large                                         13   2  -5   0  -1  -8  -1   0   0   0   0   0
larger                                        -1   0   0   0  -2   6  -3   0   0   0   0   0
like a sentence                               -3  -5   6   4   2   4   4 -11  -5   0   1   4
listed                                        -5  -3  -3   0  13  -7  -1  14   0  -2  -5  -2
major                                         -2   2   0   0   0  -4   7  -1   0   0  -2   0
many figures                                  -8  -8   7  -5   7   3   0  -5   0  -5   9   5
minor                                         -7  -7   6   0   5   7  -4   8   0   0  -6  -3
name                                          -6  -8  28  32 -11  -9 -20  -7  -1  -6   5   3
name 1.0                                     -13   1  -1   5   6   7   0  -1   0  -1  -1  -1
name 1.5                                       8   4  -1 -11  -7   2  -1   5   0   0  -1   2
name 2.0                                     -12   2  -5   6   2   4  -1   3   0   3   0  -1
name 2.5                                      -5  -5  18   2   3  -2 -11   0   0  -6   5   2
name 3.0                                      12  -2   0   7   1 -13  -1  -1   0   0  -2   0
name 3.5                                       2  -4  10   5  -5  -3  -1  -6   0   0  -1   5
name 4.5                                       1  -1   0  14  -3  -1  -2  -5   0   0  -1  -2
name 5.0                                       3   0   1   2  -6  -2  -2  -2   0   0   8   0
no capitals of the page                       -2   0   1   1  -2   2   0   1   0   0   0   0
no heading where others are                  -10 -13   1   0   2   2  14  11   0   0  -4  -3
no verb                                       -6  -2  12   3   7 -13   0  -7   4  -2   6   0
notice                                        18  -5   0   0  -6  -8   0   0   0   3  -1   0
numeral                                      -12   0  -2  -1   8   6   0   0   0  -4   6  -1
opens                                          0   0  -2   0   2   0   0   0   0   0   0   0
opens: address                                -4  -9  -1   0  16  -2   0   0   0   0   0   0
opens: arrow                                   1  -1  -1  -1   2 -10   0  14   0   0  -4   0
opens: bracket                               -19   0  -3  -2  20   1   6 -11  -1  -2   8   2
opens: dash                                  -11   6  -4  11   2   6  -2  -1   0  -2  -3  -1
opens: day or time                            -3   6  -3  -2  -6   1   0  19   0   0 -10  -1
opens: label and colon                         6  10  -3 -11  -3   3   0   6  10  -6  -7  -5
opens: note                                   -2 -11   4  10  -1  -7  -3  -4   6   1   2   5
opens: number                                -11  -8  -2  -2  -9  19  17   8   0   0 -11  -1
opens: question                              -13  -2  -1   1  30 -10   0  -2   0   0  -2   0
opens: quotation                               5   4   0  -4   6   0  -1  -1  -1   1  -7  -1
opens: running                                -8  12  -3  -5  -6   2   6  -1  -2   1  -5   9
opens: sign                                   -4 -11  16  -7   2  14  -4   3  -2  -1  -6  -1
opens: small letter                           -6   2  -5  12 -13  -3  -1  -8   0   8   9   7
opens: telling                                 0  -9   0  -1   9   2   0   0   0  -1   0   0
opens: unit                                    5 -13   0  12   1  -4   4  -4   0   3  -4   0
opens: weekday                                -3  -3   0   0   2  -1   0   8   0   6  -6  -3
over 12 cells                                 11   7  -4  -7   4  -9   3   0  -3  -2   0   0
over 16 cells                                 -2   4   6   8   6 -19   0   2   0   0   1  -6
over 20 cells                                  6   7  -4   2   1  -1 -10  -1   1   1   2  -3
over 25 cells                                  3  -2   9  -3   4  -8   4   0   4  -6   4  -8
over 32 cells                                 -1   6  -3  10  11 -14 -20   6   2   0   4   0
over 44 cells                                  1  -5   3   0   6  -5  -1  -1  -1  -4   7  -1
over 6 cells                                   0   4 -12  -6   3 -10   8  12  -2 -10   7   4
over 64 cells                                 -6  -3  -9  -6  14   0   0  -6  -2   0  19   0
over 9 cells                                  -6   8 -10   1   0   0   3   4   0  -1   4  -3
over 90 cells                                 -2   6  -2  -4   4   0   0 -12   0   0  10   0
role byline                                    0  -1   2  -1   0   0   0   2   0   0   0  -2
role item                                      1   0   7   0  -4   0  -1  -2   0   0   0   0
role row                                       0   8   0   0  -4   2  -3  -1   0   0  -1   0
role subtitle                                 -2  -2   0   0   5   0   0  -1   0   0   0   0
role title                                    -1  -6   0   0  -2   0   9   0   0   0   0   0
series                                        10   1  -1  -4  -9  24  -7  -4   2  -1  -6  -4
set in                                        -9  -8   2   8  17  -4  14   7   2  -6 -19  -4
set in as copy                               -13   0   1   3  10   6   0  -3  -2  -1   0   0
set in as heads                                3   4   2  -5  -2  -2   1  -3   2   0  -6   7
set in deep                                   -4   5   1   5   0   0  -7  -1   0   0   0   2
small                                        -11   0  -5   1   2  -1  -6  21   0   0   0   0
title case                                    -7 -17  17  -4   6   3  -3  12   0  -3  -6   1
verb opens                                     2   3 -12   5   0   0   0  -8   3   1   2   6
verbs                                          3   6   0 -13   3   1   6   2  -4   2   0  -7
""")
