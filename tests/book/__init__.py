"""The room `kpi_desktop.book`."""
