"""One file of years: tables, exact column types, opening safely, journal, backup, migrations."""
