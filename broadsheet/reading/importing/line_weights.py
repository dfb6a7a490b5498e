"""How much what is seen of a line alone speaks for its label: a row a cue, its columns those of `grammar.EMISSIONS`.

In tenths of natural logarithms of odds, fitted to the tests' pages; `tests/reading/importing/fit_lines.py` writes it.
"""

from __future__ import annotations

from broadsheet.reading.importing.weights import table

LINE = table("""\
Latin                                         14   8   1   6  -6  -7 -15   7   0  -7  -3   1
announced                                     -9  10   0  -9  12  -2  12 -32 -10  10  17   0
any                                            7   3 -16  -4  17  -3  -2  -6  -7  14  -1   0
beat                                          19  -2   0   0 -19   0   3   0   0   0   0   0
bold                                         -11  11  -2   1 -13  18  -1  -1   0  -1  -1   0
byline                                        -2  14 -26 -31  16   9   0  15   0  11  25 -32
capitals                                       4  -7  -2  -4   2  11  -3   9  -1  -6  -3   0
capitals of the page                           4   0   1  -3   7  -9   0   0   0   0   0   0
caption                                       -3   0   0   0  -3   3  -1   9  -1   0  -4   1
centred                                        9   4 -12   9  -5   3  -5  -1   0  -1   0   0
closes                                         0   0   0   0  10   0   0  -4   0  -2  -2  -2
closing                                       -3  -5   0   4  19  -4  17  -4   0  -5 -17  -2
column                                         6  -3  -2   1  21   1 -19  -2   0   0  -2  -1
comma                                         -1  -5   3  -6  -1   7  -1  -7   4   1   5   1
commas                                         0   6 -11  -1   7  -8   8  -3  -8   1  11  -3
contact 1.0                                   -8   0  -2   3   9   1  -2  -5   0  -2   5   0
contact 2.0                                   -5   0   0  -3   2  -4  -1  -2  18   0  -2  -2
contact 3.5                                   -3  -8  25  -4   0   5  -3 -14   8   6   0 -12
credit 6                                      -8  -4  -2  -2 -18   0  -2  32  -2  -2 -10  20
credited                                      -8  -7  -4  -4   7  -7  -4  13  -4   0  -1  19
dateline                                       0  -3  -5   0  10   0   8  -1   0   0  -7   0
deck has: asks                                 6  -8  16  -6  -1  11   1  -5  -2  -1  -6  -3
deck has: frames                               6  -2  -4  -1   3  -6  -1   2   0   2   8  -5
deck has: number                               1   7   3  12  -6   2 -13  -8  -1   7  -6   1
deck has: person                             -14 -14  26   7   0 -16   1  11   0 -11   3   6
deck has: series                              17 -12  -5   1   1   7   4  -5   0  -4  -3   0
deck has: time                                 6   5  -6  -7   3  -8   1   4  -1   3   2  -2
deck opens: dash                             -10   8  -5  16   4  -1  -3  -3   0  -5  -1   0
deck opens: explains                          -4   7   6   3   1   3   5 -17  11   1  -6 -12
deck opens: framed                             1  -5  12  -9   4  -5   2  -4   2   0  10  -7
deck opens: predicate                          8  16  -3  -1 -10   2  11 -11   0   3 -12  -4
ends colon                                     8 -20  -3  -1  25 -14  -1   0   2  -1   5   0
ends full                                     -8   8  -8  -4   6  -9 -11   1  -3  11  10   5
ends full, bracket                             5   5   0  -1   1 -10   0   4  -1  -3   1   0
ends full, call                               -3   9  -3  -1  -3  14   0  -7   0  -5   1  -2
ends full, stop                              -10  -7  -5  -2   9 -12 -10   4  -1  19   8   7
ends open                                      6  13  -4  -9 -22  24  19  -7  -7   9 -19  -4
ends semicolon                                 0  -4   0   0  11  -1   0  -1   0  -2  -1  -1
ends soft                                      1   6  -1   9  -3  -5  -9   1   1  -2   3  -1
figures                                       -2   5   1  -6  13   0  -2 -25   5   2   3   7
full                                           4  -6   6   3  -3 -11  15  -5   2  -3  -3   1
full and short                                -5   3  -2   2   1  -5  -9  11  -2   1   4   2
gap                                            5   2  12  20  11  14 -52 -13   2  -2   9  -8
gaps                                         -11  -8   8   8  15   1 -24  12   3  -3   0  -2
halves                                         9   7  -5  -9   8   5  -3 -10  -1  -1  -2   1
has: bracket at its end                       -3  -6 -20  -4   1 -12  -3  16   0  -1  17  15
has: brackets about it                         0   1 -16   7 -11   9   4  -6   0  -1   6   9
has: colon                                   -14 -18  -6  12   7  12  -5   0   9  -5   6   4
has: digit                                    -6 -14   3   3   7  13 -26  10  10  -9   4   7
has: name in brackets                         33   1  -6  -3 -18  14 -11  -3   0   0  -4  -4
has: number to ring                           -8 -21  19   8  -2   1  -3 -19  14  -2   7   5
has: particle                                  0   2  11  -7   0  -2   1  -6  -5  -4   4   4
has: question mark                            12   7  -3  -2   5  12  -6 -14  -1  -4  -2  -3
has: quotation                                 8   7  -5  -9  -6  12 -13   0  -7  11   2   0
has: quotes about it                         -15   5   0  -1  -2  26  -1 -18  -1   2   6  -1
has: saying                                   -2   5   0  -2   1  -4   7  -4   0  -1   3   0
has: stop within                              -5  -7  -4  18  11 -23  -4  10  -3  -5   8   5
has: title of a work                          15  -2  -4  -2   3  -2   4  -8   1  -1  -4   0
heading                                      -21   0   0   0  23  -3   0   0   0   0   0   0
heading below                                 12   3   0   0  -7  -8   0   0   0   0   0   0
heading further below                          9  10  -3   0 -10  -3  -2   0   0  -1   0   0
huge                                           9   3   0   0  -4  -5  -1   0   0  -1  -1   0
item                                           4  16   1  -1 -13  -3  -1  -2   0   0   1   0
label                                          7  -6  -5  -1   9   2 -14  -3   0   4   5   2
large                                         10   3  -6   0   5 -11   0   0   0   0   0   0
larger                                        -3   6   1  -1  -7   6  -2   0   0   0   0   0
like a sentence                               -4  -2  -2   3   1   7   6  -8  -2   4   2  -4
listed                                        -7  -3  -7   3  16 -10  -1  14   1  -1  -2  -1
major                                         -3   0  17  -2  -3  -6   2   0   0  -3  -2   0
many figures                                 -14  -9   4  -4  12   6   0  -4  -1  -5  10   6
minor                                         -7   9   4  -6   7  -2  -7  10   0   0  -4  -4
name                                         -12  -8  40  44 -15 -22 -23  -2  -3  -1  -5   6
name 1.0                                     -14   6   0  -1   4   2  -2  11   0  -4  -2   0
name 1.5                                       3  11  -2  -5   2  -2  -2  -2   0   0  -2  -2
name 2.0                                      -4  -2   7  -5  -1  -6  -3   9   0  10  -3  -3
name 2.5                                      -6  -7   7  17  -4  -5 -11   0   0  -2   1  11
name 3.0                                       8   0   0   0   2  -6  -2   0   0   0  -2   0
name 3.5                                      -5  -3   6  18  -2   0  -3 -14  -1  -4   9   0
name 4.0                                     -12  -6  11  16  -4  -1   0  -1   0  -1  -2   0
name 5.0                                       6  -6  12   5  -6  -2  -1  -4   0   0  -3   0
no heading where others are                  -18 -15  19  21  -1   4   7   4   1  -4 -12  -5
no verb                                       -7  -6  15  -1   8 -11   2  -6   5  -8   7   2
notice                                        19  -2  -1  -1  -5 -11  -1   0   0   3  -1   0
numeral                                      -12   0  -1  -1   8   6   0   0   0  -1   3  -1
opens: address                                -8  -7  -1   0  18  -1   0   0   0  -1   0   0
opens: arrow                                  -3   1   0   0  15 -17  -1   8   0   0  -3   0
opens: bracket                               -29  -4 -16   4  25   9   4  -2   0  -3   4   9
opens: dash                                  -10   8  -5  16   4  -1  -3  -3   0  -5  -1   0
opens: day or time                            -5   9   0  -8  -7   6  -1  30   0  -1 -22  -1
opens: label and colon                        21   4  10  -8  -4  -5   2  -2   9  -9 -11  -7
opens: note                                    0  -3   5   8   2  -6  -4 -15   5   4   5  -1
opens: number                                -11 -10   0   8 -12  22  17   4   0   1 -16  -1
opens: question                              -12   2   3  -2  21  -9   0  -1   0   0   0   0
opens: quotation                               1   4  -1  -1   8  -4  10 -10  -1   1  -7  -2
opens: running                                -9   7   7  -6   0   5   4  -3  -1   0   0  -3
opens: sign                                   -5 -12  13  -4   2   9  -8  16  -2  -2  -8   0
opens: small letter                          -19  -4  -3  -2 -11  -3  -5  -7   0  16  21  18
opens: telling                                -2  -9  -5  -4   9   4  -1  -2   0  -1   9   0
opens: unit                                    9  -7   0  20  -4  -3   0  -6   0  -1  -5  -2
over 12 cells                                  6   0   9  -6   0 -10   1  10  -4  -7  -2   1
over 16 cells                                 -5   5  14  -1   4 -18  -1   7   0  -3   1  -3
over 2 words                                 -12  12  23  -1  -2 -10 -10   7  -5  -5   0   4
over 20 cells                                  8   9 -16   1   3   2  -3  -3   4   2  -2  -5
over 25 cells                                 -4  -3   1   0   5 -16   3  13   4  -4   8  -7
over 3 words                                  12 -13   9   0   3   4  -8  -6  -4  -2   2   3
over 32 cells                                  0   8  -3   4  13 -15 -29  11   3  -2  10   0
over 4 words                                   6   7  -9  -2   7   6  -7  -2  -4  -1   3  -5
over 44 cells                                 -1  -4  -3   8   5  -4  -1   3  -2  -6   7  -1
over 6 cells                                   6  -2 -17  -6   6  -7   8  11  -2  -8   9   1
over 6 words                                   1   4   0  -4   2 -18  -1   4  -3   3  12   0
over 64 cells                                 -5  -1 -11  -2  13  -1  -1  -9  -5   0  24   0
over 9 cells                                  -3  12 -18  -3   4   0   4  -2   0   4   4  -2
over 9 words                                  -3   8  -1  -2   6  -4   0  -1  -1  -3   3  -1
over 90 cells                                 -1  15  -2  -2   0   0   0 -22   0   0  12   0
role byline                                    0  -1 -11   2  14   0   0   2   0   0  -2  -4
role item                                      1   0  11   0  -9   0  -1  -1   0   0  -1   0
role row                                       0  11   0  -1  -3   0  -5   1   0   0  -2   0
role subtitle                                 -6  -4  17  -2  -3   2   0   0   0  -3  -1   0
series                                         5   4  -5  -5  -5  25  -9  -4   4  -2  -6  -4
set in                                        -8  -2   0  12  15  -9  10   6   5  -2 -23  -3
set in as copy                               -16   3  -3   6  12   1   6  -3  -3  -1  -1   0
set in as heads                                8   2  -4   0   4   6   4  11   1  -7 -25   1
set in deep                                   -8  -1   1  13   2   1  -4   1   0  -2  -1  -1
small                                         -9   0  -4   2   7   0  -4   9   0   0   0   0
title case                                    -6 -15  -3  -1  14   8  -3   6  -1  -6   6  -1
verb opens                                     1   2  -2   8   0  -8   3  -9   2   2  -1   2
verbs                                          3   5  -6  -9   0   5   1   0  -7   2   2   2
""")
