"""Executable examples (算例): cases with the answers that are wanted, read, run and reported."""
