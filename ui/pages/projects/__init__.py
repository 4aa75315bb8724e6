"""项目作战图: projects by stage as a wall chart, the four rates, the year's investment, and their entry grid."""
