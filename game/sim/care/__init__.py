"""What the office does for people: requests, talks, what is said in them, keeping apart."""
