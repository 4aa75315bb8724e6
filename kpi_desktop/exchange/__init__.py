"""Workbooks in and out; one table of sheets and columns serves import, export and fill-in forms."""
