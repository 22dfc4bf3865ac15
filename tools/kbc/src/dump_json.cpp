#include "dump_json.hpp"

#include "unknot/base/json.hpp"

namespace unknot::kbc {

namespace {

class JsonFields final : public Fields {
 public:
  explicit JsonFields(base::JsonWriter& out) : out_(out) {}

  void text(Key key, Str& field, Traits) override { out_.key(key.member).string(field.value); }
  void texts(Key key, Many<Str>& field, Traits) override {
    out_.key(key.member).begin_array();
    for (const auto& item : field) out_.string(item.value);
    out_.end_array();
  }
  void integer(Key key, Int& field, Range, Traits) override {
    out_.key(key.member).number(field.value);
  }
  void integers(Key key, Many<Int>& field, Range) override {
    out_.key(key.member).begin_array();
    for (const auto& item : field) out_.number(item.value);
    out_.end_array();
  }
  void flag(Key key, Flag& field, Traits) override { out_.key(key.member).boolean(field.value); }
  void ref(Key key, Str& field, Space, Traits traits) override { text(key, field, traits); }
  void refs(Key key, Many<Str>& field, Space, Traits traits) override { texts(key, field, traits); }
  void weights(Key key, Many<WeightRow>& field) override {
    out_.key(key.member).begin_object();
    for (const auto& row : field) out_.key(row.area.value).number(row.weight.value);
    out_.end_object();
  }
  void position(Key key, Str& id, At<knowledge::Support>&) override {
    out_.key(key.member).string(id.value);
  }
  void raw_choice(Key key, At<std::uint8_t>& field, const Choices& choices, Traits) override {
    out_.key(key.member).string(choices.names[field.value]);
  }
  void group(Key key, const std::function<void(Fields&)>& describe_members) override {
    out_.key(key.member).begin_object();
    describe_members(*this);
    out_.end_object();
  }
  void sub_rows(Key key, const SubRows& rows, Traits) override {
    out_.key(key.member).begin_array();
    for (std::size_t i = 0; i < rows.count(); ++i) {
      out_.begin_object();
      rows.describe(*this, i);
      out_.end_object();
    }
    out_.end_array();
  }

 private:
  base::JsonWriter& out_;
};

}  // namespace

std::string dump_json(Tables& tables) {
  base::JsonWriter out;
  JsonFields fields(out);
  out.begin_object();
  for_each_table(tables, [&](std::string_view name, auto& rows) {
    out.key(name).begin_array();
    for (auto& row : rows) {
      out.begin_object();
      describe(fields, row);
      out.end_object();
    }
    out.end_array();
  });
  out.end_object();
  return out.take();
}

}  // namespace unknot::kbc
