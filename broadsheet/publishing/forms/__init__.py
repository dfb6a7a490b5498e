"""The forms that editors write with in a browser: Decap CMS, and what makes it read and write a paper's files."""

UNIT = "admin"
"""What the stage calls the forms of a site, and the folder that they stand in."""
