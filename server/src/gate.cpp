#include "gate.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::server {

namespace {

/// Digits and dots, or an IPv6 address in brackets: no name that anybody could make lead here.
bool is_address(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) return true;
  return !host.empty() &&
         std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

std::string in_brackets(std::string_view address) {
  const std::string text(address);
  return address.find(':') == std::string_view::npos ? text : '[' + text + ']';
}

bool has_port(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon != std::string_view::npos && !name.ends_with(']');
}

}  // namespace

Gate::Gate(std::string_view listen, std::uint16_t port, const std::vector<std::string>& hosts)
    : port_(':' + std::to_string(port)), any_address_(listen == "0.0.0.0" || listen == "::") {
  std::vector<std::string> names{"localhost", "127.0.0.1", "[::1]"};
  if (!listen.empty()) names.push_back(in_brackets(listen));
  for (const auto& name : names) {
    authorities_.push_back(name + port_);
    if (port == 80) authorities_.push_back(name);
  }
  for (const auto& host : hosts) {
    const std::string name = base::lower_ascii(host);
    authorities_.push_back(name);
    if (!has_port(name)) authorities_.push_back(name + port_);
  }
}

bool Gate::knows(std::string_view host) const {
  const std::string asked = base::lower_ascii(host);
  if (std::ranges::find(authorities_, asked) != authorities_.end()) return true;
  return any_address_ && asked.ends_with(port_) &&
         is_address(std::string_view(asked).substr(0, asked.size() - port_.size()));
}

bool Gate::own_page(const Request& request) const {
  const auto& site = request.fetch_site;
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  if (request.origin.empty()) return true;
  const std::string origin = base::lower_ascii(request.origin);
  const std::string host = base::lower_ascii(request.host);
  // https: somebody in front of this server speaks it.
  return origin == "http://" + host || origin == "https://" + host;
}

}  // namespace unknot::server
