"""Model to jobs: one output, one owner."""
