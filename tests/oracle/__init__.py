"""A slow, obviously correct second computation of the calculus, to test the program's against.

Everything here is derived from the text of the calculus alone, with `fractions.Fraction`, in its own words and without
any of the program's arithmetic. It shares nothing with the program but the data classes that a year goes in as.
"""
