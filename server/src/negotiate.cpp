#include "negotiate.hpp"

#include <algorithm>
#include <string>

#include "unknot/base/text.hpp"

namespace unknot::server {

namespace {

/// `q=0.25` in thousandths; what is malformed counts as not wanted.
int quality_of(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return 0;
  int out = (text[0] - '0') * 1000;
  if (text.size() > 1 && text[1] != '.') return 0;
  int worth = 100;
  for (const char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (c < '0' || c > '9' || worth == 0) return 0;
    out += (c - '0') * worth;
    worth /= 10;
  }
  return std::min(out, 1000);
}

struct Qualities {
  std::optional<int> gzip, br, identity, any;
};

void take_member(std::string_view member, Qualities& out) {
  const auto parts = base::split(member, ';');
  const std::string name = base::lower_ascii(base::trim(parts[0]));
  int quality = 1000;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string parameter = base::lower_ascii(base::trim(parts[i]));
    if (parameter.starts_with("q=")) quality = quality_of(std::string_view(parameter).substr(2));
  }
  if (name == "br") out.br = quality;
  if (name == "gzip" || name == "x-gzip") out.gzip = quality;
  if (name == "identity") out.identity = quality;
  if (name == "*") out.any = quality;
}

std::optional<std::uint64_t> digits(std::string_view text) {
  const bool all = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  const auto value = all ? base::parse_integer(text) : std::nullopt;
  return value ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
}

Wanted last_bytes(std::uint64_t count, std::uint64_t size) {
  if (count == 0 || size == 0) return {Wanted::Kind::unsatisfiable, {}};
  const auto length = std::min(count, size);
  return {Wanted::Kind::piece, {size - length, length}};
}

}  // namespace

std::optional<Coding> choose_coding(std::string_view accept, Codings there_are) {
  if (base::trim(accept).empty()) return Coding::identity;
  Qualities said;
  for (const auto member : base::split(accept, ',')) take_member(member, said);
  const int br = there_are.br ? said.br.value_or(said.any.value_or(0)) : 0;
  const int gzip = there_are.gzip ? said.gzip.value_or(said.any.value_or(0)) : 0;
  // As it is, it is always welcome unless it was refused; what was named is welcome more.
  const bool refused = said.identity.value_or(said.any.value_or(1)) == 0;
  const int identity = refused ? 0 : said.identity.value_or(1);
  if (br > 0 && br >= gzip && br >= identity) return Coding::br;
  if (gzip > 0 && gzip >= identity) return Coding::gzip;
  if (identity > 0) return Coding::identity;
  return std::nullopt;
}

bool names_tag(std::string_view list, std::string_view tag) {
  list = base::trim(list);
  if (list == "*") return true;
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  while (!list.empty()) {
    if (list.starts_with("W/")) list.remove_prefix(2);
    if (!list.starts_with('"')) return false;
    const auto end = list.find('"', 1);
    if (end == std::string_view::npos) return false;
    if (list.substr(0, end + 1) == tag) return true;
    list = base::trim(list.substr(end + 1));
    if (list.starts_with(',')) list = base::trim(list.substr(1));
  }
  return false;
}

Wanted wanted_piece(std::string_view range, std::uint64_t size) {
  range = base::trim(range);
  if (!base::lower_ascii(range.substr(0, 6)).starts_with("bytes=")) return {};
  range = base::trim(range.substr(6));
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) return {};
  const auto first_text = range.substr(0, dash);
  const auto last_text = range.substr(dash + 1);
  const auto first = digits(first_text);
  const auto last = digits(last_text);
  if (first_text.empty()) return last ? last_bytes(*last, size) : Wanted{};
  if (!first || (!last && !last_text.empty()) || (last && *last < *first)) return {};
  if (*first >= size) return {Wanted::Kind::unsatisfiable, {}};
  const auto end = last ? std::min(*last, size - 1) : size - 1;
  return {Wanted::Kind::piece, {*first, end - *first + 1}};
}

bool range_counts(std::string_view if_range, std::string_view tag) {
  return if_range.empty() || (if_range == tag && !tag.starts_with("W/"));
}

}  // namespace unknot::server
