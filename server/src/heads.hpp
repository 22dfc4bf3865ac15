#pragma once
/// @file
/// The head of an answer as bytes.

#include <string>

#include "unknot/server/http.hpp"

namespace unknot::server {

struct HeadFacts {
  std::string_view date;   ///< As HTTP writes it.
  bool keep = true;        ///< The connection stays open.
  bool said_keep = false;  ///< HTTP/1.0 wants to be told so.
};

/// Whether an answer of this status has a body at all.
[[nodiscard]] bool has_body(int status);

/// Writes status line and header lines into `out`, which keeps its memory.
void write_head(const Response& response, const HeadFacts& facts, std::string& out);

/// What every answer carries, whoever asked for what: the rules for the page that shows it.
[[nodiscard]] std::string_view guard_lines();

}  // namespace unknot::server
