"""考核督查台: everything that knows no screen."""

__version__ = "0.1.0"
