#pragma once
/// @file
/// An app without sockets: a log in memory, a bundle of two files, a clock that stands.

#include "unknot/server/app.hpp"

namespace unknot::server::testing {

/// `UNKNOTB1`, length, header, data.
[[nodiscard]] std::string bundle_of(const std::string& header, const std::string& data);
/// With /index.html (in all forms) and /icon.png (as it is, for ever).
[[nodiscard]] const std::string& small_bundle();

/// How the log behaves; changed by tests while the app runs.
struct LogScript {
  std::string identity;  ///< Empty: there is no log.
  std::optional<base::Error> at_opening;
  std::optional<base::Error> at_forgetting;
  int opened = 0;
  int rests = 0;
};

[[nodiscard]] std::unique_ptr<Handler> app_with(std::shared_ptr<LogScript> script);

/// Admits a request, does its work with its body, and gives the answer.
[[nodiscard]] Response ask(const Handler& app, Request request);

/// A request of the app's own page.
[[nodiscard]] Request request(Method method, std::string path, std::string body = {});

[[nodiscard]] std::string text_of(const Response& response);

}  // namespace unknot::server::testing
