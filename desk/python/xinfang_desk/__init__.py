"""The desk's side of Python: what the page asks that no command answers (工作台)."""
