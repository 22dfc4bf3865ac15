#include "log_terms.hpp"

#include <algorithm>

#include "host.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/journal/limits.hpp"
#include "words.hpp"

namespace unknot::cli {

using base::ErrorCode;
using knowledge::Pack;

namespace {

constexpr std::size_t short_length = 8;
/// A clock that is a little ahead elsewhere is no reason to refuse.
constexpr std::int64_t seconds_of_grace = 60;

std::string expected_range(model::Range range, std::string_view what) {
  return std::string(what) + " from " + std::to_string(range.least) + " to " +
         std::to_string(range.most);
}

/// Digits, then what they count.
struct Counted {
  std::int64_t number = 0;
  std::string unit;
};

/// "1m30s" is 1 m and 30 s; nothing when something else stands there.
std::vector<Counted> counted(std::string_view word) {
  std::vector<Counted> out;
  while (!word.empty()) {
    const auto digits = std::min(word.size(), word.find_first_not_of("0123456789"));
    const auto number = base::parse_integer(word.substr(0, digits));
    if (!number) return {};
    word.remove_prefix(digits);
    const auto letters = std::min(word.size(), word.find_first_of("0123456789"));
    out.push_back({*number, base::lower_ascii(base::trim(word.substr(0, letters)))});
    word.remove_prefix(letters);
  }
  return out;
}

/// Seconds of one of `unit`; 0: no such unit.
std::int64_t seconds_of_unit(std::string_view unit) {
  if (unit.empty() || unit == "s" || unit == "sec") return 1;
  return unit == "m" || unit == "min" ? 60 : 0;
}

/// What is expected where no area was named; the rule, where it is a zone.
std::string area_instead(knowledge::PlaceIndex named, const Pack& pack) {
  const std::string expected = "an area of unknot areas";
  if (!named.valid()) return expected;
  const knowledge::Place& place = pack[named];
  if (place.kind == knowledge::PlaceKind::zone) {
    return expected + "; " + base::lower_ascii(place.name) +
           " is never rolled (rule never_zones), so the log takes none of it";
  }
  std::string areas;
  for (const auto area : place.covers) {
    areas += (areas.empty() ? "" : " | ") + std::string(pack[area].id);
  }
  return areas.empty() ? expected : "one area of it: " + areas;
}

/// The year, month and day at the beginning of a word, however impossible.
bool begins_with_a_day(std::string_view word) {
  if (word.size() < 10) return false;
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? word[i] != '-' : word[i] < '0' || word[i] > '9') return false;
  }
  return true;
}

/// What was expected of a time that could not be read.
std::string time_instead(std::string_view word) {
  constexpr std::string_view shape = "a time such as 2026-11-21T19:00 or 2026-11-21T19:00:00+01:00";
  if (!begins_with_a_day(word)) return std::string(shape);
  if (!base::parse_day(word.substr(0, 10))) {
    return word.substr(0, 4) < "1900" ? "a year from 1900 on" : "a day that the calendar has";
  }
  if (word.size() == 10) return "an hour with it, such as " + std::string(word) + "T19:00";
  std::string whole(word);
  if (whole[10] == ' ') whole[10] = 'T';
  if (whole.size() == 16) whole += ":00";
  // Readable but for the place it is said of.
  if (base::parse_instant(whole + 'Z')) {
    return "a time that the clocks here have shown: they were put forward then";
  }
  return std::string(shape);
}

}  // namespace

base::Result<AreaSide> area_of_word(std::string_view word, std::string_view field,
                                    const Pack& pack) {
  const auto slash = word.rfind('/');
  const auto place = word.substr(0, slash);
  const auto index = knowledge::find_place(pack, place_id(place, pack));
  if (!index.valid() || pack[index].kind != knowledge::PlaceKind::area) {
    return base::fail(ErrorCode::id_unknown, field, place, area_instead(index, pack));
  }
  const bool middle = pack[index].sides == knowledge::Sides::middle;
  AreaSide out{index, middle ? model::Side::middle : model::Side::both};
  if (slash == std::string_view::npos) return out;
  const auto side = knowledge::parse_enum<model::Side>(base::lower_ascii(word.substr(slash + 1)));
  if (!side || (*side == model::Side::middle) != middle) {
    return base::fail(ErrorCode::id_unknown, field, word.substr(slash + 1),
                      middle ? "middle" : "left | right | both");
  }
  out.side = *side;
  return out;
}

base::Result<std::int32_t> seconds_of_word(std::string_view word, std::string_view field) {
  constexpr model::Range range = journal::limits::rolled_seconds;
  const auto parts = counted(base::trim(word));
  std::int64_t sum = 0;
  bool good = !parts.empty();
  for (const auto& part : parts) {
    const std::int64_t unit = seconds_of_unit(part.unit);
    good = good && unit > 0 && part.number <= range.most;
    sum += unit * std::min(part.number, range.most);
  }
  if (!good || sum < range.least || sum > range.most) {
    return base::fail(good ? ErrorCode::out_of_range : ErrorCode::field_type, field, word,
                      expected_range(range, "seconds such as 60s or 1m30s,"));
  }
  return static_cast<std::int32_t>(sum);
}

base::Result<std::int32_t> level_of_word(std::string_view word, std::string_view field) {
  constexpr model::Range range = model::limits::level;
  const auto level = base::parse_integer(base::trim(word));
  if (!level || *level < range.least || *level > range.most) {
    return base::fail(ErrorCode::out_of_range, field, word,
                      expected_range(range, "a whole number"));
  }
  return static_cast<std::int32_t>(*level);
}

base::Result<base::Instant> past_of_word(std::string_view word, std::string_view field,
                                         base::Instant now) {
  auto at = base::parse_instant(word);
  if (!at) at = local_instant(word);
  if (!at) {
    return base::fail(ErrorCode::field_type, field, word, time_instead(word));
  }
  if (at->seconds > now.seconds + seconds_of_grace) {
    return base::fail(ErrorCode::out_of_range, field, word, "a time that is not in the future");
  }
  return *at;
}

base::Result<std::string> id_of_word(std::string_view word, const std::vector<std::string>& ids,
                                     const std::vector<std::string>& removed) {
  auto id = id_of_word(word, ids);
  const bool unknown = !id && id.error().code == ErrorCode::id_unknown;
  if (unknown && id_of_word(word, removed)) {
    id.error().expected = "an entry that counts; this one was removed or corrected already";
  }
  return id;
}

base::Result<std::string> id_of_word(std::string_view word, const std::vector<std::string>& ids) {
  const std::string wanted = base::lower_ascii(base::trim(word));
  std::vector<std::string> found;
  for (const auto& id : ids) {
    if (id == wanted) return id;
    if (wanted.size() >= least_id && (id.starts_with(wanted) || id.ends_with(wanted)) &&
        std::find(found.begin(), found.end(), id) == found.end()) {
      found.push_back(id);
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return base::fail(ErrorCode::id_unknown, "id", word,
                      "an id of unknot log, or at least " + std::to_string(least_id) +
                          " characters of its beginning or end");
  }
  return base::fail(ErrorCode::contradiction, "id", word,
                    "more of it, as " + std::to_string(found.size()) + " fit");
}

std::string short_id(std::string_view id) {
  return std::string(id.substr(id.size() - std::min(id.size(), short_length)));
}

std::string side_words(model::Side side) {
  return guidance::Speaker(knowledge::embedded_pack(), {}).side(side);
}

std::string area_words(knowledge::PlaceIndex area, model::Side side, const Pack& pack) {
  const std::string name = base::lower_ascii(pack[area].name);
  return side == model::Side::middle ? name : name + ' ' + side_words(side);
}

}  // namespace unknot::cli
