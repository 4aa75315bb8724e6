"""The printed forms: data of a form, then Typst, Word or Excel."""
