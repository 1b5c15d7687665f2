"""Documents from the rules (文书): rulebooks, letters, bulletins, accounts of a case."""
