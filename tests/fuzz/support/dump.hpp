#pragma once
/// @file
/// Short ways through the dump of a pack, and the list of what is wrong with it.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "unknot/base/json.hpp"

namespace unknot::fuzz {

using base::Json;
using Words = std::vector<std::string>;

/// A table, list or object member; an empty one when it is not there.
[[nodiscard]] inline const std::vector<Json>& items(const Json& json, std::string_view key) {
  static const std::vector<Json> none;
  const Json* found = json.find(key);
  return found == nullptr ? none : found->items;
}

[[nodiscard]] inline std::string text(const Json& row, std::string_view key) {
  const Json* found = row.find(key);
  return found == nullptr ? std::string() : found->text;
}

/// A number; far out of any range when it is none.
[[nodiscard]] inline std::int64_t number(const Json& row, std::string_view key) {
  const Json* found = row.find(key);
  const auto value = found == nullptr ? std::nullopt : base::whole_number(*found);
  return value.value_or(-1000000000);
}

[[nodiscard]] inline bool flag(const Json& row, std::string_view key) {
  const Json* found = row.find(key);
  return found != nullptr && found->flag;
}

[[nodiscard]] inline Words words(const Json& row, std::string_view key) {
  Words out;
  for (const Json& item : items(row, key)) out.push_back(item.text);
  return out;
}

[[nodiscard]] inline bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

[[nodiscard]] inline bool unique(Words words) {
  std::sort(words.begin(), words.end());
  return std::adjacent_find(words.begin(), words.end()) == words.end();
}

/// Values of `key` in a table, in order.
[[nodiscard]] inline Words column(const Json& dump, std::string_view table, std::string_view key) {
  Words out;
  for (const Json& row : items(dump, table)) out.push_back(text(row, key));
  return out;
}

/// What was found wrong; only the first is kept.
class Wrong {
 public:
  void unless(bool holds, std::string_view what, const Json& row) {
    if (!holds && first_.empty()) first_ = std::string(what) + " (" + text(row, "id") + ')';
  }
  void unless(bool holds, std::string_view what) {
    if (!holds && first_.empty()) first_ = what;
  }
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  std::string first_;
};

// pack_body.cpp, pack_rules.cpp
void judge_places(const Json& dump, Wrong& wrong);
void judge_techniques(const Json& dump, Wrong& wrong);
void judge_tools(const Json& dump, Wrong& wrong);
void judge_rules(const Json& dump, Wrong& wrong);
void judge_doses(const Json& dump, Wrong& wrong);
void judge_care(const Json& dump, Wrong& wrong);
void judge_teaching(const Json& dump, Wrong& wrong);
void judge_languages(const Json& dump, Wrong& wrong);

}  // namespace unknot::fuzz
