#pragma once
/// @file
/// The files of the web app in one piece, as docs/formats/bundle.md has it: read where they lie,
/// nothing is copied.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "unknot/base/result.hpp"

namespace unknot::server {

/// One form of a file's bytes: as they are, or compressed.
struct Form {
  std::string_view bytes;
  std::string tag;    ///< Strong entity tag, in quotes.
  std::string lines;  ///< The header lines of an answer with these bytes.
};

struct BundleFile {
  Form identity;
  std::optional<Form> gzip;
  std::optional<Form> br;
};

class Bundle {
 public:
  /// @param bytes  Must outlive the bundle. Empty: a bundle without files.
  /// @error format_unknown, json_malformed, field_missing, field_type, out_of_range  No bundle, or
  ///        one that does not hold what it says.
  [[nodiscard]] static base::Result<Bundle> read(std::string_view bytes);

  /// By path, such as `/index.html`; `/` is the start page. Null: no such file.
  [[nodiscard]] const BundleFile* find(std::string_view path) const;

  /// Whether there is an app to show.
  [[nodiscard]] bool empty() const { return files_.empty(); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  std::map<std::string, BundleFile, std::less<>> files_;
};

/// The bytes that were put into this program when it was built; empty: none were there.
[[nodiscard]] std::string_view embedded_bundle();

}  // namespace unknot::server
