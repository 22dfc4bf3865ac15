// Refused, but not for what the case is about.
#ifdef MUST_FAIL
NoSuchType wrong;
#endif
