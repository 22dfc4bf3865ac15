#include "unknot/server/http.hpp"

#include <unistd.h>

#include <algorithm>

namespace unknot::server {

OpenFile::~OpenFile() { ::close(descriptor_); }

std::uint64_t length_of(const Body& body) {
  if (const auto* piece = std::get_if<FilePiece>(&body)) return piece->length;
  return bytes_of(body).size();
}

std::string_view bytes_of(const Body& body) {
  if (const auto* text = std::get_if<std::string>(&body)) return *text;
  if (const auto* view = std::get_if<std::string_view>(&body)) return *view;
  if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&body)) return **shared;
  return {};
}

void add_line(Response& response, std::string_view name, std::string_view value) {
  const auto breaks_out = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::ranges::any_of(value, breaks_out)) return;
  response.lines.append(name).append(": ").append(value).append("\r\n");
}

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Unknown";
  }
}

}  // namespace unknot::server
