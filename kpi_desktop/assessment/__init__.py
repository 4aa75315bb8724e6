"""The calculus: frozen values in, values out. Imports the standard library only."""
