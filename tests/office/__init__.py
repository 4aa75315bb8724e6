"""The room `kpi_desktop.office`."""
