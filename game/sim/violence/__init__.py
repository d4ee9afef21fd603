"""Violence: why somebody strikes, how a fight goes, what those around do, who ends it, what it leaves behind."""
