"""The front door: `python build.py` builds the paper in this folder."""

from broadsheet.cli import main

if __name__ == "__main__":
    main()
