#pragma once
/// @file
/// A log of ten years, for whatever is to be timed with one: every day a session of eight pieces,
/// with its plan and its events, and one word about how it felt afterwards.

#include <array>
#include <string>
#include <vector>

#include "unknot/journal/build.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::bench {

inline constexpr int days = 3650;
inline constexpr std::int64_t seconds_a_day = 86400;

class TenYears {
 public:
  /// @param first_day  When the first session begins, in seconds since 1970.
  TenYears(const knowledge::Pack& pack, std::int64_t first_day)
      : pack_(pack), first_day_(first_day) {
    person_ = add(journal::make_person(stamp(0), {"Ada"}));
    for (int day = 0; day < days; ++day) session(day * seconds_a_day);
  }

  std::vector<journal::Record> records;  ///< In the order of their ids.

 private:
  static constexpr int pieces_a_day = 8;
  static constexpr int events_a_day = 60;
  static constexpr std::size_t plan_bytes = 4000;

  journal::Stamp stamp(std::int64_t seconds, const std::string& session = "") {
    std::array<std::uint8_t, 10> chance{};
    for (auto& byte : chance) byte = static_cast<std::uint8_t>(state_ = state_ * 75 % 65537);
    return {ids_.next((first_day_ + seconds) * 1000, chance),
            person_,
            {first_day_ + seconds, 60},
            session,
            std::string(pack_.hash)};
  }

  std::string add(journal::Record record) {
    records.push_back(std::move(record));
    return records.back().id;
  }

  void session(std::int64_t at) {
    const auto id =
        add(journal::make_plan(stamp(at), {.plan = R"({"format":"unknot/plan@1","says":")" +
                                                   std::string(plan_bytes, ' ') + "\"}",
                                           .settings = ""}));
    for (int i = 0; i < events_a_day; ++i) {
      add(journal::make_event(stamp(at + i * 10, id), {.ms = i * 10000, .kind = "tick"}));
    }
    for (int i = 0; i < pieces_a_day; ++i) piece(i, at + 60 + i * 60, id);
    add(journal::make_session_end(stamp(at + 600, id), {"finished", 480}));
    add(journal::make_after_effect(stamp(at + 40000), {.area = std::string(pack_.places[0].id),
                                                       .effect = model::AfterEffect::none}));
  }

  void piece(int number, std::int64_t at, const std::string& session) {
    const auto area = static_cast<std::size_t>(number / 2) % knowledge::area_count(pack_);
    add(journal::make_rolled(stamp(at, session),
                             {.area = std::string(pack_.places[area].id),
                              .side = number % 2 == 0 ? model::Side::left : model::Side::right,
                              .seconds = 60,
                              .rung = 2,
                              .level = 4,
                              .sets = {30, 30},
                              .technique = "some_technique_roller_floor",
                              .tool = "blue",
                              .variant = "standard"}));
  }

  const knowledge::Pack& pack_;
  std::int64_t first_day_;
  journal::IdMaker ids_;
  std::string person_;
  std::uint32_t state_ = 1;
};

}  // namespace unknot::bench
