"""What runs tell together: jumps in distance, surfaces, and what followed when one pushed through."""
