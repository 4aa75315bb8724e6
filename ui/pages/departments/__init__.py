"""部门: who is assessed, in which group."""
