// Refused both ways: a case that rotted.
NoSuchType rotten;
