#include "unknot/base/check.hpp"

#include <gtest/gtest.h>

namespace unknot::base {
namespace {

void check(bool holds) { UNKNOT_CHECK(holds); }

TEST(Check, StopsTheProgramInEveryBuild) {
  check(true);
  EXPECT_DEATH(check(false), "");
}

}  // namespace
}  // namespace unknot::base
