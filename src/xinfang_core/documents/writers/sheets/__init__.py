"""Parts of a document as sheets of a workbook (工作表): cells, looks, charts."""
