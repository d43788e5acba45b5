"""What intervision is: the methods, and the engine that runs them.

`methods.library` finds the methods, `methods.planning` says how long an evening takes, `methods.grouping`
who sits with whom.
"""
