"""The session engine: pure rules, no Discord, no database, no clock and no dice."""
