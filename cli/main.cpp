#include <csignal>

#include "host.hpp"
#include "verbs.hpp"

int main(int argc, char** argv) {
  using namespace unknot::cli;
  std::signal(SIGPIPE, SIG_DFL);  // `unknot areas | head` ends quietly.
  CLI::App app{
      "Unknot: the coach for self-myofascial release (foam rolling, sticks, balls).\n"
      "Not a medical device; it gives no diagnosis and replaces no clinician.",
      "unknot"};
  app.require_subcommand(1);
  int exit_code = exit_good;
  add_plan(app, exit_code);
  add_check(app, exit_code);
  add_learn(app, exit_code);
  add_lists(app, exit_code);
  add_example(app, exit_code);
  add_version(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int asked_for_help = app.exit(error);
    return asked_for_help == 0 ? exit_good : exit_bad_input;
  }
  return exit_code;
}
