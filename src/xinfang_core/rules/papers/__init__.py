"""The same about papers (文书): what a petition or an opinion states."""
