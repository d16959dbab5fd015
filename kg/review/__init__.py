"""``kg review --web``: doubtful facts and questions of identity in the browser; the ledger is the only state."""
