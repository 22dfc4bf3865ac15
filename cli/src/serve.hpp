#pragma once
/// @file
/// The server, as the verbs serve and doctor see it: the one part of the program that knows it.
/// Tests put another one in its place, as with host.hpp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "logbook.hpp"

namespace unknot::cli {

inline constexpr std::uint16_t usual_port = 7370;

struct ServeFlags {
  LogFlags log;
  std::string listen;
  std::uint16_t port = usual_port;
  std::vector<std::string> hosts;
  std::string clips;
  std::string bundle;
  bool open = false;
  bool check = false;
  bool verbose = false;
};

/// Serves until it is told to end; with `check` only as long as it takes to ask itself.
/// @return One of the exit codes of host.hpp.
[[nodiscard]] int serve(const ServeFlags& flags);

/// How many files of a web app were put into this program; 0: it was built without one.
[[nodiscard]] std::size_t embedded_files();

/// Who listens at a port of this machine.
struct Listener {
  bool anybody = false;
  std::string version;  ///< Of the Unknot that answers; empty: it is something else.
};
[[nodiscard]] Listener listener_at(std::uint16_t port);

}  // namespace unknot::cli
