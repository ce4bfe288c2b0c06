"""`python -m checker` is `tfcheck`."""

from checker.cli import main

if __name__ == "__main__":
    main()
