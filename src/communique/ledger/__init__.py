"""The ledger: what many documents said, in one file; every record leads back to its sentence."""
