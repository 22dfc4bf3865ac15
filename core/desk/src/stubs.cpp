#include "state.hpp"
namespace unknot::desk {
Answer learn(State&, std::string_view) { return base::fail(base::ErrorCode::verb_unknown, "verb", "learn", "later"); }
Answer log_view(State&, std::string_view) { return base::fail(base::ErrorCode::verb_unknown, "verb", "log_view", "later"); }
Answer share(State&, std::string_view) { return base::fail(base::ErrorCode::verb_unknown, "verb", "share", "later"); }
Answer open_shared(State&, std::string_view) { return base::fail(base::ErrorCode::verb_unknown, "verb", "open_shared", "later"); }
}  // namespace unknot::desk
