#include "complete.hpp"

#include <algorithm>

#include "complete_values.hpp"
#include "host.hpp"

namespace unknot::cli {

using knowledge::Pack;

namespace {

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

std::string long_name(const CLI::Option& option) {
  return option.get_lnames().empty() ? std::string() : "--" + option.get_lnames().front();
}

/// "log add" for the verb below a verb.
std::string path_of(const CLI::App& verb) {
  const CLI::App* above = verb.get_parent();
  const bool nested = above != nullptr && above->get_parent() != nullptr;
  return nested ? path_of(*above) + ' ' + verb.get_name() : verb.get_name();
}

const CLI::App* below_called(const CLI::App& verb, const std::string& name) {
  for (const CLI::App* below : verb.get_subcommands({})) {
    if (below->get_name() == name) return below;
  }
  return nullptr;
}

class Completer {
 public:
  Completer(const CLI::App& verb, const std::vector<std::string>& words, const Pack& pack)
      : verb_(verb), words_(words), pack_(pack) {
    read();
    offers_ = Offers(words.back(), log_);
  }

  Completion run() {
    const std::string& current = words_.back();
    const auto equals = current.find('=');
    if (current.starts_with("--") && equals != std::string::npos) {
      const CLI::Option* option = verb_.get_option_no_throw(current.substr(0, equals));
      if (option != nullptr) values(long_name(*option), current.substr(0, equals + 1));
      return offers_.take();
    }
    if (pending_ != nullptr && (must_follow_ || !current.starts_with('-'))) {
      values(long_name(*pending_), "");
      return offers_.take();
    }
    // A verb below this one stands at the front or nowhere.
    if (words_.size() == 2 && !current.starts_with('-')) below();
    const CLI::Option* positional = next_positional();
    if (positional != nullptr && !current.starts_with('-')) {
      values(positional->get_name(), "");
    } else if (!(current.empty() && has_below()) && (positional == nullptr || !current.empty())) {
      options();
    }
    return offers_.take();
  }

 private:
  /// Which option waits for a value where the cursor is, what is given already.
  void read() {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const std::string& word = words_[i];
      if (must_follow_ || !word.starts_with('-') || word == "-") {
        const bool more = pending_ != nullptr && pending_->get_items_expected_max() > 1;
        if (pending_ == nullptr) ++positionals_;
        if (must_follow_) take_log(*pending_, word);
        if (!more) pending_ = nullptr;
        must_follow_ = false;
        continue;
      }
      const auto equals = word.find('=');
      const CLI::Option* option = verb_.get_option_no_throw(word.substr(0, equals));
      const bool waits = option != nullptr && takes_value(*option) && equals == std::string::npos;
      if (option != nullptr) given_.push_back(option);
      if (option != nullptr && equals != std::string::npos) {
        take_log(*option, word.substr(equals + 1));
      }
      pending_ = waits ? option : nullptr;
      must_follow_ = waits;
    }
  }

  /// Which log the line speaks of. The shell has not put the home folder in place of ~ yet.
  void take_log(const CLI::Option& option, const std::string& value) {
    const std::string name = long_name(option);
    if (name == "--as") log_.as = value;
    if (name != "--data") return;
    log_.data =
        value == "~" || value.starts_with("~/") ? variable("HOME") + value.substr(1) : value;
  }

  const CLI::Option* next_positional() const {
    std::size_t passed = 0;
    for (const CLI::Option* option : verb_.get_options()) {
      if (option->get_positional() && passed++ == positionals_) return option;
    }
    return nullptr;
  }

  void values(const std::string& name, const std::string& head) {
    const Values add = values_of(path_of(verb_), name);
    if (add != nullptr) add(offers_, head, pack_);
  }

  bool has_below() const { return !verb_.get_subcommands({}).empty(); }

  void below() {
    for (const CLI::App* verb : verb_.get_subcommands({})) {
      offers_.add(verb->get_name(), verb->get_description());
    }
  }

  void options() {
    for (const CLI::Option* option : verb_.get_options()) {
      const std::string name = long_name(*option);
      const bool again = option->get_items_expected_max() > 1;
      const bool given = std::find(given_.begin(), given_.end(), option) != given_.end();
      if (!name.empty() && (again || !given)) offers_.add(name, option->get_description());
    }
  }

  const CLI::App& verb_;
  const std::vector<std::string>& words_;
  const Pack& pack_;
  LogFlags log_;
  Offers offers_{""};
  const CLI::Option* pending_ = nullptr;
  bool must_follow_ = false;  ///< `pending_` has no value yet.
  std::size_t positionals_ = 0;
  std::vector<const CLI::Option*> given_;
};

Completion verbs(const CLI::App& app, const std::string& current) {
  Offers offers(current);
  for (const CLI::App* verb : app.get_subcommands({})) {
    offers.add(verb->get_name(), verb->get_description());
  }
  if (current.starts_with('-')) offers.add("--help");
  return offers.take();
}

}  // namespace

Completion complete(const CLI::App& app, const std::vector<std::string>& words, const Pack& pack) {
  if (words.empty()) return verbs(app, "");
  if (words.size() == 1) return verbs(app, words.front());
  for (const CLI::App* verb : app.get_subcommands({})) {
    if (verb->get_name() != words.front()) continue;
    std::vector<std::string> rest = words;
    while (rest.size() > 2) {
      const CLI::App* below = below_called(*verb, rest[1]);
      if (below == nullptr) break;
      verb = below;
      rest.erase(rest.begin());
    }
    return Completer(*verb, rest, pack).run();
  }
  return {};
}

}  // namespace unknot::cli
