#include "unknot/journal/days.hpp"

#include <charconv>

#include "unknot/base/uuid.hpp"

namespace unknot::journal {

namespace {

constexpr std::int64_t ms_a_day = 86'400'000;
constexpr std::size_t digits_summed = 8;

std::uint32_t summand(std::string_view id) {
  std::uint32_t out = 0;
  const char* end = id.data() + id.size();
  std::from_chars(end - digits_summed, end, out, 16);
  return out;
}

}  // namespace

std::vector<DayOfIds> days_of(std::span<const std::string> ids) {
  std::vector<DayOfIds> out;
  for (const std::string& id : ids) {
    const auto ms = base::uuid_v7_time(id);
    if (!ms) continue;
    const std::int64_t day = *ms / ms_a_day;
    if (out.empty() || out.back().day != day) out.push_back({.day = day});
    ++out.back().records;
    out.back().sum += summand(id);
  }
  return out;
}

std::string first_id_of(std::int64_t day) {
  constexpr std::size_t time_digits = 13;  // 8-4
  // The day after the last has no id; what sorts after all of them stands for it.
  if (day > last_id_day) return "g";
  return base::uuid_v7(day * ms_a_day, {}).substr(0, time_digits);
}

}  // namespace unknot::journal
