#pragma once
/// @file
/// `unknot/shared@1`: the steps of a plan and the tools they use, and nothing about a person.

#include "unknot/base/json.hpp"
#include "unknot/base/result.hpp"
#include "unknot/model/plan.hpp"

namespace unknot::desk {

inline constexpr std::string_view shared_format = "unknot/shared@1";

/// Steps in words of the catalogue; tools by their place in `tools`.
struct Shared {
  std::vector<model::Tool> tools;
  model::DraftPlan draft;
};

/// What may be shared of a plan: named step by step, so that nothing else can come along.
/// @error id_unknown  A word that the catalogue does not have: it might say anything.
[[nodiscard]] base::Result<Shared> shared_of(std::string_view plan_json,
                                             const knowledge::Pack& pack);

[[nodiscard]] std::string shared_json(const Shared& shared, const knowledge::Pack& pack);

/// @error  Those of a request, with paths such as `shared.steps[1].area`.
[[nodiscard]] base::Result<Shared> read_shared(const base::Json& json, const knowledge::Pack& pack);

}  // namespace unknot::desk
