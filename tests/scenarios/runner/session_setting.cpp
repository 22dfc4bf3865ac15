#include "session_setting.hpp"

#include "given.hpp"
#include "steps.hpp"

namespace unknot::scenarios {

using knowledge::Pack;

namespace {

/// The clauses about the session, read before anybody knows the person's tools.
struct Asked {
  std::string plan;
  std::vector<std::string> ways;
  session::Preferences preferences;
};

/// Whether the clause was about the session; a complaint when it was and could not be read.
Read<bool> take_clause(std::string_view text, Asked& asked) {
  Words words(text);
  if (words.take("session")) {
    asked.plan = words.rest();
  } else if (words.take("way")) {
    asked.ways.push_back(words.rest());
  } else if (words.take("ready") || words.take("time_left")) {
    const bool ready = text.starts_with("ready");
    const auto number = read_number(words.next());
    if (!number) return std::unexpected(number.error());
    (ready ? asked.preferences.ready_percent : asked.preferences.time_left_every) = *number;
  } else if (text == "no breathing") {
    asked.preferences.breathing = false;
  } else if (text == "no questions") {
    asked.preferences.ask_levels = false;
  } else {
    return false;
  }
  return true;
}

std::string add_way(std::string_view text, model::DraftPlan& draft, const model::Request& request,
                    const Pack& pack) {
  Words words(text);
  const std::string_view id = words.next();
  const auto technique = knowledge::find_technique(pack, id);
  if (!technique.valid()) return unknown_id("technique", id, pack.techniques).error();
  const auto variant = read_choice<knowledge::VariantKind>(words.next());
  if (!variant) return variant.error();
  std::size_t tool = 0;
  while (tool < request.tools.size() && request.tools[tool].kind != pack[technique].tool) ++tool;
  if (!words.done()) tool = tool_called(request, words.next()).value_or(request.tools.size());
  if (tool == request.tools.size()) return "no tool of the kit fits";
  for (model::DraftStep& step : draft.steps) {
    if (step.area == pack[technique].area) step.alternatives.push_back({technique, tool, *variant});
  }
  return {};
}

Read<safety::VettedPlan> vetted(const Asked& asked, const model::Request& request,
                                const Pack& pack) {
  auto draft = read_draft(asked.plan, request, pack);
  if (!draft) return std::unexpected(draft.error());
  for (const std::string& way : asked.ways) {
    const std::string complaint = add_way(way, *draft, request, pack);
    if (!complaint.empty()) return wrong({"way ", way, ": ", complaint});
  }
  auto ruling = safety::Gate(pack).vet(*draft, request);
  if (!ruling) return std::unexpected(base::sentence(ruling.error()));
  if (!ruling->plan || !ruling->findings.empty()) return wrong({"the gate changes this plan"});
  return std::move(*ruling->plan);
}

}  // namespace

Read<Setting> setting_of(const std::vector<Line>& clauses, const Pack& pack) {
  Asked asked;
  std::vector<Line> about_person;
  for (const Line& clause : clauses) {
    const auto taken = take_clause(clause.text, asked);
    if (!taken) return wrong({"'", clause.text, "': ", taken.error()});
    if (!*taken) about_person.push_back(clause);
  }
  if (asked.plan.empty()) return wrong({"a session table needs 'given session ...'"});
  auto request = request_of(about_person, pack);
  if (!request) return std::unexpected(request.error());
  auto plan = vetted(asked, *request, pack);
  if (!plan) return std::unexpected(plan.error());
  return Setting{std::move(*request), std::move(*plan), asked.preferences};
}

}  // namespace unknot::scenarios
