"""Rules across files and pages."""
