#pragma once
/// @file
/// How well a claim is borne out, in words for people: the same in the program and on the pages.

#include <string_view>

#include "unknot/knowledge/types.hpp"

namespace unknot::knowledge {

[[nodiscard]] constexpr std::string_view words_of(Grade grade) {
  switch (grade) {
    case Grade::supported: return "supported";
    case Grade::moderate: return "moderate support";
    case Grade::weak: return "weak";
    case Grade::mixed: return "mixed";
    case Grade::unsupported: return "unsupported";
    case Grade::contradicted: return "contradicted";
    case Grade::expert_opinion: return "expert opinion only";
    case Grade::description: return "a description";
  }
  return {};
}

}  // namespace unknot::knowledge
