"""How much what is seen of a line alone speaks for its label: a row a cue, its columns those of `grammar.EMISSIONS`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

LINE = table("""\
Latin                                          8   5   6   4  -6 -10  -9   3  -4   1   2   0
announced                                      2   9   0  -7   9   2  -4 -16  -2   0   8   0
any                                            0  -1  -7  -2  12  -2  -1   0  -3   2  -1   2
bold                                          -3   6  -1  -2  -6   9  -1   0   0   0  -1   0
byline                                         0  -2  12   9  -9  -1   0  -7   0   0   4  -6
capitals                                       0   0  -3   4   3  -1  -1   1   0   0  -1  -2
capitals of the page                           8   5   0   0  -4 -11   0   2   0   0   0   0
caption                                       -2   0   0   0 -16   6   0  15   0   0  -2   0
centred                                       -4   3  -3  -2   2   3  -3   3   0   0   0   0
closes                                         0   0   0   0  -3   0   0   0   0   0   3   0
closing                                       -4  -9   0  -3  19  -6  20  -2   0  -2 -12  -1
column                                         1   0   0   0   6  -5  -1   0   0   0  -1   0
comma                                         -2  -5   5  -3   4   3   6 -11   1   5   3  -5
commas                                        -5  -6  -4   0  14  -1  -1  -8   0  -1  14  -1
contact 1.0                                   -1   0   0   0   2   0  -1   0   0   0   1   0
contact 2.0                                   -2   0   0  -1  -3  -2   0  -1   9   0  -1   0
contact 3.5                                   -5  -1   1  -1   4   0  -1  -2   7   0   2  -3
credit 6                                      -6  -1  -3  -6 -14   1  -1  28  -1   0  -6   9
credited                                      -6  -1  -5 -12   7 -10  -1  19  -1   0  -5  17
dateline                                       0   0  -2   0   6   0   0   0   0   0  -5   0
deck has: asks                                 2  -8  10  -5  -5  12  -2  -3  -1   5  -2  -3
deck has: frames                               2   1  -5   0   2   0   1  -6   0   0   6   0
deck has: number                               4   8  -4   7  -3   4 -15  -9   4   4  -1   1
deck has: person                             -16 -17  21  10  -1  -8   2  15  -2  -9   2   2
deck has: series                              11 -10  -2   3  -3   4  -4  -3   0  -1   5   0
deck has: time                                 8   9  -1  -1   0  -7  -3  -8   0   4   0  -1
deck opens: dash                              -8   4  -3   8   4   6  -2  -1   0  -3  -4  -1
deck opens: explains                           3   6   6  -5   1  -7  -2  -4  11  -2  -2  -4
deck opens: framed                            -5  -2   5   0  -3  -1   0   2   1  -1   5   0
deck opens: predicate                          3  -2  -1  -1  -2   6   2  -4   0   1  -1  -2
ends colon                                    -2 -12  -2   0  22  -9   0  -1   3  -1   1   1
ends full                                     -4  -3  -4  -4   5  -4  -6   5  -3   1  14   3
ends full, bracket                            -3  -3   0   0   2  -7   0  10  -2  -1   3   2
ends full, call                                6   7  -2  -1 -10   8  -2  -7   0   4  -2  -2
ends full, stop                               -7  -6  -2  -3  13  -5  -4   2  -1  -2  13   3
ends open                                      5  12   0   3 -20  13   8  -8  -3   7 -15   0
ends semicolon                                -2  -2  -1   0   7   0  -1   0   0  -2   0   0
ends soft                                      3   4   0   0  -2  -2  -1   3   0  -3  -1   0
figures                                        1 -10  -5  -1   9   6  -1 -10   6   1   4  -1
full                                          -2   0   1   3  -3  -7   3   3   1  -1   0   2
full and short                                -5   9  -2  -2   0  -8  -3   8  -2   2   1   2
gap                                            2  -6   4  18   9   9 -32  -2   1  -3   2  -2
gaps                                         -11 -15  14  10  14  -3  -9  12   0  -5  -8   2
halves                                         1   6  -7   5   0   1  -1  -6   0   2  -1   1
has: bracket at its end                       -9   7 -13   0  -1  -4  -2   8  -2   8   1   6
has: brackets about it                        -2   4  -3   4  -8   2   2  -3  -1  -1   5   2
has: colon                                    -4  -8  -8   0   7   7   1  -3   5  -3   3   1
has: digit                                    -6  -7   5  -9   9   8 -11   3   6  -4   5   1
has: name in brackets                          7  -1  -1   6  -2   4  -5  -3   0   0  -3  -2
has: number to ring                           -7  -5   0  -1   0  -4  -1  -4  10  -1   9   3
has: particle                                  0   3   4  -5   1   0  -7   0  -3  -2   3   6
has: question mark                             8   8  -3  -1   1   2  -2  -9   0   4  -5  -2
has: quotation                                11   1  -1  -1   0  13  -5 -11   0  -3  -4   1
has: quotes about it                         -15   8   0   0   6  11   0 -10  -2   0   3   0
has: saying                                   -3  -1   0  -1  -2  -3   4   1   0   0   5   0
has: stop within                              -2  -9  -3   1  12 -11  -1  15  -2  -6   7  -2
has: title of a work                          18  -5  -1  -1  -3   1  -1  -2   0   0  -6   0
heading                                       -1   3   0   0   0  -3   0   0   0   0   0   0
heading below                                  1  -1   0   0   0   0   0   0   0   0   0   0
heading further below                          4   3  -1   0  -5   0   0   0   0   0   0   0
huge                                           1   5   0   0  -2  -3   0   0   0   0  -1   0
item                                           6   8   0  -1 -11  -2   0   1   0   0   0   0
label                                          4  -8  -3   1  10   1 -13  -8   0   5   2   7
large                                          7  -3   0   0  -1  -2  -1   0   0   0   0   0
larger                                         2   1   0   0  -2   0  -1   0   0   0   0   0
like a sentence                               -2  -1  -3  -4   2   5   2   2  -2  -3   5  -2
listed                                        -6  -1   0   3   8  -4  -1   4   1   0  -3  -2
major                                          3  -1   0   0   0  -5   4   0   0   0  -1   0
many figures                                  -6  -4  -6  -1  12  -1   0  -3   0   0  10   0
minor                                        -12  -1   0   1   7  11   1  -1   0   0  -4  -1
name                                          -7  -6  23  28 -11  -8 -12  -6  -2  -3   0   4
name 1.0                                      -7   1  -2   4   2   5   0   0   0   0  -1  -1
name 1.5                                      10   2  -1  -6  -6  -2   0   2   0   0  -2   2
name 2.0                                     -12  -3   0   7   4   3  -2   5   0   1  -2  -1
name 2.5                                      -6   1  12   4  -2  -4  -5   0   0  -4   0   3
name 3.0                                       9   0   0   1  -2  -4  -1  -2   0   0   0  -2
name 3.5                                      -1  -7   9  10  -3  -4  -1  -3   0   0  -3   3
name 4.5                                       1   0   0   7   5   0  -3  -5  -1   0  -3  -1
name 5.0                                       0   0   0  -2  -6   1  -1  -3   0   0  11   0
no capitals of the page                       -6   0   1   3  -3   6   0   0   0   0   0  -1
no heading where others are                  -12  -7   4   1   0  -3  16   4   0   0  -2  -1
no verb                                       -2  -4  14  -4   4 -11  -5  -1   2   2   2   4
notice                                        13   0   0   0  -5 -10   0   0   0   3  -1   0
numeral                                      -12   0  -2   0   4  11   0   0   0  -2   2  -1
opens                                          0   0   0   0   1   0   0   0   0   0  -1   0
opens: address                                -3  -9   0   0  13   0   0   0   0   0   0   0
opens: arrow                                   2  -1  -1   0  -5  -7   0  13   0   0  -1   0
opens: bracket                               -20   2 -12   4  25   0   2  -3  -1  -1   4   2
opens: dash                                   -8   4  -3   8   4   6  -2  -1   0  -3  -4  -1
opens: day or time                             0  -1   0  -1  -8   2   0  13   0   0  -6   0
opens: label and colon                        -2   3   1  -6  -4   6   2   1   7  -2  -4  -4
opens: note                                   -2  -6   7   5   0  -3  -2  -4   4  -2   0   3
opens: number                                -14  -6  -1   1 -10  19  15   9   0   0 -12   0
opens: question                              -14  -4  -1   0  30  -7   0  -2   0   0  -2   0
opens: quotation                              -1   4   0   0   0   3  -2  -3  -2   0   1   0
opens: running                                -2   8  -4   2  -1   5   2   0  -1  -4  -5   0
opens: sign                                    9  -8   9  -5   0   6  -1   1  -1  -1  -6  -1
opens: small letter                           -5   1  -1   0 -12   0  -1  -6   0   8  11   5
opens: telling                                 0  -3   0   0   5   1   0   0   0   0  -3   0
opens: unit                                   10 -10   0  -1   2   2   6  -6   0   2  -7   2
opens: weekday                                -2  -2   0   0   3   0   0   0   0   4   0  -1
over 12 cells                                  9   8   3  -2   5  -5  -4  -6  -2  -4  -1   0
over 16 cells                                 -2   4   4   5  -1 -13  -3   6   0  -1   0  -1
over 20 cells                                  7   3   2   0   6  -7  -8  -5  -1   0   4  -2
over 25 cells                                  1   0   1  -5   4  -6   7   1   2  -7   5  -3
over 32 cells                                 -2   0  -6  -2   7 -11  -9  17   4  -1   2   0
over 44 cells                                 -6  -4  -4   0   9  -2  -1   0   3  -1   7   0
over 6 cells                                   5   1 -11  -6   4  -8   7   9  -1  -3   5   0
over 64 cells                                 -4  -4  -4   0   3   0   0  -5   0   0  14   0
over 9 cells                                  -4   6  -8  -5   2   0   2   7   1  -4   4  -2
over 90 cells                                 -1  -1  -1   0   4   0   0 -12   0   0  11   0
role byline                                    0   0   2  -2   0   0   0   0   0   0   0   0
role subtitle                                 -3  -2   0   0   6  -1   0   0   0   0   0   0
role title                                    -1  -3   0   0  -1   0   5   0   0   0   0   0
series                                         6   2  -2  -6  -8  18  -2  -2   4   0  -7  -3
set in                                        -7  -8   1   6  13  -1  10   6   2  -4 -15  -3
set in as copy                                -9  -2  -1   2  10   9   0  -9  -1   0   0   0
set in as heads                                7  -1  -2  -2  -4   1   1   0   0   0  -1   0
set in deep                                   -8   4   1   3   4   1  -5   0   0   0   0   0
small                                         -5   0  -5  -2   1  -2  -2  14   0   0   0   0
title case                                    -4 -13  10  -1  10   5  -4   3   0  -1  -4   0
verb opens                                     3  -2  -6   3   1  -1   6 -13   1   6   1   0
verbs                                         -2   7   2  -3  -3   1   7  -2  -2   3  -3  -4
""")
