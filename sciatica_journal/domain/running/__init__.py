"""What runs tell together: jumps in distance, surfaces, pushing through; and the intervals of a timed one."""
