"""The printed page (版): copy, measured lengths and the make-up in; where every line stands out."""
