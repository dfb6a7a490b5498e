"""How long a build takes and how much memory it needs, beside other generators: `python -m benchmarks --help`."""
