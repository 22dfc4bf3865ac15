// Levels and pain: what they reach, and what is asked afterwards.

#include "small_session.hpp"

namespace unknot::session::small {
namespace {

const Draft alone = rolls("l", "hamstrings_stick", "stick");

TEST(Levels, NobodyIsAskedTwice) {
  expect({
      {"asked", alone, "0 start, 0 ready, 30", "step_over finished, ask_level 6"},
      {"told while rolling", alone, "0 start, 0 ready, 5 level 4, 30",
       "step_over finished, over finished"},
      {"told as the pain", alone, "0 start, 0 ready, 5 it_hurt, 6 level 4, 7 resume, 12, 37",
       "step_over finished, over finished"},
  });
}

}  // namespace
}  // namespace unknot::session::small
