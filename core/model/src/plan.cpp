#include "unknot/model/plan.hpp"

#include <numeric>

namespace unknot::model {

std::int32_t seconds_of(const DraftStep& step) {
  return std::accumulate(step.sets.begin(), step.sets.end(), 0);
}

}  // namespace unknot::model
