#pragma once
/// @file
/// Unknot as an answerer of requests: the web app's files and the API under /api/v1
/// (docs/api/openapi.yaml). What it needs from the machine, a host gives it.

#include <memory>
#include <string>
#include <vector>

#include "unknot/coach/coach.hpp"
#include "unknot/journal/store.hpp"
#include "unknot/server/bundle.hpp"
#include "unknot/server/http.hpp"

namespace unknot::server {

/// Where the records are kept. Used by one thread at a time.
class LogHost {
 public:
  LogHost() = default;
  LogHost(const LogHost&) = delete;
  LogHost& operator=(const LogHost&) = delete;
  virtual ~LogHost() = default;

  /// Opens the log, or begins one.
  [[nodiscard]] virtual base::Result<std::unique_ptr<journal::Store>> open() = 0;

  /// Which file it is: another text as soon as another one has its name, empty when there is none.
  /// Another program may have deleted or replaced the log that is open here.
  [[nodiscard]] virtual std::string identity() = 0;

  /// Whether somebody may be forgotten now; empty: everybody.
  /// @error contradiction  A session of theirs is being guided, which would go on writing.
  [[nodiscard]] virtual base::Result<void> may_forget(std::string_view person) = 0;

  /// Deletes what forgetting inside the log does not reach, such as damaged logs set aside. The log
  /// is closed then.
  [[nodiscard]] virtual base::Result<void> forget_rest(std::string_view person) = 0;
};

struct AppParts {
  Bundle bundle;
  std::vector<std::string> clip_folders;
  std::string listen;  ///< As in Settings.
  std::uint16_t port = 0;
  std::vector<std::string> hosts;  ///< Further names it answers to.
  std::string territory;           ///< For the emergency number; empty: unknown.
  std::function<base::Instant()> clock;
  std::unique_ptr<LogHost> log;
};

[[nodiscard]] std::unique_ptr<Handler> make_app(AppParts parts);

}  // namespace unknot::server
