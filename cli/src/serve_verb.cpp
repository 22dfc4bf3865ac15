#include <memory>

#include "plan_request.hpp"
#include "serve.hpp"
#include "verbs.hpp"

namespace unknot::cli {

void add_serve(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "serve", "Unknot in the browser: serves the web app, and keeps its log here");
  auto flags = std::make_shared<ServeFlags>();
  verb->add_option("--port", flags->port, "Port [7370]; 0 takes any free one")
      ->check(CLI::Range(65535));
  verb->add_option("--listen", flags->listen, "Address to be reached at [this machine alone]");
  verb->add_option("--host", flags->hosts, "Another name it answers to, such as unknot.lan");
  add_data_flag(*verb, flags->log);
  verb->add_option("--clips", flags->clips,
                   "Folder of the spoken clips [where they were installed]");
  verb->add_flag("--open", flags->open, "Open it in the browser");
  verb->add_flag("--check", flags->check,
                 "Ask itself for its start page and its health, and end. Exit 0: both came");
  verb->add_flag("--verbose", flags->verbose, "Tell every answered request: method, path, status");
  verb->add_option("--bundle", flags->bundle,
                   "For development: serve this bundle and not the one built in");
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = serve(*flags); });
}

}  // namespace unknot::cli
