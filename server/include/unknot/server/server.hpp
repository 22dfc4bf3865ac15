#pragma once
/// @file
/// Listens on a port and hands requests to a Handler. Several threads talk to clients, some compute
/// plans, one reads and writes the log.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "unknot/base/result.hpp"
#include "unknot/server/http.hpp"

namespace unknot::server {

/// How long and how much; what exceeds it is refused or closed.
struct Limits {
  std::chrono::milliseconds head{10'000};     ///< From the first byte of a request to its body.
  std::chrono::milliseconds request{30'000};  ///< From there to its last byte.
  std::chrono::milliseconds idle{60'000};     ///< Between two requests.
  std::chrono::milliseconds write{30'000};    ///< For each 256 KiB of an answer.
  std::chrono::milliseconds stop{10'000};     ///< For what is in flight when the server ends.
  std::uint32_t head_bytes = 16U << 10U;
  std::size_t connections = 1024;
  /// Of all bodies over 1 MiB that are on their way at once.
  std::uint64_t bodies = std::uint64_t{128} << 20U;
};

struct Settings {
  std::string listen;  ///< An address; empty: this machine's own, IPv4 and where there is one IPv6.
  std::uint16_t port = 7370;  ///< 0: any free one.
  unsigned threads = 0;       ///< That talk to clients; 0: as many as there are cores, at most 4.
  Limits limits;
  /// Gets a line for each answered request, without a word of its query or body; may be empty.
  /// Called from several threads.
  std::function<void(std::string_view line)> access;
};

class Server {
 public:
  /// Takes the port; nobody is answered before run().
  /// @error contradiction `--port`  Somebody else has it.
  /// @error out_of_range `--listen` or `--port`  Nothing of this machine can be listened at there.
  [[nodiscard]] static base::Result<std::unique_ptr<Server>> open(Settings settings);
  virtual ~Server() = default;

  [[nodiscard]] virtual std::uint16_t port() const = 0;

  /// Answers until stop(), SIGINT, SIGTERM or SIGHUP; what is in flight then is finished. SIGPIPE
  /// is ignored from then on. To be called once.
  virtual void run(const Handler& handler) = 0;

  /// From any thread: run() comes to its end.
  virtual void stop() = 0;
};

/// What somebody who asks gets.
struct Fetched {
  int status = 0;
  std::string content_type;
  std::string body;
};

/// Asks a server on this machine with GET, on a connection of its own.
/// @error store_broken  Nobody listens there.
/// @error store_busy    Somebody does, but did not answer in time, or not in HTTP.
[[nodiscard]] base::Result<Fetched> fetch(const std::string& address, std::uint16_t port,
                                          const std::string& path,
                                          std::chrono::milliseconds patience);

}  // namespace unknot::server
