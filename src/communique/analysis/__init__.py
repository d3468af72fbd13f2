"""Questions over a ledger; nothing here reads a clock or prints."""
