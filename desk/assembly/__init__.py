"""How the one file of the desk is made of its parts (工作台的生成)."""
