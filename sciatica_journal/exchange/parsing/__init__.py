"""What readers share: cells, numbers, dates, JSON and sports as other programs write them."""
