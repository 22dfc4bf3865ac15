#pragma once
/// @file
/// Reads what a verb is asked with; strict, like requests. The first complaint stays.

#include <optional>
#include <string>

#include "unknot/base/json.hpp"
#include "unknot/journal/build.hpp"
#include "unknot/knowledge/pack.hpp"
#include "unknot/model/fields.hpp"

namespace unknot::desk {

/// A moment at which records may be written.
struct Writing {
  base::Instant now;
  std::int64_t unix_ms = 0;
  std::string chance;  ///< 32 hex digits.
};

/// Stamps of one call: ids that rise above all there are, made of its chance.
class Stamps {
 public:
  /// @param newest  Id of the newest record there is; empty: none.
  Stamps(const Writing& writing, std::string_view newest, std::string_view knowledge)
      : writing_(writing), knowledge_(knowledge), ids_(newest) {}

  [[nodiscard]] journal::Stamp operator()(std::string_view person,
                                          std::optional<base::Instant> at = std::nullopt,
                                          std::string_view session = {});

 private:
  Writing writing_;
  std::string knowledge_;
  journal::IdMaker ids_;
  std::int32_t count_ = 0;
};

class Asked {
 public:
  /// @param most_bytes  Of the input.
  explicit Asked(std::string_view input, std::size_t most_bytes = std::size_t{1} << 22);
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  [[nodiscard]] model::Fields& fields() { return fields_; }
  [[nodiscard]] model::Complaint& complaint() { return complaint_; }

  [[nodiscard]] base::Instant moment();
  [[nodiscard]] Writing writing();
  /// On the clock that never goes back, ms.
  [[nodiscard]] std::int64_t at();
  /// Of a record; empty: null or not said.
  [[nodiscard]] std::string id(std::string_view name);
  /// One of the pack's, English when it is another; empty when not said.
  [[nodiscard]] std::string language(const knowledge::Pack& pack);
  /// ISO 3166 alpha-2 in upper case; empty when not said.
  [[nodiscard]] std::string territory();
  /// The member, which must be there.
  [[nodiscard]] const base::Json* need(std::string_view name, std::string_view expected) {
    return fields_.need(name, expected);
  }

  /// What is wrong with the input, fields that nobody asked for included.
  [[nodiscard]] std::optional<base::Error> finish();

 private:
  [[nodiscard]] std::int64_t milliseconds(std::string_view name);

  model::Complaint complaint_;
  base::Json json_;
  model::Fields fields_;
};

/// A member's text, as it was read.
[[nodiscard]] inline std::string text_of(const base::Json& json) {
  return base::JsonWriter().value(json).take();
}

/// The same error, about a part of the input.
[[nodiscard]] base::Error within(base::Error error, std::string_view part);

}  // namespace unknot::desk
