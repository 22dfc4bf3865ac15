// Compiles both ways.
struct Open {};
#ifdef MUST_FAIL
Open open{};
#endif
