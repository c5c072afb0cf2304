"""FIT, GPX and TCX files, one outing each: parsed on all cores, each in a process with limits."""
