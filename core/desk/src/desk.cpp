#include "unknot/desk/desk.hpp"

#include "live.hpp"
#include "state.hpp"
#include "unknot/coach/coach.hpp"

namespace unknot::desk {

namespace {

struct VerbRow {
  std::string_view name;
  Answer (*answer)(State& state, std::string_view input);
};

constexpr VerbRow verb_rows[] = {
    {"catalogue", catalogue},       {"learn", learn},
    {"log_load", log_load},         {"log_headings", log_headings},
    {"log_import", log_import},     {"log_export", log_export},
    {"log_forget", log_forget},     {"log_today", log_today},
    {"log_view", log_view},         {"log_write", log_write},
    {"log_plan", log_plan},         {"guidable", guidable},
    {"plan_words", plan_words},     {"share", share},
    {"open_shared", open_shared},   {"guide_begin", guide_begin},
    {"guide_resume", guide_resume}, {"guide_close", guide_close},
    {"guide_on", guide_on},         {"guide_events", guide_events},
};

}  // namespace

Desk::Desk(const knowledge::Pack& pack) : state_(std::make_unique<State>(pack)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk& Desk::operator=(Desk&&) noexcept = default;
Desk::~Desk() = default;

std::string Desk::call(std::string_view verb, std::string_view input) {
  std::string known;
  for (const VerbRow& row : verb_rows) {
    if (row.name != verb) {
      known += (known.empty() ? "" : " | ") + std::string(row.name);
      continue;
    }
    auto answer = row.answer(*state_, input);
    return answer ? std::move(*answer) : coach::error_json(answer.error());
  }
  return coach::error_json(base::fail(base::ErrorCode::verb_unknown, "verb", verb, known).error());
}

}  // namespace unknot::desk
