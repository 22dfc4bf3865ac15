#pragma once
/// @file
/// What a host with a screen and a log asks of the core: bytes in, bytes out
/// (docs/formats/desk.md). The host shows, hears and keeps; nothing is decided there.

#include <memory>
#include <string>
#include <string_view>

#include "unknot/knowledge/pack.hpp"

namespace unknot::desk {

struct State;

/// Holds the records of a log and, while somebody is guided, that session. Time and chance come in
/// with each call. What it holds can be made anew at any time from the records the host keeps: a
/// session under way is then one that was broken off. Used by one thread at a time.
class Desk {
 public:
  /// @param pack  Must outlive the desk.
  explicit Desk(const knowledge::Pack& pack);
  Desk(Desk&&) noexcept;
  Desk& operator=(Desk&&) noexcept;
  ~Desk();

  /// Answers a verb. Never fails: an error is an answer too (docs/formats/error.md), and then
  /// nothing has changed.
  [[nodiscard]] std::string call(std::string_view verb, std::string_view input);

 private:
  std::unique_ptr<State> state_;
};

}  // namespace unknot::desk
