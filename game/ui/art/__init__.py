"""Pictures drawn by code: floors, walls, doors, furniture, people, portraits, signs. No picture file is shipped."""
