"""Who may read what (隐私): the people of a case, the readers of a document, the masks."""
