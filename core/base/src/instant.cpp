#include "unknot/base/instant.hpp"

#include "unknot/base/text.hpp"

namespace unknot::base {

namespace {

constexpr std::int64_t seconds_per_day = 86400;

struct Civil {
  std::int64_t year = 1970;
  std::int64_t month = 1;
  std::int64_t day = 1;
};

// Howard Hinnant's days-from-civil: exact for the proleptic Gregorian calendar.
std::int64_t days_from_civil(Civil c) {
  const std::int64_t year = c.year - (c.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted + 2) / 5 + 1};
}

bool leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int64_t month_length(std::int64_t year, std::int64_t month) {
  constexpr std::int64_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : lengths[month - 1];
}

/// Reads exactly `width` digits at `at`, or gives -1.
std::int64_t digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  std::int64_t value = 0;
  for (std::size_t i = at; i < at + width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

/// Seconds of the day from `HH:MM:SS` at `at`, or -1.
std::int64_t clock(std::string_view text, std::size_t at) {
  const auto hour = digits(text, at, 2);
  const auto minute = digits(text, at + 3, 2);
  const auto second = digits(text, at + 6, 2);
  const bool colons = text.size() >= at + 8 && text[at + 2] == ':' && text[at + 5] == ':';
  if (!colons || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return -1;
  }
  return hour * 3600 + minute * 60 + second;
}

/// Minutes east from `Z`, `+HH:MM` or `-HH:MM`.
std::optional<std::int32_t> offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hour = digits(text, 1, 2);
  const auto minute = digits(text, 4, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  const auto total = static_cast<std::int32_t>(hour * 60 + minute);
  return text[0] == '-' ? -total : total;
}

std::string_view skip_fraction(std::string_view rest) {
  if (rest.empty() || rest[0] != '.') return rest;
  std::size_t end = 1;
  while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9') ++end;
  return end == 1 ? rest : rest.substr(end);
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Civil c{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (c.year < 1900 || c.month < 1 || c.month > 12 || c.day < 1) return std::nullopt;
  if (c.day > month_length(c.year, c.month)) return std::nullopt;
  return Day{static_cast<std::int32_t>(days_from_civil(c))};
}

std::string format_day(Day day) {
  const Civil c = civil_from_days(day.number);
  return padded(c.year, 4) + '-' + padded(c.month, 2) + '-' + padded(c.day, 2);
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  const auto second_of_day = clock(text, 11);
  if (!day || second_of_day < 0) return std::nullopt;
  const auto east = offset(skip_fraction(text.substr(19)));
  if (!east) return std::nullopt;
  return Instant{day->number * seconds_per_day + second_of_day - std::int64_t{*east} * 60, *east};
}

Day day_of(Instant instant) {
  const std::int64_t local = instant.seconds + std::int64_t{instant.offset_minutes} * 60;
  const std::int64_t day =
      local >= 0 ? local / seconds_per_day : (local - (seconds_per_day - 1)) / seconds_per_day;
  return Day{static_cast<std::int32_t>(day)};
}

std::string format_instant(Instant instant) {
  const std::int64_t local = instant.seconds + std::int64_t{instant.offset_minutes} * 60;
  const Day day = day_of(instant);
  const std::int64_t second = local - day.number * seconds_per_day;
  std::string out = format_day(day) + 'T' + padded(second / 3600, 2) + ':' +
                    padded(second / 60 % 60, 2) + ':' + padded(second % 60, 2);
  if (instant.offset_minutes == 0) return out + 'Z';
  const std::int32_t east = instant.offset_minutes;
  const std::int32_t size = east < 0 ? -east : east;
  return out + (east < 0 ? '-' : '+') + padded(size / 60, 2) + ':' + padded(size % 60, 2);
}

}  // namespace unknot::base
