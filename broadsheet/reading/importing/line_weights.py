"""How much what is seen of a line alone speaks for its label: a row a cue, its columns those of `grammar.EMISSIONS`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

LINE = table("""\
Latin                                          6   4   6   4 -10  -9  -9   5   1   1  -1   0
announced                                      0  10   0  -9   8  -8  14 -19  -8   0  11   0
any                                            5  -1 -14  -6  17  -4   1  -2  -5   8   0   1
beat                                          16   0   0   0 -12   0  -3   0   0   0   0   0
bold                                          -7   7  -1   0  -9  16  -2  -2   0  -1  -1   0
byline                                         0   8 -25 -33  14   1   0  14   0  16  29 -23
capitals                                       4  -9  -2   0   3   7   0   2   0  -1   0  -3
capitals of the page                          10   6  -1   0   1 -17   0   3   0   0   0   0
caption                                       -6  -2   0   0 -10   8   0  14   0   0  -4   0
centred                                        2   8  -9  -1   1   1  -5   2   1  -1   0   0
closes                                         0   0   0   0   3   0   0  -1   0  -2   1   0
closing                                       -2 -10   0  -2  22  -6  19  -4   0  -3 -13  -2
column                                         6  -1   0   1  13  -1 -13  -4   0   0  -1   0
comma                                         -1  -1  10  -9   3   4   1 -10   1  -3   5  -2
commas                                        -2   7  -5  -4  10  -3  -3  -4  -6   3   9  -1
contact 1.0                                   -3   0   0   0   6   1  -1  -7   0  -1   5   0
contact 2.0                                    0   0   0  -1  -2  -5   0  -5  18   0  -3  -2
contact 3.5                                   -3  -4  23  -4  -8  -1  -2  -6   6   4   0  -5
credit 6                                      -8  -4  -2  -3  -8   2  -4  21  -1  -1  -5  13
credited                                      -4  -4  -3  -5   2 -14  -7  18  -3  -1   4  17
dateline                                       0  -1  -1   0   6   0   0   0   0   0  -5   0
deck has: asks                                 9  -8  17  -5  -2  14  -9  -4  -3   0  -7  -3
deck has: frames                              -6  -4  -2   0   3  -5  12  -7   0   5   7  -2
deck has: number                               1   9  -2  10  -5   3 -12 -10   0   8  -5   4
deck has: person                             -13 -14  23   9  -3 -20   3  14   0  -4  -1   6
deck has: series                              20  -9  -2  -1   2   7   8 -22   0  -2   2  -2
deck has: time                                 6   4  -1  -4   1 -14   1   4  -1   7  -1  -1
deck opens: dash                             -14   7  -4  13   6   2  -3  -1   0  -3  -1  -1
deck opens: explains                          -1   0  12  -2   1  -3   1 -11  10   6  -6  -6
deck opens: framed                            -1  -1   6  -1   0  -1  -7  -3   1   2   6  -1
deck opens: predicate                          8  15  -4  -1  -8   1  13  -8   0   0 -13  -3
ends colon                                     5 -19  -1  -1  23 -10   0  -1   2  -1   4   0
ends full                                    -12   4  -9  -5   7  -8  -7   8  -1   2  15   6
ends full, bracket                             2  -5   0  -1   3 -10   0   8  -2  -4   5   2
ends full, call                                1  15  -4   0  -9   9  -1  -9   0   0   1  -3
ends full, stop                              -15  -7  -5  -4  13  -7  -5   9   0   6   9   7
ends open                                     11  14  -4   0 -22  20  10 -11  -5  10 -18  -5
ends semicolon                                -3  -4   0   0  12   0  -1   0   0  -1  -2   0
ends soft                                      5   5   0  -1  -3  -5  -1   2   0  -2   1   0
figures                                        2   1  -1  -6   7   9  -2 -21   3   0   6   1
full                                           1  -2   1   3  -4  -9   9   2   1  -4   1   1
full and short                                -5   3  -3  -1   2  -5  -2   5  -2   3   2   5
gap                                            5  -1   5  17  13  10 -44  -8   4  -4   6  -2
gaps                                         -14 -26  14   9  15  -1 -18  21   0   0   0   0
halves                                         1   6  -5   4   3  -2   0  -3  -1  -1  -1   1
has: bracket at its end                       -9   7 -19   1   0  -9   2  14   2   0   3  10
has: brackets about it                         5   5 -10  -3  -8   5   7  -8  -1   0   3   6
has: colon                                    -9 -14 -11   7   6  12   0  -2   9  -1   4  -2
has: digit                                    -6 -10  10  -5   6   7 -24  12   7  -6   2   7
has: name in brackets                         31   3  -2   6 -22   4 -11  -5  -1   0  -2  -2
has: number to ring                          -19  -9  22   4  -4  -7  -2 -12  13   1   4   7
has: particle                                 -1   0   8  -4  -1   1   0  -7  -3   0  -1   8
has: question mark                            18  -2  -4  -1   1   9  -2 -10  -3  -1  -2  -3
has: quotation                                10   6  -1  -3  -4  10 -12  -4  -7   1   2   3
has: quotes about it                         -16   4   0  -1   2  25   0 -12  -1   2  -1  -1
has: saying                                   -5   4   0  -1   5  -3   2  -6   0  -2   7  -1
has: stop within                              -3  -7  -5   7  14 -16  -5  13  -3  -2   9  -2
has: title of a work                          14  -6  -2  -3   0   2   1  -2   1  -1  -4   0
heading                                       -8   9   0   0   0   0   0   0   0   0   0   0
heading below                                 11   1   0   0   0 -11   0   0   0   0   0   0
heading further below                          3   1  -1   0  -3   1  -1   0   0   0   0   0
huge                                           6   5   0   0  -2  -6  -1   0   0  -1  -1   0
item                                           7   9   0   0  -7  -6  -1  -2   0   0   1   0
label                                          3  -5   1  -3   9   3 -17  -4  -3   3   3  10
large                                         13   2  -9   0  -1  -5   0   0   0   0   0   0
larger                                         0   0   1   0  -3   5  -2   0   0   0   0   0
like a sentence                               -3  -7   6  -2   2   3   5  -7  -5   4   2   2
listed                                       -11  -2  -1   2  14  -6  -1  13   1  -2  -4  -2
major                                         -3  -2  18   0  -6  -5   5  -1   0  -2  -3   0
many figures                                 -11 -12   2  -3  11  12   0  -7   0  -6  10   5
minor                                         -4  -3  -3   3   9   3  -6   7   2   0  -7  -3
name                                          -7  -8  40  37 -11 -10 -20 -15  -1  -7  -4   7
name 1.0                                     -18   1   2   2   8   8   0   0   0  -1   0  -2
name 1.5                                       9   4   0  -4  -5   1  -1  -1   0   0  -2   0
name 2.0                                      -9   0   0   7  -1   3  -1  -2   0   3   0  -1
name 2.5                                      -8  -3  15   5   0  -4 -11   0   0  -8   3  11
name 3.0                                      12  -2   0   2  -1  -9  -1   0   0   0   0   0
name 3.5                                      -2  -7  14  12  -6  -4  -2  -6   0  -1   0   1
name 5.0                                       2  -1   7   6  -2  -1  -1  -5   0  -1  -4   0
no capitals of the page                       -1  -1   0   0  -3   1   0   3   0   0   0   0
no heading where others are                   -9 -15  18  -1   0   1   8   9   0  -2  -7  -3
no verb                                       -8  -6  18   3   7 -13   0  -5   4  -4   1   2
notice                                        18   1   0  -1  -7 -12  -1   0   0   2   0   0
numeral                                      -12   0  -1  -1   8   7   0  -1   0  -3   5  -1
opens                                          0   0  -1   0  -1   0   0   0   0   0   2   0
opens: address                                -5  -7  -1   0  14  -1   0   0   0   0   0   0
opens: arrow                                   1  -1   0   0   3 -12   0  12   0   0  -3   0
opens: bracket                               -21   1 -19  -3  24   7   7  -6  -1  -1   6   6
opens: dash                                  -14   7  -4  13   6   2  -3  -1   0  -3  -1  -1
opens: day or time                            -6  11  -2  -2  -2   3  -1  18   0   0 -19  -1
opens: label and colon                         6   8   4  -8  -3   0   1   3   9  -6 -10  -5
opens: note                                   -3  -3  13   8  -4  -6  -3  -7   3   0  -1   3
opens: number                                -13  -7  -1   0 -10  17  20   5   0   0 -11  -1
opens: question                              -13   1  -1   0  27  -9   0  -1   0   0  -3   0
opens: quotation                               7   6   0  -1   4   0  -1  -2  -1   1 -12  -1
opens: running                                -7  11  -1  -4  -5   0   8  -1  -1   1  -3   0
opens: sign                                   -3 -10  18  -8   4  10  -4   4  -2  -1  -6  -2
opens: small letter                           -5   0   0  -1 -17  -4  -2  -9  -2  13  16  10
opens: telling                                -1  -6   0  -3   9   1   0  -1   0  -1   1   0
opens: unit                                    8 -15   0  13   0  -4   2   0   0  -1  -2  -1
opens: weekday                                -1  -1   0   0  -1   0   0   0   0   6  -4   0
over 12 cells                                  8   4   3  -7   1  -8   0   3  -4  -4  -1   4
over 16 cells                                 -3   3   2  10   6 -19  -1   3   1   0   4  -5
over 2 words                                  -7   7  17  -4   3 -11  -8  10  -3  -4   0   0
over 20 cells                                  6   7  -6   3   0  -1 -12  -1   3   1   2  -4
over 25 cells                                  2  -3   6   0   4 -10   3   3   6 -10   4  -5
over 3 words                                   5  -3   9   5   5   2  -6  -7  -2  -4  -4   2
over 32 cells                                  1   9 -11   0  13 -14 -20  10   0   1  10   1
over 4 words                                   8   1   1   1  -3   8  -4  -9  -4  -4   6   0
over 44 cells                                  1  -6   1  10   6  -4  -1  -8  -2  -4   9  -1
over 6 cells                                   1   1 -13  -7   0  -6  10  16  -2  -8   7   1
over 6 words                                   3   5  -7  -3   5  -6   0  -3  -3   4   6   0
over 64 cells                                 -5   6 -10  -3   5  -1   0 -11  -3   0  22   0
over 9 cells                                  -5  12 -18  -3   4  -2   2   6   0   1   5  -2
over 9 words                                  -5  13  -5  -1  -1  -3   0   1  -3   2   4  -2
over 90 cells                                 -1  23  -6  -2  -4   0   0 -17   0   0   7   0
role byline                                    0   0  -2   1  -2   0   0   4   0   0   0  -2
role item                                      4   0   9   0  -5   0  -7  -1   0   0   0   0
role row                                       0   9   0   0  -5   3  -4   0   0   0  -2   0
role subtitle                                 -4  -6  18   0  -2   0   0  -1   0  -2  -2   0
role title                                     3  -8   0   0  -1   0   6   0   0   0   0   0
series                                         9  -3  -4  -5  -7  26  -7  -2   2  -1  -4  -4
set in                                       -10  -7  -1   9  18  -3  16   6   4  -6 -22  -3
set in as copy                               -16   0   3  -1  12   4   2  -1   0  -1   0   0
set in as heads                                3   0   4  -2  -3   0  -4   4   2  -2 -10   8
set in deep                                   -5   6  -1   5   1  -1  -5   2   0   0  -1   0
small                                        -11   0  -2   2   2   0  -7  15   1   0   0   0
title case                                    -9 -15   8  -4   9   3  -2  17  -1  -5  -1   0
verb opens                                     1   1  -6  12  -2   1   1 -10   3   1  -2   1
verbs                                          3   6   1  -9   1   3   4  -2  -4   1  -1  -5
""")
