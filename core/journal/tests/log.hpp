#pragma once
/// @file
/// Logs for tests, written down in a few words.

#include "unknot/journal/build.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::journal {

inline const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

inline base::Instant at(std::string_view text) { return base::parse_instant(text).value(); }

/// Records of one person, each with the next id.
class Log {
 public:
  explicit Log(std::string_view name = "Ada", std::uint8_t chance = 1) : chance_(chance) {
    person = add(make_person(stamp("2026-01-01T08:00:00Z"), {std::string(name)}));
  }

  Stamp stamp(std::string_view when, std::string_view session = "") {
    return {next(), person, at(when), std::string(session), std::string(pack().hash)};
  }
  std::string next() { return ids_.next(1767254400000, {chance_, chance_, 3, 4, 5, 6, 7, 8}); }

  std::string add(Record record) {
    records.push_back(std::move(record));
    return records.back().id;
  }
  std::string plan(std::string_view when) {
    return add(make_plan(stamp(when), {.plan = R"({"format":"unknot/plan@1"})", .settings = ""}));
  }
  std::string rolled(std::string_view when, RolledData data, std::string_view session = "") {
    return add(make_rolled(stamp(when, session), data));
  }
  std::string felt(std::string_view when, AfterEffectData data, std::string_view session = "") {
    return add(make_after_effect(stamp(when, session), data));
  }
  std::string over(std::string_view when, std::string area, std::string reason = "hurt",
                   std::string_view session = "") {
    return add(make_area_over(stamp(when, session), {std::move(area), std::move(reason)}));
  }
  std::string profile(std::string_view when, const ProfileData& data) {
    return add(make_profile(stamp(when), data));
  }
  std::string remove(std::string_view id) {
    return add(make_removal(stamp("2026-01-01T09:00:00Z"), {std::string(id), ""}));
  }

  std::string person;
  std::vector<Record> records;

 private:
  IdMaker ids_;
  std::uint8_t chance_;
};

}  // namespace unknot::journal
