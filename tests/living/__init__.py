"""A zone that lives through its years, day by day."""
