"""Private, never blocking remarks on what somebody is about to share.

`questions` tells a question from advice that is dressed up as one, `privacy` finds what would point to somebody.
Both are rules that can be read; no text leaves the machine. They miss things and are sometimes wrong, which is why
they only ever remark, and only to the author.
"""
