#include "formats/schema_builder.hpp"

#include <algorithm>

namespace unknot::kbc::formats {

namespace {

constexpr std::size_t columns = 100;

Json value_of_kind(Json::Kind kind, std::string text = {}) {
  Json json;
  json.kind = kind;
  json.text = std::move(text);
  return json;
}

void add(Json& object, std::string_view key, Json value) {
  object.keys.emplace_back(key);
  object.items.push_back(std::move(value));
}

Json* member(Json& object, std::string_view key) {
  const auto found = std::ranges::find(object.keys, key);
  return found == object.keys.end()
             ? nullptr
             : &object.items[static_cast<std::size_t>(found - object.keys.begin())];
}

Schema of_type(std::string_view type) { return Schema().set("type", json_text(type)); }

/// On one line, with blanks.
std::string on_one_line(const Json& json) {
  const bool object = json.kind == Json::Kind::object;
  if (!object && json.kind != Json::Kind::array) return base::JsonWriter().value(json).take();
  std::string out = object ? "{" : "[";
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    out += i > 0 ? ", " : object ? " " : "";
    if (object) out += base::JsonWriter().string(json.keys[i]).take() + ": ";
    out += on_one_line(json.items[i]);
  }
  return out + (object ? json.items.empty() ? "}" : " }" : "]");
}

bool scalar(const Json& json) {
  return json.kind != Json::Kind::object && json.kind != Json::Kind::array;
}

void write(std::string& out, const Json& json, std::size_t indent);

/// Words of a list of plain values, as many a line as fit.
void write_filled(std::string& out, const Json& json, std::size_t indent) {
  const std::string margin(indent + 2, ' ');
  out += "[\n" + margin;
  std::size_t column = margin.size();
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    const std::string item = on_one_line(json.items[i]) + (i + 1 < json.items.size() ? "," : "");
    if (column + item.size() + 1 > columns && column > margin.size()) {
      out += "\n" + margin;
      column = margin.size();
    } else if (i > 0) {
      out += ' ';
      ++column;
    }
    out += item;
    column += item.size();
  }
  out += "\n" + std::string(indent, ' ') + "]";
}

void write_broken(std::string& out, const Json& json, std::size_t indent) {
  const bool object = json.kind == Json::Kind::object;
  out += object ? "{\n" : "[\n";
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    out += std::string(indent + 2, ' ');
    if (object) out += base::JsonWriter().string(json.keys[i]).take() + ": ";
    write(out, json.items[i], indent + 2);
    out += i + 1 < json.items.size() ? ",\n" : "\n";
  }
  out += std::string(indent, ' ') + (object ? "}" : "]");
}

void write(std::string& out, const Json& json, std::size_t indent) {
  const auto line_start = out.rfind('\n');
  const auto column = out.size() - (line_start == std::string::npos ? 0 : line_start + 1);
  const auto line = on_one_line(json);
  if (scalar(json) || column + line.size() + 1 <= columns) {
    out += line;
  } else if (json.kind == Json::Kind::array && std::ranges::all_of(json.items, scalar)) {
    write_filled(out, json, indent);
  } else {
    write_broken(out, json, indent);
  }
}

}  // namespace

Json json_text(std::string_view text) {
  return value_of_kind(Json::Kind::string, std::string{text});
}
Json json_number(std::int64_t value) { return value_of_kind(Json::Kind::number, say(value)); }
Json json_tenths(std::int64_t tenths) {
  return value_of_kind(Json::Kind::number, base::JsonWriter().tenths(tenths).take());
}
Json json_flag(bool value) {
  Json json = value_of_kind(Json::Kind::boolean);
  json.flag = value;
  return json;
}
Json json_list(std::vector<Json> items) {
  Json json = value_of_kind(Json::Kind::array);
  json.items = std::move(items);
  return json;
}
Json json_object() { return value_of_kind(Json::Kind::object); }

Schema& Schema::set(std::string_view keyword, Json value) & {
  add(json_, keyword, std::move(value));
  return *this;
}

Schema&& Schema::or_null() && {
  const Json null = value_of_kind(Json::Kind::null);
  if (Json* type = member(json_, "type")) {
    *type = json_list({*type, json_text("null")});
  } else if (Json* words = member(json_, "enum")) {
    words->items.push_back(null);
  } else {
    Json other = of_type("null").take();
    Json either = json_list({json_, std::move(other)});
    json_ = Schema().set("anyOf", std::move(either)).take();
  }
  return std::move(*this);
}

Schema integer(model::Range range) {
  return integer().set("minimum", json_number(range.least)).set("maximum", json_number(range.most));
}
Schema integer() { return of_type("integer"); }
Schema tenths(model::Range range) {
  return of_type("number")
      .set("minimum", json_tenths(range.least))
      .set("maximum", json_tenths(range.most));
}
Schema boolean() { return of_type("boolean"); }
Schema text(std::size_t most) {
  return sentence().set("maxLength", json_number(static_cast<std::int64_t>(most)));
}
Schema any_text() { return of_type("string"); }
Schema sentence() { return of_type("string").set("minLength", json_number(1)); }

Schema instant() {
  return of_type("string")
      .set("format", json_text("date-time"))
      .set("pattern", json_text("^(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}[Tt]"
                                "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?"
                                "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"));
}

Schema day() {
  return of_type("string")
      .set("format", json_text("date"))
      .set("pattern", json_text("^(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$"));
}

Schema exactly(std::string_view text) { return Schema().set("const", json_text(text)); }

Schema one_of(const std::vector<std::string_view>& words) {
  Json list = json_list();
  for (const auto word : words) list.items.push_back(json_text(word));
  return Schema().set("enum", std::move(list));
}

Schema list_of(Schema items) { return of_type("array").set("items", std::move(items).take()); }
Schema list_of(Schema items, std::size_t most) {
  return list_of(std::move(items)).set("maxItems", json_number(static_cast<std::int64_t>(most)));
}

Schema list_with(std::string_view bound, std::int64_t entries) {
  return of_type("array").set(bound, json_number(entries));
}

Schema reference(std::string_view to) { return Schema().set("$ref", json_text(to)); }
Schema id_of(std::string_view kind) { return reference(say("ids.schema.json#/$defs/", kind)); }

Members& Members::required(std::string_view name, Schema schema) & {
  required_.push_back(json_text(name));
  return optional(name, std::move(schema));
}

Members& Members::optional(std::string_view name, Schema schema) & {
  add(properties_, name, std::move(schema).take());
  return *this;
}

Schema Members::object(Others others) && {
  Schema schema = of_type("object");
  if (others == Others::refused) schema.set("additionalProperties", json_flag(false));
  if (!required_.empty()) schema.set("required", json_list(std::move(required_)));
  return std::move(schema).set("properties", std::move(properties_));
}

Schema with_condition(Schema schema, Json when, Json then, Json otherwise) {
  return std::move(schema)
      .set("if", std::move(when))
      .set("then", std::move(then))
      .set("else", std::move(otherwise));
}

Json property(std::string_view name, Schema schema) {
  Json inner = json_object();
  add(inner, name, std::move(schema).take());
  Json outer = json_object();
  add(outer, "properties", std::move(inner));
  return outer;
}

Json merged(Json first, const Json& second) {
  for (std::size_t i = 0; i < second.keys.size(); ++i) {
    Json* mine = member(first, second.keys[i]);
    if (mine == nullptr) {
      add(first, second.keys[i], second.items[i]);
    } else {
      *mine = merged(std::move(*mine), second.items[i]);
    }
  }
  return first;
}

Document document(std::string_view folder, std::string_view name, Schema schema) {
  Json head = json_object();
  add(head, "$schema", json_text("https://json-schema.org/draft/2020-12/schema"));
  add(head, "$id", json_text(name));
  add(head, "$comment", json_text("Written by kbc: `make evidence`. Not to be changed by hand."));
  return {say(folder, "/", name), pretty(merged(std::move(head), schema.json()))};
}

std::string pretty(const Json& json) {
  std::string out;
  write(out, json, 0);
  return out + "\n";
}

}  // namespace unknot::kbc::formats

namespace unknot::kbc {

Documents format_documents(const Tables& tables) {
  using namespace formats;
  return {ids_schema(tables), request_schema(), plan_schema(),        findings_schema(),
          error_schema(),     lists_schema(),   explanation_schema(), comparison_schema(),
          doctor_schema(),    session_schema(), shared_schema(),      snapshot_schema(),
          timeline_schema(),  clips_schema(),   journal_schema(),     log_schema(),
          history_schema(),   load_schema(),    person_schema()};
}

}  // namespace unknot::kbc
