#pragma once
/// @file
/// Makes words from data, in one language. The only place where sentences come from; nothing that
/// is said here ever flows back into a decision.

#include <string>
#include <vector>

#include "unknot/guidance/wording.hpp"
#include "unknot/model/difference.hpp"
#include "unknot/model/reasons.hpp"
#include "unknot/safety/audit.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::guidance {

class Speaker {
 public:
  /// @param language  One of the pack's; another id falls back to English.
  Speaker(const knowledge::Pack& pack, std::string_view language);

  [[nodiscard]] std::string why(const model::Why& why, const model::Request& request) const;
  [[nodiscard]] std::string left_out(const model::LeftOut& entry,
                                     const model::Request& request) const;
  [[nodiscard]] std::string advice(const model::Advice& advice) const;
  [[nodiscard]] std::string refusal(const model::Refusal& refusal,
                                    const model::Request& request) const;
  [[nodiscard]] std::string change(model::Change change, const model::Refusal& refusal,
                                   const model::Request& request) const;
  [[nodiscard]] std::string finding(const safety::Finding& finding) const;
  [[nodiscard]] std::string breach(const safety::Breach& breach) const;

  /// What to do about a warning sign; {number} is the emergency number where the person is.
  /// @param territory  ISO 3166 alpha-2 in upper case; empty or unknown: "your local number".
  [[nodiscard]] std::string urgent(const knowledge::RedFlag& flag,
                                   std::string_view territory) const;

  /// That points are our ranking and nothing else.
  [[nodiscard]] std::string ranking() const;
  /// Where a part of a need comes from.
  [[nodiscard]] std::string need(const model::NeedShare& share,
                                 const model::Request& request) const;
  [[nodiscard]] std::string recent(std::int32_t percent) const;
  /// How a way comes to its points; empty when there is none.
  [[nodiscard]] std::string worth(const model::SideReason& reason,
                                  const model::Request& request) const;
  /// Why one side of an area is in the plan or not.
  [[nodiscard]] std::string reason(const model::SideReason& reason,
                                   const model::Request& request) const;
  /// "soft roller, sitting on the floor, lighter"
  [[nodiscard]] std::string way(const model::Rolled& rolled) const;
  /// "pressure 2 of 10, feeling 3 to 6"
  [[nodiscard]] std::string pressure(const model::Rolled& rolled) const;
  [[nodiscard]] std::string difference(const model::Difference& difference) const;
  /// "One minute more"
  [[nodiscard]] std::string what_if(model::WhatIf question, std::string_view tool) const;
  /// What comes of it, as a sentence.
  [[nodiscard]] std::string what_then(model::WhatThen then,
                                      const std::vector<model::Difference>& differences) const;

  /// The phrase `key` of knowledge/lang with its slots filled; the bare key when there is none.
  [[nodiscard]] std::string phrase(std::string_view key, const std::vector<Slot>& slots = {}) const;
  /// "999", or words for where none is known.
  /// @param territory  ISO 3166 alpha-2 in upper case; empty or unknown: "your local number".
  [[nodiscard]] std::string emergency_number(std::string_view territory) const;
  /// How an area felt after it was rolled last time; or, with `not_gone`, whether that is gone.
  [[nodiscard]] std::string ask_after(knowledge::PlaceIndex area, model::Side side,
                                      std::optional<model::AfterEffect> not_gone) const;

  /// What became of a plan from a file: `too_old`, `unlawful`, `same`, `differs`.
  [[nodiscard]] std::string renewed(std::string_view what) const;

  /// "90 s", "4 of 10"; empty when unset.
  [[nodiscard]] std::string amount(model::Quantity quantity) const;
  /// "glutes, piriformis or hamstrings", by everyday names.
  [[nodiscard]] std::string any_of(const std::vector<knowledge::PlaceIndex>& places) const;
  /// Name of a place as in running text.
  [[nodiscard]] std::string place(knowledge::PlaceIndex place) const;
  [[nodiscard]] std::string side(model::Side side) const;
  /// A text of a row in this language.
  [[nodiscard]] std::string own(knowledge::Text english) const { return wording_.own(english); }
  /// The name of a row within a sentence.
  [[nodiscard]] std::string within(knowledge::Text name) const { return wording_.within(name); }

 private:
  /// How long what hurt is left alone.
  [[nodiscard]] std::string left_alone() const;
  [[nodiscard]] std::string text(std::string_view key) const { return wording_.phrase(key); }
  [[nodiscard]] std::string say(std::string_view key, const std::vector<Slot>& slots) const;
  [[nodiscard]] std::string rule_sentence(knowledge::RuleCode rule, std::string_view at,
                                          model::Quantity asked, model::Quantity limit) const;

  const knowledge::Pack& pack_;
  Wording wording_;
};

/// Id of the first source a rule rests on: shown beside its sentences.
[[nodiscard]] std::string_view source_of(const knowledge::Pack& pack, knowledge::RuleCode rule);

/// The same for a sentence about a condition, when there is one: it has sources of its own.
[[nodiscard]] std::string_view source_of(const knowledge::Pack& pack, knowledge::RuleCode rule,
                                         knowledge::ConditionIndex condition);

}  // namespace unknot::guidance
