#pragma once
/// @file
/// The API under /api/v1: which address takes which method, and who does the work.

#include "records.hpp"

namespace unknot::server {

/// Everything below this is of the API.
inline constexpr std::string_view api_root = "/api/v1";

class Api {
 public:
  explicit Api(AppParts& parts);
  ~Api();

  /// @param request  Its path begins with `api_root`, its Host is known.
  [[nodiscard]] Ticket admit(const Request& request) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace unknot::server
