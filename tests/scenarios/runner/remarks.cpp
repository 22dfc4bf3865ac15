#include "remarks.hpp"

#include <algorithm>

#include "sheet.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::RuleCode;

/// A remark as expected; what is empty may be anything.
struct Expected {
  RuleCode rule = RuleCode::screening;
  std::string at;
  std::string amount;

  [[nodiscard]] bool meets(const Remark& remark) const {
    return rule == remark.rule && (at.empty() || at == remark.at) &&
           (amount.empty() || amount == remark.amount);
  }
};

Read<Expected> read_expected(std::string_view text, std::string_view section_rule) {
  Words words(text);
  Expected expected;
  const auto named = knowledge::parse_enum<RuleCode>(words.peek());
  if (named) words.next();
  expected.rule =
      named.value_or(knowledge::parse_enum<RuleCode>(section_rule).value_or(RuleCode::screening));
  if (words.take("at")) expected.at = words.next();
  expected.amount = words.rest();
  const bool is_amount = expected.amount.empty() || expected.amount.starts_with("asked ") ||
                         expected.amount.starts_with("limit ");
  if (!is_amount) return wrong({"'", text, "' is no remark"});
  return expected;
}

std::string told_one(const Remark& remark) {
  std::string out(name_of(remark.rule));
  if (!remark.at.empty()) out += " at " + remark.at;
  if (!remark.amount.empty()) out += ' ' + remark.amount;
  return out;
}

}  // namespace

std::string Remarker::amount(model::Quantity asked, model::Quantity limit) const {
  std::string out;
  if (asked.set) out = "asked " + speaker_.amount(asked);
  if (limit.set) out += (out.empty() ? "limit " : ", limit ") + speaker_.amount(limit);
  return out;
}

Remark Remarker::of(const safety::Finding& finding) const {
  const std::string at(finding.at.valid() ? pack_[finding.at].id : std::string_view{});
  return {finding.rule, at, amount(finding.asked, finding.limit)};
}

Remark Remarker::of(const safety::Breach& breach) const {
  return {breach.rule, breach.at, amount(breach.asked, breach.limit)};
}

Remark Remarker::of(const model::Refusal& refusal) const {
  std::string at;
  if (refusal.condition.valid()) at = pack_[refusal.condition].id;
  if (refusal.red_flag.valid()) at = pack_[refusal.red_flag].id;
  return {refusal.rule, at, amount(refusal.asked, refusal.limit)};
}

std::string told(const std::vector<Remark>& remarks) {
  if (remarks.empty()) return "nothing";
  std::string out;
  for (const Remark& remark : remarks) out += (out.empty() ? "" : "; ") + told_one(remark);
  return out;
}

std::string judge_remarks(std::string_view cell, std::string_view section_rule,
                          const std::vector<Remark>& remarks) {
  std::vector<Expected> all;
  for (const auto text : clauses_of(cell)) {
    auto expected = read_expected(text, section_rule);
    if (!expected) return std::move(expected.error());
    const bool made = std::any_of(remarks.begin(), remarks.end(),
                                  [&](const Remark& r) { return expected->meets(r); });
    if (!made) return "expected '" + std::string(text) + "', said was " + told(remarks);
    all.push_back(std::move(*expected));
  }
  if (all.empty()) return {};
  for (const Remark& remark : remarks) {
    const bool foreseen =
        std::any_of(all.begin(), all.end(), [&](const Expected& e) { return e.meets(remark); });
    if (!foreseen) return "nobody expected '" + told_one(remark) + "'";
  }
  return {};
}

}  // namespace unknot::scenarios
