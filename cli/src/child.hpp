#pragma once
/// @file
/// Another program, run beside this one: no shell, its input a text, its output nobody's. Nothing
/// here waits.

#include <string>
#include <vector>

namespace unknot::cli {

class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  /// Runs words[0], a path, with the other words and `input` on its standard input, in a process
  /// group of its own so that keys typed here do not reach it. Ends the one before.
  /// @return false when it could not be started.
  bool start(const std::vector<std::string>& words, const std::string& input);

  [[nodiscard]] bool running();

  /// From now on it goes its own way, and outlives this program.
  void let_go() { pid_ = -1; }

  /// Asks it to end, at once and for good.
  void end();

 private:
  int pid_ = -1;
};

}  // namespace unknot::cli
