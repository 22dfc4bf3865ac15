// A muscle is no place, even though both are numbers underneath.
#include "unknot/knowledge/pack.hpp"

using namespace unknot::knowledge;

#ifdef MUST_FAIL
PlaceIndex place = MuscleIndex{3};
#else
PlaceIndex place = PlaceIndex{3};
#endif
