"""The Word templates of letters (文书模板), in the three layouts."""
