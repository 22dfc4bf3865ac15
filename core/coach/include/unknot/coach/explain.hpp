#pragma once
/// @file
/// Why a plan is as it is, and what a minute or a tool would change: answered by really planning
/// again, each time by the way of every plan, gate and audit included.

#include "unknot/coach/coach.hpp"
#include "unknot/model/difference.hpp"
#include "unknot/model/reasons.hpp"

namespace unknot::coach {

/// One supposition, planned.
struct Supposed {
  model::WhatIf question = model::WhatIf::minute_more;
  knowledge::PresetIndex preset;  ///< For one_more_tool: which.
  Planned planned;
  model::WhatThen then = model::WhatThen::same;
  std::vector<model::Difference> differences;  ///< From the plan there is to this one.
};

struct Explained {
  Planned planned;
  std::vector<model::AreaReason> areas;  ///< Empty when the screening refused.
  /// A minute more, a minute less, then the best tool of each kind that would add something; none
  /// when the screening refused, as nothing is offered beside a warning sign.
  std::vector<Supposed> what_if;
  std::vector<knowledge::PresetIndex> tried;  ///< Every tool that was tried.
  std::string json;                           ///< `unknot/explanation@1`
};

/// Plans for a request in JSON and explains the answer.
/// Cost: one plan for each supposition, some twenty in all.
/// @error  Those of read_request.
[[nodiscard]] base::Result<Explained> explain(std::string_view request_json,
                                              const knowledge::Pack& pack, const Context& context);

}  // namespace unknot::coach
