"""Letters and forms of a case (文书): what they need, what they say, how they look."""
