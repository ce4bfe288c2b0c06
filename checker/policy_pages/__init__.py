"""Shows policies to people and programs: as a table, as a page each, as JSON."""
