#include "program.hpp"

#include <memory>

#include "help.hpp"
#include "host.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

/// One sentence; a verb that does not exist is named with those that do.
std::string what_is_wrong(const CLI::App& app, std::string word, const CLI::ParseError& error) {
  std::string verbs;
  bool known = false;
  for (const CLI::App* verb : app.get_subcommands({})) {
    verbs += (verbs.empty() ? "" : " | ") + verb->get_name();
    known = known || verb->get_name() == word;
  }
  if (!known) {
    return "verb: got " + (word.empty() ? std::string("nothing") : word) + ", expected " + verbs +
           '.';
  }
  return word + ": " + error.what() + ", expected what unknot " + word + " --help tells.";
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
