#include "row_reader.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::kbc {

namespace {

/// A language tag by form alone: letters, digits and inner hyphens.
bool is_tag(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, fits);
}

std::string choice_list(const Choices& choices) {
  std::string list;
  for (const auto name : choices.names) list += list.empty() ? say(name) : say(" | ", name);
  return list;
}

}  // namespace

Where where_of(std::uint32_t file, const toml::source_region& region) {
  return {file, region.begin.line, region.begin.column};
}

std::string_view type_in_words(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string: return "text";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a number with a fraction";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::array: return "a list";
    case toml::node_type::table: return "a table";
    default: return "a date or time";
  }
}

Where RowReader::where(const toml::source_region& region) const { return where_of(file_, region); }

void RowReader::wrong_type(Key key, const toml::node& node, std::string_view expected) {
  complaints_.add(where(node.source()),
                  say(ticked(key.toml), " is ", type_in_words(node), "; expected ", expected));
}

const toml::node* RowReader::find(Key key, Traits traits) {
  if (has(traits, derived)) return nullptr;
  known_keys_.push_back(key.toml);
  const auto* node = table_.get(key.toml);
  if (node == nullptr && !has(traits, optional)) {
    complaints_.add(where(table_.source()), say(ticked(key.toml), " is missing in this ", title_));
  }
  return node;
}

void RowReader::judge_form(Key key, const Str& text, Traits traits) {
  const auto& value = text.value;
  if (value.empty() && !has(traits, may_be_empty)) {
    complaints_.add(text.where, say(ticked(key.toml), " is empty; expected some text"));
  } else if (has(traits, id_form) && !base::is_id(value)) {
    complaints_.add(text.where, say(ticked(key.toml), " is ", ticked(value),
                                    "; expected lower-case letters, digits and _, a letter first"));
  } else if (has(traits, tag_form) && !is_tag(value)) {
    complaints_.add(text.where, say(ticked(key.toml), " is ", ticked(value),
                                    "; expected a language tag such as en or pt-BR"));
  } else if (has(traits, lower_case) && base::lower_ascii(value) != value) {
    complaints_.add(text.where, say(ticked(key.toml), " holds ", ticked(value),
                                    "; expected lower case, as people's words are compared"));
  }
}

bool RowReader::read_text(Key key, const toml::node& node, Str& out, Traits traits) {
  const auto* text = node.as_string();
  if (text == nullptr) {
    wrong_type(key, node, "text");
    return false;
  }
  out = {text->get(), where(node.source())};
  judge_form(key, out, traits);
  return true;
}

bool RowReader::read_integer(Key key, const toml::node& node, Int& out, Range range) {
  const auto* number = node.as_integer();
  if (number == nullptr) {
    wrong_type(key, node, say("a whole number from ", range.least, " to ", range.most));
    return false;
  }
  const auto value = number->get();
  if (value < range.least || value > range.most) {
    complaints_.add(where(node.source()), say(ticked(key.toml), " is ", value, "; expected ",
                                              range.least, " to ", range.most));
    return false;
  }
  out = {static_cast<std::int32_t>(value), where(node.source())};
  return true;
}

const toml::array* RowReader::array_at(Key key, const toml::node& node, Traits traits) {
  const auto* array = node.as_array();
  if (array == nullptr) {
    wrong_type(key, node, "a list");
  } else if (array->empty() && !has(traits, may_be_empty)) {
    complaints_.add(where(node.source()),
                    say(ticked(key.toml), " is an empty list; expected at least one entry"));
  }
  return array;
}

void RowReader::text(Key key, Str& field, Traits traits) {
  if (const auto* node = find(key, traits)) read_text(key, *node, field, traits);
}

void RowReader::texts(Key key, Many<Str>& field, Traits traits) {
  const auto* node = find(key, traits);
  const auto* array = node == nullptr ? nullptr : array_at(key, *node, traits);
  if (array == nullptr) return;
  field.where = where(node->source());
  for (const auto& item : *array) {
    Str text;
    if (!read_text(key, item, text, traits & ~static_cast<Traits>(may_be_empty))) continue;
    const auto same = [&text](const Str& other) { return other.value == text.value; };
    if (std::ranges::any_of(field, same)) {
      complaints_.add(text.where, say(ticked(text.value), " stands twice in ", ticked(key.toml)));
    }
    field.items.push_back(std::move(text));
  }
}

void RowReader::integer(Key key, Int& field, Range range, Traits traits) {
  if (const auto* node = find(key, traits)) read_integer(key, *node, field, range);
}

void RowReader::integers(Key key, Many<Int>& field, Range range) {
  const auto* node = find(key, plain_rules);
  const auto* array = node == nullptr ? nullptr : array_at(key, *node, plain_rules);
  if (array == nullptr) return;
  field.where = where(node->source());
  for (const auto& item : *array) {
    Int number;
    if (read_integer(key, item, number, range)) field.items.push_back(number);
  }
}

void RowReader::flag(Key key, Flag& field, Traits traits) {
  const auto* node = find(key, traits);
  if (node == nullptr) return;
  if (const auto* boolean = node->as_boolean()) {
    field = {boolean->get(), where(node->source())};
  } else {
    wrong_type(key, *node, "true or false");
  }
}

void RowReader::ref(Key key, Str& field, Space, Traits traits) {
  text(key, field, traits | id_form);
}

void RowReader::refs(Key key, Many<Str>& field, Space, Traits traits) {
  texts(key, field, traits | id_form);
}

void RowReader::position(Key key, Str& id, At<knowledge::Support>&) { text(key, id, id_form); }

void RowReader::weights(Key key, Many<WeightRow>& field) {
  const auto* node = find(key, plain_rules);
  if (node == nullptr) return;
  const auto* table = node->as_table();
  if (table == nullptr) return wrong_type(key, *node, "a table of areas with weights");
  field.where = where(node->source());
  if (table->empty()) complaints_.add(field.where, say(ticked(key.toml), " names no area"));
  for (const auto& [area, share] : *table) {
    WeightRow row{{std::string{area.str()}, where(area.source())}, {}};
    if (read_integer(Key{area.str(), area.str()}, share, row.weight, {0, 100})) {
      field.items.push_back(std::move(row));
    }
  }
}

void RowReader::raw_choice(Key key, At<std::uint8_t>& field, const Choices& choices,
                           Traits traits) {
  const auto* node = find(key, traits);
  Str name;
  if (node == nullptr || !read_text(key, *node, name, may_be_empty)) return;
  const auto found = std::ranges::find(choices.names, name.value);
  if (found == choices.names.end()) {
    complaints_.add(name.where, say(ticked(key.toml), " is ", ticked(name.value), "; expected ",
                                    choice_list(choices), suggestion(name.value, choices.names)));
    return;
  }
  field = {static_cast<std::uint8_t>(found - choices.names.begin()), name.where};
}

void RowReader::group(Key key, const std::function<void(Fields&)>& describe_members) {
  const auto* node = find(key, plain_rules);
  if (node == nullptr) return;
  const auto* table = node->as_table();
  if (table == nullptr) return wrong_type(key, *node, "a table");
  RowReader inner(*table, file_, ticked(key.toml), complaints_);
  describe_members(inner);
  inner.finish();
}

void RowReader::sub_rows(Key key, const SubRows& rows, Traits traits) {
  const auto* node = find(key, traits);
  if (node == nullptr) return;
  const auto* array = node->as_array();
  if (array == nullptr || !array->is_homogeneous(toml::node_type::table)) {
    return wrong_type(key, *node, say("tables, each below a line [[...", key.toml, "]]"));
  }
  for (const auto& item : *array) {
    rows.add(where(item.source()));
    RowReader inner(*item.as_table(), file_, ticked(key.toml), complaints_);
    rows.describe(inner, rows.count() - 1);
    inner.finish();
  }
}

void RowReader::finish() {
  for (const auto& [key, node] : table_) {
    if (std::ranges::find(known_keys_, key.str()) != known_keys_.end()) continue;
    complaints_.add(where(key.source()), say("unknown key ", ticked(key.str()), " in this ", title_,
                                             suggestion(key.str(), known_keys_)));
  }
}

}  // namespace unknot::kbc
