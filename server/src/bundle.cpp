#include "unknot/server/bundle.hpp"

#include <algorithm>

#include "unknot/base/json.hpp"

extern "C" {
extern const char unknot_web_bundle_begin[];
extern const char unknot_web_bundle_end[];
}

namespace unknot::server {

using base::ErrorCode;
using base::Json;

namespace {

constexpr std::string_view magic = "UNKNOTB1";
constexpr std::size_t lead = magic.size() + 4;
constexpr std::size_t most_header = std::size_t{4} << 20;
constexpr std::string_view start_page = "/index.html";

std::unexpected<base::Error> no_bundle(std::string_view field, std::string_view expected) {
  return base::fail(ErrorCode::format_unknown, field, "", expected);
}

std::size_t little_endian(std::string_view four) {
  std::size_t out = 0;
  for (std::size_t i = 4; i-- > 0;) out = out << 8U | static_cast<unsigned char>(four[i]);
  return out;
}

const std::string* text_of(const Json& row, std::string_view key) {
  const Json* found = row.find(key);
  if (found == nullptr || found->kind != Json::Kind::string) return nullptr;
  const bool clean =
      std::ranges::none_of(found->text, [](char c) { return static_cast<unsigned char>(c) < 32; });
  return clean ? &found->text : nullptr;
}

struct FileHead {
  std::string type;
  std::string hash;
  bool immutable = false;
};

std::string lines_of(const FileHead& head, const std::string& tag, std::string_view coding,
                     bool varies) {
  std::string out = "Content-Type: " + head.type + "\r\nETag: " + tag + "\r\n";
  out += head.immutable ? "Cache-Control: public, max-age=31536000, immutable\r\n"
                        : "Cache-Control: no-cache\r\n";
  if (varies) out += "Vary: Accept-Encoding\r\n";
  if (!coding.empty()) return out + "Content-Encoding: " + std::string(coding) + "\r\n";
  return out + "Accept-Ranges: bytes\r\n";
}

/// `[offset, length]` within the data.
std::optional<std::string_view> bytes_of(const Json& forms, std::string_view key,
                                         std::string_view data) {
  const Json* pair = forms.find(key);
  if (pair == nullptr || pair->kind != Json::Kind::array || pair->items.size() != 2) return {};
  const auto offset = whole_number(pair->items[0]);
  const auto length = whole_number(pair->items[1]);
  if (!offset || !length || *offset < 0 || *length < 0) return {};
  const auto from = static_cast<std::size_t>(*offset);
  const auto count = static_cast<std::size_t>(*length);
  if (from > data.size() || count > data.size() - from) return {};
  return data.substr(from, count);
}

/// Two forms of one file are other bytes, so each has a tag of its own.
std::optional<Form> form_of(const Json& forms, std::string_view key, std::string_view data,
                            const FileHead& head) {
  const auto bytes = bytes_of(forms, key, data);
  if (!bytes) return std::nullopt;
  const bool plain = key == "identity";
  const std::string tag = '"' + head.hash + (plain ? "" : '-' + std::string(key)) + '"';
  const bool varies = forms.items.size() > 1;
  return Form{*bytes, tag, lines_of(head, tag, plain ? "" : key, varies)};
}

base::Result<BundleFile> file_of(const Json& row, std::string_view data) {
  const std::string* type = text_of(row, "type");
  const std::string* hash = text_of(row, "sha256");
  const Json* forms = row.find("forms");
  const Json* immutable = row.find("immutable");
  if (type == nullptr || hash == nullptr || forms == nullptr || immutable == nullptr) {
    return base::fail(ErrorCode::field_missing, "files", "", "type, sha256, immutable and forms");
  }
  const FileHead head{*type, *hash, immutable->flag};
  auto identity = form_of(*forms, "identity", data, head);
  if (!identity) {
    return base::fail(ErrorCode::out_of_range, "files.forms", "", "bytes that are in the bundle");
  }
  return BundleFile{std::move(*identity), form_of(*forms, "gzip", data, head),
                    form_of(*forms, "br", data, head)};
}

}  // namespace

base::Result<Bundle> Bundle::read(std::string_view bytes) {
  Bundle out;
  if (bytes.empty()) return out;
  if (!bytes.starts_with(magic) || bytes.size() < lead) {
    return no_bundle("bundle", "a file made by web/tools/bundle.mjs");
  }
  const std::size_t header_size = little_endian(bytes.substr(magic.size(), 4));
  if (header_size > most_header || header_size > bytes.size() - lead) {
    return no_bundle("bundle", "a header as long as it says");
  }
  const auto header = base::parse_json(bytes.substr(lead, header_size), {most_header, 8});
  if (!header) return std::unexpected(header.error());
  const std::string* format = text_of(*header, "format");
  const Json* files = header->find("files");
  if (format == nullptr || *format != "unknot/bundle@1" || files == nullptr) {
    return no_bundle("bundle.format", "unknot/bundle@1");
  }
  for (const Json& row : files->items) {
    const std::string* path = text_of(row, "path");
    if (path == nullptr) return base::fail(ErrorCode::field_missing, "files.path", "", "a path");
    auto file = file_of(row, bytes.substr(lead + header_size));
    if (!file) return std::unexpected(file.error());
    out.files_.emplace(*path, std::move(*file));
  }
  return out;
}

const BundleFile* Bundle::find(std::string_view path) const {
  const auto found = files_.find(path == "/" ? start_page : path);
  return found == files_.end() ? nullptr : &found->second;
}

std::string_view embedded_bundle() {
  return {unknot_web_bundle_begin,
          static_cast<std::size_t>(unknot_web_bundle_end - unknot_web_bundle_begin)};
}

}  // namespace unknot::server
