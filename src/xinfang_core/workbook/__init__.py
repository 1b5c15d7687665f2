"""Workbooks (工作簿): registers and policies from Excel and back; needs the extra ``xlsx``."""
