#pragma once
/// @file
/// Who may ask. There is no password: a server on this machine is protected from other web pages
/// only by the names it answers to and the pages it hears.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/server/http.hpp"

namespace unknot::server {

class Gate {
 public:
  /// @param listen  The address listened at; empty: this machine's own.
  /// @param hosts   Further names: `NAME`, with this port or none, or `NAME:PORT`.
  Gate(std::string_view listen, std::uint16_t port, const std::vector<std::string>& hosts);

  /// Whether `Host` is a name of this server. A page elsewhere can make its own name lead here (DNS
  /// rebinding), but not make the browser say another name.
  [[nodiscard]] bool knows(std::string_view host) const;

  /// Whether a page of this server asks, or no page at all. Browsers say the origin with whatever
  /// changes something, and those that know Sec-Fetch-Site say that always.
  [[nodiscard]] bool own_page(const Request& request) const;

 private:
  std::vector<std::string> authorities_;  ///< Lower case.
  std::string port_;
  bool any_address_ = false;
};

}  // namespace unknot::server
