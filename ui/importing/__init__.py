"""Bringing a workbook in: what it would do, cell by cell, before anything is written."""
