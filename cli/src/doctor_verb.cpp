#include <algorithm>
#include <iostream>
#include <memory>

#include "doctor.hpp"
#include "host.hpp"
#include "terminal.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

constexpr std::size_t widest_state = 7;  // "problem"
constexpr std::size_t widest_id = 16;    // "emergency_number"

std::string json_of(const std::vector<Examination>& examinations, bool well) {
  base::JsonWriter out;
  out.begin_object().key("format").string("unknot/doctor@1").key("well").boolean(well);
  out.key("version").string(UNKNOT_VERSION);
  out.key("knowledge").string(knowledge::embedded_pack().hash).key("checks").begin_array();
  for (const auto& one : examinations) {
    out.begin_object().key("id").string(one.id).key("state").string(name_of(one.health));
    out.key("found").string(base::printable(one.found)).key("advice");
    if (one.advice.empty()) {
      out.null();
    } else {
      out.string(one.advice);
    }
    out.end_object();
  }
  return out.end_array().end_object().take();
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

std::string painted(const Style& style, Health health) {
  const std::string text = padded(name_of(health), widest_state);
  if (health == Health::ok) return style.good(text);
  return health == Health::note ? style.side(text) : style.warning(text);
}

std::string text_of(const Examination& one, const Style& style) {
  std::string id(one.id);
  std::replace(id.begin(), id.end(), '_', ' ');
  const std::string says =
      capital(base::printable(one.found)) + '.' + (one.advice.empty() ? "" : ' ' + one.advice);
  const std::size_t lead = widest_state + widest_id + 4;
  return painted(style, one.health) + "  " + padded(id, widest_id) + "  " +
         wrap(says, lead, lead).substr(lead);
}

int run(bool json) {
  const auto examinations = examine(knowledge::embedded_pack());
  const auto problems = std::count_if(examinations.begin(), examinations.end(),
                                      [](const auto& e) { return e.health == Health::problem; });
  if (json) {
    std::cout << json_of(examinations, problems == 0) << '\n';
  } else {
    const Style style = Style::for_output();
    for (const auto& one : examinations) std::cout << text_of(one, style);
    std::cout << '\n'
              << (problems == 0
                      ? style.good("All that is needed is there.")
                      : style.warning(std::to_string(problems) + " of " +
                                      std::to_string(examinations.size()) + " want mending."))
              << '\n';
  }
  return problems == 0 ? exit_good : exit_problem;
}

}  // namespace

void add_doctor(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "doctor", "What this machine gives Unknot. Exit 0: all that is needed, 1: a problem");
  auto json = std::make_shared<bool>(false);
  verb->add_flag("--json", *json, "Answer as unknot/doctor@1");
  verb->callback([json, &exit_code] { exit_code = run(*json); });
}

}  // namespace unknot::cli
