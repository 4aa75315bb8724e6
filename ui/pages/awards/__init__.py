"""奖惩: the scheme's rules, what each department gets and why, year against year."""
