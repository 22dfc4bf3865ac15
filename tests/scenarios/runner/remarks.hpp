#pragma once
/// @file
/// What rules remark, and what a scenario expects them to:
///   [RULE] [at PLACE] [asked 120 s, limit 90 s]   and `;` between two remarks.
/// Without RULE the section's own rule is meant. Amounts are told by guidance, in English.

#include "unknot/guidance/speaker.hpp"
#include "words.hpp"

namespace unknot::scenarios {

struct Remark {
  knowledge::RuleCode rule = knowledge::RuleCode::screening;
  std::string at;      ///< Id of a place, or whatever the audit names; may be empty.
  std::string amount;  ///< "asked 120 s, limit 90 s"; empty when it is about no number.
};

class Remarker {
 public:
  explicit Remarker(const knowledge::Pack& pack) : pack_(pack), speaker_(pack, "en") {}

  [[nodiscard]] Remark of(const safety::Finding& finding) const;
  [[nodiscard]] Remark of(const safety::Breach& breach) const;
  [[nodiscard]] Remark of(const model::Refusal& refusal) const;
  [[nodiscard]] std::string amount(model::Quantity asked, model::Quantity limit) const;

 private:
  const knowledge::Pack& pack_;
  guidance::Speaker speaker_;
};

/// The remarks as one line, for a complaint.
[[nodiscard]] std::string told(const std::vector<Remark>& remarks);

/// Nothing when every expected remark was made and no other; an empty cell expects nothing in
/// particular.
[[nodiscard]] std::string judge_remarks(std::string_view cell, std::string_view section_rule,
                                        const std::vector<Remark>& remarks);

}  // namespace unknot::scenarios
