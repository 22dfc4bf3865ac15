#include "facts.hpp"

#include <algorithm>

#include "measures.hpp"
#include "steps.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::name_of;
using safety::VettedStep;

/// A word that describes a step: where, how or with what it is done.
class Description {
 public:
  Description(std::string_view word, const Answered& answered) : word_(word), a_(answered) {}

  [[nodiscard]] bool fits(const VettedStep& step) const {
    const auto& draft = step.draft;
    const auto& technique = a_.pack[draft.technique];
    const auto& position = a_.pack[technique.position];
    if (const auto where = read_located(word_, a_.pack)) {
      const bool any_side = where->side == model::Side::both || draft.side == model::Side::both ||
                            draft.side == model::Side::middle;
      return draft.area == where->at && (any_side || draft.side == where->side);
    }
    if (const auto tool = tool_called(a_.request, word_)) return draft.tool == *tool;
    const std::string_view said[] = {technique.id,
                                     name_of(draft.variant),
                                     name_of(technique.motion),
                                     name_of(technique.tool),
                                     name_of(position.place),
                                     position.id};
    return std::find(std::begin(said), std::end(said), word_) != std::end(said);
  }

  /// Whether any step could ever be so.
  [[nodiscard]] bool known() const {
    const auto& positions = a_.pack.positions;
    return read_located(word_, a_.pack) || tool_called(a_.request, word_) ||
           knowledge::find_technique(a_.pack, word_).valid() ||
           knowledge::parse_enum<knowledge::VariantKind>(word_) ||
           knowledge::parse_enum<knowledge::Motion>(word_) ||
           knowledge::parse_enum<knowledge::ToolKind>(word_) ||
           knowledge::parse_enum<knowledge::Support>(word_) ||
           std::any_of(positions.begin(), positions.end(),
                       [this](const auto& row) { return row.id == word_; });
  }

 private:
  std::string_view word_;
  const Answered& a_;
};

Read<bool> steps_are(std::string_view word, bool every, const Answered& a) {
  const Description description(word, a);
  if (!description.known()) return wrong({"'", word, "' describes no step"});
  const auto steps = a.steps();
  const auto fits = [&](const VettedStep& step) { return description.fits(step); };
  if (every) return !steps.empty() && std::all_of(steps.begin(), steps.end(), fits);
  return std::any_of(steps.begin(), steps.end(), fits);
}

Read<bool> any_of_words(Words& words, const Answered& a) {
  if (!words.take("of")) return wrong({"expected 'any of'"});
  bool any = false;
  while (!words.done()) {
    const auto one = steps_are(words.next(), false, a);
    if (!one) return one;
    any = any || *one;
  }
  return any;
}

Read<bool> equal_sides(const Answered& a) {
  const auto& steps = a.steps();
  return !steps.empty() && std::all_of(steps.begin(), steps.end(), [&](const VettedStep& step) {
    return seconds_on(a, step.draft.area, 0) == seconds_on(a, step.draft.area, 1);
  });
}

bool same_place(const Located& where, knowledge::PlaceIndex at, model::Side side) {
  return where.at == at && (where.side == model::Side::both || where.side == side);
}

Read<bool> advised(Words& words, const Answered& a) {
  const auto kind = read_choice<model::AdviceKind>(words.next());
  if (!kind) return std::unexpected(kind.error());
  std::optional<Located> where;
  if (words.take("at")) {
    const auto named = read_located(words.next(), a.pack);
    if (!named) return std::unexpected(named.error());
    where = *named;
  }
  const std::string amount = words.rest();
  const guidance::Speaker speaker(a.pack, "en");
  const auto& advice = a.answer.advice;
  return std::any_of(advice.begin(), advice.end(), [&](const model::Advice& piece) {
    return piece.kind == *kind && (!where || same_place(*where, piece.at, piece.side)) &&
           (amount.empty() || amount == speaker.amount(piece.amount));
  });
}

Read<bool> left_out(Words& words, const Answered& a) {
  const auto where = read_located(words.next(), a.pack);
  if (!where) return std::unexpected(where.error());
  std::optional<knowledge::RuleCode> rule;
  if (!words.done()) {
    const auto named = read_choice<knowledge::RuleCode>(words.next());
    if (!named) return std::unexpected(named.error());
    rule = *named;
  }
  const auto& entries = a.answer.left_out;
  return std::any_of(entries.begin(), entries.end(), [&](const model::LeftOut& entry) {
    return same_place(*where, entry.at, entry.side) && (!rule || entry.rule == *rule);
  });
}

bool is_comparison(std::string_view word) { return word == "<=" || word == ">=" || word == "="; }

/// Every number that the measure stands for must compare so, and there must be one.
Read<bool> compares(std::string_view measure, Words& words, const Answered& a) {
  const auto numbers = measured(measure, a);
  if (!numbers) return wrong({"'", measure, "' is no measure"});
  const std::string_view sign = words.next();
  const auto limit = read_number(words.next());
  if (!limit) return std::unexpected(limit.error());
  words.take("s");
  return !numbers->empty() &&
         std::all_of(numbers->begin(), numbers->end(), [&](std::int32_t number) {
           if (sign == "=") return number == *limit;
           return sign == "<=" ? number <= *limit : number >= *limit;
         });
}

Read<bool> read_fact(Words& words, const Answered& a) {
  const std::string_view word = words.next();
  if (word == "advice") return advised(words, a);
  if (word == "left_out") return left_out(words, a);
  if (word == "any") return any_of_words(words, a);
  if (word == "only") return steps_are(words.next(), true, a);
  if (word == "equal_sides") return equal_sides(a);
  if (is_comparison(words.peek())) return compares(word, words, a);
  return steps_are(word, false, a);
}

}  // namespace

Read<bool> fact_holds(std::string_view fact, const Answered& answered) {
  Words words(fact);
  auto holds = read_fact(words, answered);
  if (holds && !words.done()) return wrong({"'", words.rest(), "' is too much"});
  return holds;
}

std::string shown_plan(const Answered& answered) {
  std::string out =
      std::to_string(answered.answer.plan ? answered.answer.plan->total_seconds() : 0) + " s:";
  for (const VettedStep& step : answered.steps()) {
    const auto& draft = step.draft;
    out += ' ' + std::string(answered.pack[draft.technique].id) + ' ' +
           std::string(name_of(draft.side)) + ' ' + std::to_string(model::seconds_of(draft)) +
           " s " + std::string(name_of(draft.variant)) + ',';
  }
  out.pop_back();
  return out;
}

}  // namespace unknot::scenarios
