"""A page of copy from elsewhere taken apart: bytes in, stories with a confidence for each decision out.

`decoding` finds a text's encoding; `plain`, `web` and `word` give its lines, cleaned by `lines`; `furniture` takes out
what belongs to the page (folio, page credits, jumps); `setting` tells how the copy was set, `cues` what speaks for a
line being what, and `reading` weighs both along the whole page; `decks` tells kicker, headline and subtitle apart;
`stories` puts the stories together, `manuscript` writes an article file and `remainder` what is left over.
"""
