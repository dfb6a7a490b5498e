"""The copies of pictures that are published."""
