"""Reads configurations in `.tf` files, and finds in them what plans and states were made from."""
