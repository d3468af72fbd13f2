"""Where arguments, environment and clock are read and anything is printed; nothing is decided here."""
