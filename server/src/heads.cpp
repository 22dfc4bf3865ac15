#include "heads.hpp"

namespace unknot::server {

namespace {

// Everything from here and nothing from elsewhere, no script in a page, nobody's frame.
// wasm-unsafe- eval lets the core be compiled; data: and blob: are pictures and sounds that the app
// makes itself.
constexpr std::string_view guard =
    "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: accelerometer=(), autoplay=(self), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "screen-wake-lock=(self), serial=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

}  // namespace

std::string_view guard_lines() { return guard; }

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

void write_head(const Response& response, const HeadFacts& facts, std::string& out) {
  out.clear();
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason_of(response.status);
  out += "\r\nDate: ";
  out += facts.date;
  out += "\r\n";
  out += guard;
  out += response.fixed;
  out += response.lines;
  if (has_body(response.status)) {
    out += "Content-Length: ";
    out += std::to_string(length_of(response.body));
    out += "\r\n";
  }
  if (!facts.keep) out += "Connection: close\r\n";
  if (facts.keep && facts.said_keep) out += "Connection: keep-alive\r\n";
  out += "\r\n";
}

}  // namespace unknot::server
