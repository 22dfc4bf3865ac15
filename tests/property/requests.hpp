#pragma once
/// @file
/// Random requests, the same for the same seed on every platform. Most can be planned; all fields
/// and all rows of the catalogue occur; some say the same place twice.

#include <cstdint>
#include <string>

#include "unknot/base/json.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::property {

/// SplitMix64: small, well spread, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0..below-1
  std::size_t below(std::size_t below);
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::int64_t between(std::int64_t least, std::int64_t most);

 private:
  std::uint64_t state_;
};

class RequestMaker {
 public:
  RequestMaker(const knowledge::Pack& pack, std::uint64_t seed) : pack_(pack), random_(seed) {}

  /// A valid `unknot/request@1`.
  [[nodiscard]] std::string next();

 private:
  void head();
  void person();
  void feelings();
  void wishes(std::string_view key, std::size_t rarity);
  void conditions();
  void red_flags();
  void tools();
  void history();
  void tool_choices();
  void side();
  void level(std::string_view key);
  [[nodiscard]] std::string_view any_place();
  template <class E>
  void choice(std::string_view key);

  const knowledge::Pack& pack_;
  Random random_;
  base::JsonWriter out_;
  std::size_t tool_count_ = 0;
};

}  // namespace unknot::property
