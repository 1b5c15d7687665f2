"""Templates of offices (自有模板): foreign files, checked before anything is done with them."""
