"""`python -m communique` is the `communique` command."""

from communique.interfaces.cli import main

main()
