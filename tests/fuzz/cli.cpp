// Any words on the command line, one a line; a line of four dashes ends them, and what follows is
// in every file and on standard input. The program must end with an exit code it documents, say
// what was wrong when something was, and print no plan that breaks the audit.

#include <algorithm>

#include "demand.hpp"
#include "fake_host.hpp"
#include "host.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"

namespace unknot::fuzz {

namespace {

constexpr std::string_view end_of_words = "----";
constexpr std::size_t most_words = 60;

struct Input {
  std::vector<std::string> words;
  std::string_view file;
};

Input input_of(std::string_view text) {
  Input input;
  while (!text.empty() && input.words.size() < most_words) {
    const auto newline = text.find('\n');
    const auto line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (line == end_of_words) break;
    // A word of the operating system ends at its first zero.
    input.words.emplace_back(line.substr(0, line.find('\0')));
  }
  input.file = text;
  return input;
}

void judge_plan(const base::Json& plan) {
  const std::string text = base::JsonWriter().value(plan).take();
  const auto checked = coach::check(text, std::nullopt, knowledge::embedded_pack(), {});
  demand(checked.has_value() && checked->breaches.empty(), "no plan breaks the audit");
}

/// A plan that was printed is clean, and so is each that an explanation or a comparison holds.
void judge_printed(std::string_view printed) {
  // An explanation holds far more than a request or plan may.
  const auto json = base::parse_json(printed, {.max_bytes = std::size_t{1} << 26});
  demand(json.has_value(), "what begins as JSON is JSON");
  if (json->find("error") != nullptr) return;
  bool some = false;
  for (const std::string_view inner : {"plan", "a", "b"}) {
    if (const base::Json* plan = json->find(inner)) {
      judge_plan(*plan);
      some = true;
    }
  }
  if (!some) judge_plan(*json);
}

void judge(const Input& input, const Run& run) {
  using namespace cli;
  demand(run.exit_code >= exit_good && run.exit_code <= exit_refused, "a documented exit code");
  demand((run.exit_code == exit_bad_input) == !run.complaint.empty(),
         "bad input, and only that, is complained of");
  if (input.words.empty()) return;
  const bool plan = input.words[0] == "plan";
  demand(run.exit_code != exit_refused || plan, "only a plan is refused");
  demand(run.exit_code != exit_broken_rules || input.words[0] == "check", "only check finds");
  const bool planned = plan || input.words[0] == "compare";
  if (planned && run.out.starts_with('{')) judge_printed(run.out);
}

}  // namespace

}  // namespace unknot::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unknot::fuzz;
  const Input input = input_of({reinterpret_cast<const char*>(data), size});
  judge(input, run_program(input.words, input.file));
  return 0;
}
