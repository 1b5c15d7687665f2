"""What Word files consist of (Word 文件的部件), for documents and for letters alike.

They are put together from words of XML: no part of a template by somebody else is in them, they
need no extra, and a table of ten thousand rows is written as fast as it is read.
"""
