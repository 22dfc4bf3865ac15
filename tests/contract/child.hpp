#pragma once
/// @file
/// Another process, its output line by line, and its end.

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "kept.hpp"

namespace unknot::contract {

class Child {
 public:
  /// Starts the program named first, found by PATH.
  explicit Child(const std::vector<std::string>& command);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  /// The next line without its end; nothing when the output is over. A line cut short is none.
  [[nodiscard]] std::optional<std::string> line();
  [[nodiscard]] std::vector<std::string> rest();
  void kill();
  /// Exit code, or minus the signal that ended it.
  int wait();

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  std::string buffer_;
};

/// tests/contract/appender.cpp with these arguments.
[[nodiscard]] std::vector<std::string> appender(const std::vector<std::string>& arguments);

/// The batches that lines of an appender tell of, acknowledged or not. One that is sent again and
/// then acknowledged stands once, as acknowledged.
[[nodiscard]] std::vector<Batch> batches_in(const std::vector<std::string>& lines);

}  // namespace unknot::contract
