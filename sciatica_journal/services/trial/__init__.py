"""The coin-flip trial: begun, drawn from day by day, stopped, and told when it is over."""
