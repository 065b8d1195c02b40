"""Schema and store: what the articles say, kept in one database."""
