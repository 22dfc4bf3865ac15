#pragma once
/// @file
/// The second path: judges a finished plan by code that shares nothing with the gate but the
/// numbers of the pack. It reads the plan as a document, as a stranger would get it, so that
/// nothing our own types guarantee can hide a breach. Tests and fuzzers demand that gate and audit
/// never disagree.

#include <optional>
#include <string>
#include <vector>

#include "unknot/knowledge/rule_code.hpp"
#include "unknot/model/plan.hpp"
#include "unknot/model/plan_document.hpp"

namespace unknot::safety {

enum class AuditMode : std::uint8_t {
  planned,  ///< Every rule: floors, ceilings, budget, advice.
  rolled    ///< What was actually rolled: ceilings alone (dose, hold, zones, pain, ladder).
};

/// One broken rule, with enough to say it.
struct Breach {
  knowledge::RuleCode rule = knowledge::RuleCode::screening;
  std::optional<std::size_t> step;  ///< Index in the document; unset: about the whole plan.
  std::string at;                   ///< Place, technique, tool or field it is about, as written.
  std::string side;                 ///< As written; empty when it is not about a side.
  model::Quantity asked;            ///< What the plan holds; unset when it is no number.
  model::Quantity limit;            ///< What the rule allows.
};

/// Every breach of `plan` for the person of `request`, in the order of rules and steps; empty when
/// it is clean. Pure. O(steps x (areas + entries of the request)).
/// A refused plan is clean when it has no steps and a refusal.
[[nodiscard]] std::vector<Breach> audit(const model::PlanDocument& plan,
                                        const model::Request& request, const knowledge::Pack& pack,
                                        AuditMode mode = AuditMode::planned);

}  // namespace unknot::safety
