#include <iostream>
#include <memory>

#include "compare_view.hpp"
#include "host.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct CompareFlags {
  Names files;
  bool json = false;
};

int fail(const base::Error& error, const CompareFlags& flags) {
  if (flags.json) std::cout << coach::error_json(error) << '\n';
  return complain(error);
}

int run(const CompareFlags& flags) {
  const auto a = read_input(flags.files.a);
  if (!a) return fail(a.error(), flags);
  const auto b = read_input(flags.files.b);
  if (!b) return fail(b.error(), flags);
  const coach::Context context{local_now(), locale_territory()};
  const auto compared = coach::compare(*a, *b, knowledge::embedded_pack(), context);
  if (!compared) return fail(compared.error(), flags);
  if (flags.json) {
    std::cout << compared->json << '\n';
  } else {
    std::cout << comparison_text({*compared, flags.files, context, terminal_columns()},
                                 Style::for_output());
  }
  return exit_good;
}

}  // namespace

void add_compare(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("compare",
                                  "Two requests: what they ask and what the plans do differently");
  auto flags = std::make_shared<CompareFlags>();
  verb->add_option("a", flags->files.a, "A request in JSON; - for stdin")->required();
  verb->add_option("b", flags->files.b, "Another; - for stdin")->required();
  verb->add_flag("--json", flags->json, "Answer as unknot/comparison@1");
  verb->callback([flags, &exit_code] {
    if (flags->files.a == "-" && flags->files.b == "-") {
      exit_code = complain("b: got -, expected a file, as a is read from stdin.");
      return;
    }
    exit_code = run(*flags);
  });
}

}  // namespace unknot::cli
