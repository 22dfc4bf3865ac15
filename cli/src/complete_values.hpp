#pragma once
/// @file
/// The values of options, by the option's name.

#include "complete.hpp"
#include "logbook.hpp"

namespace unknot::cli {

/// Collects what begins with the word being typed.
class Offers {
 public:
  /// @param log  Whose log the line speaks of, by its --data and --as.
  explicit Offers(std::string current, LogFlags log = {})
      : current_(std::move(current)), log_(std::move(log)) {}

  void add(std::string text, std::string_view about = {}) {
    if (text.starts_with(current_)) {
      found_.candidates.push_back({std::move(text), std::string(about)});
    }
  }
  void files() { found_.files = true; }
  [[nodiscard]] const std::string& current() const { return current_; }
  [[nodiscard]] const LogFlags& log() const { return log_; }
  [[nodiscard]] Completion take() { return std::move(found_); }

 private:
  std::string current_;
  LogFlags log_;
  Completion found_;
};

/// Adds the values that fit.
/// @param head  What stands before the value in the same word, such as `--goal=`; part of every
///              candidate.
using Values = void (*)(Offers& offers, const std::string& head, const knowledge::Pack& pack);

/// Null when the values are numbers, times or anything else of one's own.
/// @param verb  `plan`, `log add`
/// @param name  `--goal`, or the name of a positional.
[[nodiscard]] Values values_of(std::string_view verb, std::string_view name);

}  // namespace unknot::cli
