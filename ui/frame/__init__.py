"""The window's frame: navigation, top bar, notices, status bar, and the window that holds pages."""
