"""A document in each of its formats (文书格式)."""
