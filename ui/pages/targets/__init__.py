"""目标任务: what is laid on whom."""
