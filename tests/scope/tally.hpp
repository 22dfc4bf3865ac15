#pragma once
/// @file
/// What a run over the grid met, so that it can be seen not to be vacuous.

#include <map>
#include <string>
#include <vector>

#include "unknot/coach/coach.hpp"

namespace unknot::scope {

class Tally {
 public:
  void count(const planner::Answer& answer);
  void add(const Tally& other);

  [[nodiscard]] std::size_t planned() const;

  /// One line a kind of thing met, with how often.
  [[nodiscard]] std::string text() const;

  /// What the product can say of a request and this run never met: each reason of refusal, each
  /// change that would help, each advice, each rule that can leave something out (those that have
  /// words for it), and planning itself.
  [[nodiscard]] std::vector<std::string> never_met() const;

 private:
  std::map<std::string, std::size_t> met_;
};

}  // namespace unknot::scope
