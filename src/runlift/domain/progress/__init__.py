"""What can be seen of the training done: strength, sets, contacts, balance, consistency, body mass."""
