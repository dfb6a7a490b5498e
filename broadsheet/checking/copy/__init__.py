"""Rules of the copy itself, held against a galley: each takes a passage's text and gives back faults."""
