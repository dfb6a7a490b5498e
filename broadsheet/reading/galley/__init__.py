"""An article's file to its galley: what of it is read as copy, without code, addresses, tags and signs of markup.

`fields` finds the texts of the front matter, `blocks` the paragraphs of the body, `inline` what is read of a line.
"""

from broadsheet.reading.galley.galley import opt_outs_of, read_galley

__all__ = ["opt_outs_of", "read_galley"]
