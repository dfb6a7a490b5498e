"""How much what is seen of a line alone speaks for its label: a row a cue, its columns those of `grammar.EMISSIONS`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

LINE = table("""\
Latin                                          8   4   4   4 -10  -8  -9   6   1  -3   1   2
announced                                      1   9   0  -8   7  -7  14 -20  -6   0  11   0
any                                            5   0 -14  -6  17  -4   0  -4  -5  10  -1   1
beat                                          16   0   0   0 -13   0  -3   0   0   0   0   0
bold                                          -7   6  -1   0  -9  15  -1  -2   0  -1  -1   0
byline                                         0   8 -25 -34  13   0   0  16   0  17  27 -23
capitals                                       5  -8  -4   0   3   9   0   0   0  -1   0  -3
capitals of the page                          10   6  -1   0   2 -17   0   0   0   0   0   0
caption                                       -3  -1   0   0 -10   5   0  14  -1   0  -4   0
centred                                        2   8  -8  -1   0   2  -5   2   1  -1   0   0
closes                                         0   0   0   0   5   0   0  -2   0  -4   2   0
closing                                       -1 -10   0  -3  22  -5  19  -4   0  -3 -14  -2
column                                         4   0   0   3  11  -1 -13  -2   0   0  -1   0
comma                                          0  -1   9  -8   3   4   1  -8   0  -3   5  -2
commas                                         0   5  -6  -4  10  -3  -3  -4  -7   4   9  -1
contact 1.0                                   -5   0   0   0   6   1  -1  -6   0   0   5   0
contact 2.0                                    0   0   0  -1  -2  -5   0  -5  17   0  -2  -1
contact 3.5                                   -4  -3  22  -4  -6  -1  -2  -4   6   2   0  -5
credit 6                                      -9  -2  -2  -1 -11   3  -2  21  -1  -2  -6  13
credited                                      -9  -2  -4  -3   0  -6  -4  13  -2   0   3  15
dateline                                       0  -1  -1   0   7   0   0   0   0   0  -5   0
deck has: asks                                 9  -7  17  -5  -2  12  -8  -3  -3  -2  -6  -3
deck has: frames                              -6  -6  -2   0   3  -4  12  -8   0   6   7  -3
deck has: number                               0   8  -3  11  -5   3 -12 -10  -1   8  -5   4
deck has: person                             -10 -13  25   8  -3 -19   4  11   0  -5  -1   6
deck has: series                              13 -13  -1  -2  -3   4   5  -2   0  -3   2   0
deck has: time                                 6   4  -1  -5   1 -14   1   4  -1   8  -1  -1
deck opens: dash                             -13   6  -3  11   6   3  -3  -1   0  -3  -2  -1
deck opens: explains                          -1  -1  11  -1   2  -2   1 -13  11   6  -6  -6
deck opens: framed                             0   0   4   1   0   1  -6  -6   2   2   6  -3
deck opens: predicate                          9  15  -4  -1 -10   2  13  -8   0   2 -15  -3
ends colon                                     3 -19  -1  -1  23  -9   0   0   2  -1   4   0
ends full                                     -8   7 -10  -6   5  -9  -8   4  -2   9  13   5
ends full, bracket                             3  -2   0   0   2 -11   0   8  -1  -5   4   2
ends full, call                               -3  13  -3   0  -6  12  -1  -8   0  -3   4  -2
ends full, stop                               -7  -4  -6  -6   9 -10  -7   4  -1  17   5   5
ends open                                      9  12  -3   1 -21  20  11 -10  -4   7 -18  -4
ends semicolon                                -3  -5   0   0  13   0  -1   0   0  -2  -1   0
ends soft                                      4   5   0   0  -3  -5  -1   2   0  -2   1   0
figures                                        3   1  -2  -5  10  10  -2 -24   3  -1   6   1
full                                           0  -2   0   3  -3  -8  10   0   2  -5   2   1
full and short                                -5   3  -4  -2   1  -7  -3  11  -2   1   2   5
gap                                            5  -2   4  17  13  12 -44  -9   3  -4   6  -1
gaps                                         -14 -27  13   9  16   1 -18  20   1   0   0   0
halves                                         2   7  -3   4   3   2   0 -12  -2  -1  -2   2
has: bracket at its end                      -11   9 -19   1   1 -10   2  14   0  -2   4  10
has: brackets about it                         5   6 -12  -2  -6   5   7 -12   0   0   5   5
has: colon                                    -8 -14 -10   6   6  11   1  -2   9  -1   4  -2
has: digit                                    -5 -10   9  -4   6   6 -25  14   7  -9   3   7
has: name in brackets                         30   4  -2   7 -23   4 -12  -3   0   0  -3  -2
has: number to ring                          -20  -8  21   4  -3  -6  -2 -10  11   1   4   8
has: particle                                 -1   1   7  -4  -1   1   1  -9  -3   1   0   7
has: question mark                            15  -5  -3  -1   4   9  -1  -9  -2  -3   1  -2
has: quotation                                11   4  -2  -3  -4  11 -12  -4  -7   2   2   2
has: quotes about it                         -16   6   0  -1   1  25   0 -13  -1   2  -1   0
has: saying                                   -3   4   0  -1   4  -2   1  -5   0  -2   6  -1
has: stop within                              -2  -8  -4   7  15 -17  -5  15  -3  -6  10  -1
has: title of a work                          14  -5  -2  -2   0   2   1  -2   2  -1  -5   0
heading                                       -9   9   0   0   0   0   0   0   0   0   0   0
heading below                                 12   0   0   0  -1 -11   0   0   0   0   0   0
huge                                           5   5  -1   0  -2  -6  -1   0   0   0  -1   0
item                                           1  12   1  -1  -9  -3  -1  -2   0   0   1   0
label                                          4  -5   0  -4  10   4 -16  -7  -2   3   3  11
large                                         13   2  -8   0  -1  -6   0   0   0   0   0   0
like a sentence                               -2  -6   6  -2   1   4   6  -8  -4   4   2   0
listed                                       -11  -3  -1   1  17  -5  -1  10   1  -2  -4  -2
major                                         -3  -3  17   0  -3  -6   5   0   0  -3  -3   0
many figures                                 -10 -11   2  -3  11   8   0  -6   0  -6  10   5
minor                                         -3  -3  -1   3   8   4  -6   5   2   0  -7  -2
name                                          -9  -6  40  36 -13 -10 -21 -11  -1  -6  -6   7
name 1.0                                     -16   0  -1   4   7  10   0   0   0  -1   0  -3
name 1.5                                       9   4   0  -4  -5   1  -1  -1   0   0  -3   0
name 2.0                                     -10   1   1   4   0   5  -1  -1   0   4   0  -2
name 2.5                                      -9  -2  15   4   1  -6 -11   0   0  -8   4  11
name 3.0                                      12   0   0   2  -2 -10  -1   0   0   0   0   0
name 3.5                                      -6  -6  17  13  -5  -5  -3  -5   0  -1  -1   2
name 5.0                                       1   0   8   3  -3   0  -1  -3   0   0  -4   0
no heading where others are                   -9 -16  19   0  -1   1   8  10   0  -2  -7  -2
no verb                                       -7  -6  16   3   7 -14   0  -4   4  -5   2   3
notice                                        18   1   0  -1  -8 -11  -1   0   0   2   0   0
numeral                                      -13   0  -1  -1   8   8   0  -1   0  -2   4  -1
opens: address                                -5  -7   0   0  14  -1   0   0   0   0   0   0
opens: arrow                                   4  -1   0   0   3 -14   0  10   0   0  -3   0
opens: bracket                               -21   2 -21  -2  25   6   7  -7  -1  -1   7   5
opens: dash                                  -13   6  -3  11   6   3  -3  -1   0  -3  -2  -1
opens: day or time                            -6  12  -3  -2  -2   6  -1  16   0   0 -19  -1
opens: label and colon                         6   7   4  -8  -3   0   1   4   9  -6  -9  -5
opens: note                                   -2  -4  14   9  -3  -5  -3 -11   4   0  -1   1
opens: number                                -13  -8  -1   0  -9  18  20   4   0   0 -11   0
opens: question                              -12  -1  -1   0  27  -8   0  -1   0   0  -4   0
opens: quotation                               4   6  -1  -1   6   1  -1  -3  -1   1 -11  -1
opens: running                                -9   9   1  -5  -3   0   8   0  -1   0   0  -1
opens: sign                                   -2 -11  17  -8   6   9  -5   6  -2  -1  -6  -3
opens: small letter                           -7  -3  -4   4 -15  -4  -2  -7   0  11  18  10
opens: telling                                 0  -5   0  -3   9   2   0  -1   0  -1   0   0
opens: unit                                    7 -12   0  14  -1  -4   2   0   0  -2  -2  -1
over 12 cells                                  7   4   1  -7   0  -7   0   8  -3  -4  -1   4
over 16 cells                                 -2   3   4   9   5 -19  -1   4   0   0   4  -6
over 2 words                                  -7   6  16  -1   3  -9  -8   8  -2  -5  -1   0
over 20 cells                                  7   8  -9   4   1   0 -13  -2   2   3   2  -3
over 25 cells                                  0  -3   5   0   4 -13   3  10   4  -8   4  -5
over 3 words                                   3  -4  12   4   3   3  -6  -7  -2  -6  -3   4
over 32 cells                                  0  11 -10  -1  12 -13 -20   9   0   2   9   1
over 4 words                                   7   0   2   1  -2   6  -4  -6  -4  -4   5   0
over 44 cells                                  2  -7   0  10   6  -3  -1  -7  -2  -4   9  -1
over 6 cells                                   2   1 -10  -8   0  -6  10  13  -2  -8   7   1
over 6 words                                   3   3  -5  -3   5  -8   0  -1  -3   3   8  -1
over 64 cells                                 -8   4 -10  -3   5  -1   0  -7  -4   0  23   0
over 9 cells                                  -3  12 -16  -3   4  -1   3   0   0   1   5  -2
over 9 words                                  -4  11  -5  -1   1  -3   0   0  -3   1   5  -2
over 90 cells                                 -2  20  -5  -2  -2   0   0 -14   0   0   8   0
role item                                      4   0  10   1  -5   0  -8  -2   0   0   0   0
role row                                       0   9   0   0  -4   3  -5  -1   0   0  -2   0
role subtitle                                 -4  -9  18   0   0   0   0   0   0  -2  -2   0
role title                                     3  -8   0   0  -1   0   6   0   0   0   0   0
series                                         9  -3  -3  -5  -9  28  -7  -2   2  -1  -5  -3
set in                                       -10  -7  -1  10  18  -2  16   6   2  -7 -22  -3
set in as copy                               -17   1   4  -1  12   4   1  -1  -1  -1   0   0
set in as heads                                3   0   4  -3  -3   1  -5   4   2  -2  -9   7
set in deep                                   -5   6   0   5   1  -1  -5   1   0   0  -1  -1
small                                        -10   0  -2   2   2   0  -7  15   1   0   0   0
title case                                    -7 -16   8  -2   9   1  -2  14  -1  -4  -2   1
verb opens                                     1   1  -6  11  -2   1   0 -10   3   2  -2   1
verbs                                          3   6   0 -10   1   5   4   0  -5   1  -1  -5
""")
