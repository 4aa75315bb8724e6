"""加减分: bonuses, deductions and vetoes with their basis, what caps cut off, what each entry does."""
