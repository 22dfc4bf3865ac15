#include "program.hpp"

#include <memory>

#include "help.hpp"
#include "host.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

std::string joined(const std::vector<const CLI::App*>& verbs) {
  std::string out;
  for (const CLI::App* verb : verbs) out += (out.empty() ? "" : " | ") + verb->get_name();
  return out;
}

/// The verb that was being read, with those above it: `log add`.
const CLI::App* innermost(const CLI::App& app, std::string& path) {
  const CLI::App* here = &app;
  while (!here->get_subcommands().empty()) {
    here = here->get_subcommands().back();
    path += (path.empty() ? "" : " ") + here->get_name();
  }
  return here;
}

std::string quoted(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// `unknot log add AREA SECONDS`: how the verb is typed, options left away.
std::string typed_as(const CLI::App& verb, const std::string& path) {
  std::string out = "unknot " + path;
  for (const CLI::Option* option : verb.get_options()) {
    if (!option->get_positional() || !option->get_required()) continue;
    std::string name = option->get_name();
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    out += ' ' + name;
  }
  return out;
}

/// One sentence; a verb that does not exist is named with those that do.
std::string what_is_wrong(const CLI::App& app, const std::string& word,
                          const CLI::ParseError& error) {
  std::string path;
  const CLI::App* verb = innermost(app, path);
  if (path.empty()) {
    return "verb: got " + (word.empty() ? std::string("nothing") : word) + ", expected " +
           joined(app.get_subcommands({})) + '.';
  }
  const std::string what = error.what();
  const auto below = joined(verb->get_subcommands({}));
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = verb->remaining(true);
    const bool verb_wanted = !below.empty() && !extras.empty() && !extras.front().starts_with('-');
    return path + ": got " + quoted(extras) + ", expected " +
           (verb_wanted ? below : "only what unknot " + path + " --help tells") + '.';
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (what.starts_with("A subcommand")) return path + ": got nothing, expected " + below + '.';
    return path + ": got no " + what.substr(0, what.find(' ')) + ", expected " +
           typed_as(*verb, path) + '.';
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return path + ": got " + what.substr(0, what.find(':')) + " alone, expected a value after it.";
  }
  // Of a value: the checks say what was got and what was expected.
  return path + ": " + what + '.';
}

}  // namespace

int run(int argc, const char* const* argv) {
  CLI::App app{
      "Unknot: the coach for self-myofascial release (foam rolling, sticks, balls).\n"
      "Not a medical device; it gives no diagnosis and replaces no clinician.",
      "unknot"};
  app.formatter(std::make_shared<Help>());
  app.require_subcommand(1);
  int exit_code = exit_good;
  add_plan(app, exit_code);
  add_guide(app, exit_code);
  add_compare(app, exit_code);
  add_check(app, exit_code);
  add_learn(app, exit_code);
  add_me(app, exit_code);
  add_people(app, exit_code);
  add_log(app, exit_code);
  add_note(app, exit_code);
  add_history(app, exit_code);
  add_load(app, exit_code);
  add_export(app, exit_code);
  add_import(app, exit_code);
  add_keeping(app, exit_code);
  add_lists(app, exit_code);
  add_example(app, exit_code);
  add_track(app, exit_code);
  add_serve(app, exit_code);
  add_version(app, exit_code);
  add_doctor(app, exit_code);
  add_completion(app, exit_code);
  if (answer_shell(app, {argv + 1, argv + argc})) return exit_good;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    return complain(what_is_wrong(app, argc > 1 ? argv[1] : "", error));
  }
  return exit_code;
}

}  // namespace unknot::cli
