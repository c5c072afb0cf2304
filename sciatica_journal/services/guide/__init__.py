"""Reading pages, the practices that are open today, and what the screens say of their own accord."""
