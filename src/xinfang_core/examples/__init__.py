"""Executable examples (可执行样例): run, and held against what they leave untouched."""
