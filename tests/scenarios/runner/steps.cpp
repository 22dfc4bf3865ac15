#include "steps.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::Motion;
using knowledge::Pack;
using knowledge::VariantKind;
using model::DraftStep;

constexpr std::int32_t usual_pace = 4;
constexpr LevelRange usual_levels{3, 4};
constexpr std::int32_t usual_rest = 15;

class StepReader {
 public:
  StepReader(std::string_view text, const model::Request& request, const Pack& pack)
      : words_(text), request_(request), pack_(pack) {}

  /// One step, or the two of `each`.
  Read<std::vector<DraftStep>> read() {
    std::string complaint = technique();
    if (complaint.empty()) complaint = side();
    if (complaint.empty()) complaint = dose();
    while (complaint.empty() && !words_.done()) complaint = detail();
    if (!complaint.empty()) return std::unexpected(std::move(complaint));
    if (!each_) return std::vector{step_};
    DraftStep right = step_;
    right.side = model::Side::right;
    step_.side = model::Side::left;
    return std::vector{step_, right};
  }

 private:
  std::string technique() {
    const std::string_view id = words_.next();
    step_.technique = knowledge::find_technique(pack_, id);
    if (!step_.technique.valid()) return unknown_id("technique", id, pack_.techniques).error();
    const auto& row = pack_[step_.technique];
    step_.area = row.area;
    step_.variant = VariantKind::standard;
    step_.rest_seconds = usual_rest;
    step_.level_low = usual_levels.low;
    step_.level_high = usual_levels.high;
    if (row.motion == Motion::stroke) step_.seconds_per_pass = usual_pace;
    while (step_.tool < request_.tools.size() && request_.tools[step_.tool].kind != row.tool) {
      ++step_.tool;
    }
    if (step_.tool == request_.tools.size()) step_.tool = 0;
    if (!words_.take("on")) return {};
    return put(step_.area, read_place(words_.next(), pack_));
  }

  std::string side() {
    each_ = words_.take("each");
    return each_ ? std::string{} : put(step_.side, read_choice<model::Side>(words_.next()));
  }

  std::string dose() {
    std::string complaint = put(step_.sets, read_sets(words_.next()));
    if (complaint.empty() && !words_.take("s")) complaint = "a dose is told in s";
    return complaint;
  }

  std::string detail() {
    if (words_.take("pace")) return pace();
    if (words_.take("level")) return levels();
    if (words_.take("rest")) return put(step_.rest_seconds, read_number(words_.next()));
    const std::string_view word = words_.next();
    if (const auto variant = knowledge::parse_enum<VariantKind>(word)) {
      step_.variant = *variant;
      return {};
    }
    const auto tool = tool_called(request_, word);
    if (!tool) return "'" + std::string(word) + "' is neither a tool nor a variant";
    step_.tool = *tool;
    return {};
  }

  std::string pace() {
    step_.seconds_per_pass.reset();
    if (words_.take("none")) return {};
    return put(step_.seconds_per_pass, read_number(words_.next()));
  }

  std::string levels() {
    const auto range = read_levels(words_.next());
    if (!range) return range.error();
    step_.level_low = range->low;
    step_.level_high = range->high;
    return {};
  }

  Words words_;
  const model::Request& request_;
  const Pack& pack_;
  DraftStep step_;
  bool each_ = false;
};

}  // namespace

std::vector<std::string_view> steps_in(std::string_view cell) {
  constexpr std::string_view plus = " + ";
  std::vector<std::string_view> steps;
  for (auto at = cell.find(plus); at != std::string_view::npos; at = cell.find(plus)) {
    steps.push_back(cell.substr(0, at));
    cell.remove_prefix(at + plus.size());
  }
  if (!base::trim(cell).empty()) steps.push_back(cell);
  return steps;
}

Read<std::vector<std::int32_t>> read_sets(std::string_view word) {
  std::vector<std::int32_t> sets;
  for (const auto part : base::split(word, '+')) {
    const auto seconds = read_number(part);
    if (!seconds) return std::unexpected(seconds.error());
    sets.push_back(*seconds);
  }
  return sets;
}

Read<LevelRange> read_levels(std::string_view word) {
  const auto parts = base::split(word, '-');
  if (parts.size() != 2) return wrong({"got '", word, "', expected two levels such as 3-6"});
  const auto low = read_number(parts[0]);
  const auto high = read_number(parts[1]);
  if (!low) return std::unexpected(low.error());
  if (!high) return std::unexpected(high.error());
  return LevelRange{*low, *high};
}

std::optional<std::size_t> tool_called(const model::Request& request, std::string_view word) {
  for (std::size_t i = 0; i < request.tools.size(); ++i) {
    if (request.tools[i].id == word) return i;
  }
  return std::nullopt;
}

Read<model::DraftPlan> read_draft(std::string_view cell, const model::Request& request,
                                  const Pack& pack) {
  model::DraftPlan draft;
  for (const auto text : steps_in(cell)) {
    auto steps = StepReader(text, request, pack).read();
    if (!steps) return wrong({"step '", base::trim(text), "': ", steps.error()});
    for (DraftStep& step : *steps) draft.steps.push_back(std::move(step));
  }
  if (draft.steps.empty()) return wrong({"a draft has at least one step"});
  return draft;
}

}  // namespace unknot::scenarios
