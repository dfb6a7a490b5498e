"""The printed page between the planner and the typesetter: jobs in, lengths, places and bytes out."""
