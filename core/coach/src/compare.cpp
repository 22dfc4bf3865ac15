#include "unknot/coach/compare.hpp"

#include <algorithm>

#include "difference.hpp"
#include "unknot/base/check.hpp"

namespace unknot::coach {

using base::Json;
using base::JsonWriter;
using knowledge::Pack;

namespace {

/// Far above any plan, which is bounded by the pack.
constexpr base::JsonLimits own_document{std::size_t{1} << 26, 64};

std::string text_of(const Json& value) { return JsonWriter().value(value).take(); }

bool same(const Json& a, const Json& b) { return text_of(a) == text_of(b); }

Json document_of(const Planned& planned) {
  auto json = base::parse_json(planned.json, own_document);
  UNKNOT_CHECK(json.has_value());
  return std::move(*json);
}

/// The entries of `list` that `other` does not have.
Json only_in(const Json& list, const Json& other) {
  Json out;
  out.kind = Json::Kind::array;
  for (const Json& entry : list.items) {
    const bool there = std::any_of(other.items.begin(), other.items.end(),
                                   [&](const Json& one) { return same(one, entry); });
    if (!there) out.items.push_back(entry);
  }
  return out;
}

/// Objects are compared field by field, lists entry by entry.
void compare_fields(const Json& a, const Json& b, const std::string& path,
                    std::vector<FieldDifference>& out) {
  std::vector<std::string> keys = a.keys;
  for (const auto& key : b.keys) {
    if (a.find(key) == nullptr) keys.push_back(key);
  }
  const Json absent;
  for (const auto& key : keys) {
    const Json* in_a = a.find(key);
    const Json* in_b = b.find(key);
    const Json& left = in_a == nullptr ? absent : *in_a;
    const Json& right = in_b == nullptr ? absent : *in_b;
    if (same(left, right)) continue;
    const bool objects = left.kind == Json::Kind::object && right.kind == Json::Kind::object;
    const bool lists = left.kind == Json::Kind::array && right.kind == Json::Kind::array;
    if (objects) {
      compare_fields(left, right, path + key + '.', out);
      continue;
    }
    FieldDifference difference{path + key, left, right};
    if (lists) {
      difference.a = only_in(left, right);
      difference.b = only_in(right, left);
      // The same entries in another order.
      if (difference.a.items.empty() && difference.b.items.empty()) {
        difference.a = left;
        difference.b = right;
      }
    }
    out.push_back(std::move(difference));
  }
}

std::optional<LeftOutWhy> why_of(const Json& entry) {
  return LeftOutWhy{entry.find("rule")->text, entry.find("says")->text};
}

const Json* same_place(const Json& list, const Json& entry) {
  for (const Json& other : list.items) {
    const bool here = other.find("at")->text == entry.find("at")->text &&
                      other.find("side")->text == entry.find("side")->text;
    if (here) return &other;
  }
  return nullptr;
}

std::vector<LeftOutDifference> compare_left_out(const Json& a, const Json& b, const Pack& pack) {
  std::vector<LeftOutDifference> out;
  for (const Json& entry : a.items) {
    const Json* other = same_place(b, entry);
    if (other != nullptr && other->find("rule")->text == entry.find("rule")->text) continue;
    out.push_back({knowledge::find_place(pack, entry.find("at")->text), entry.find("side")->text,
                   why_of(entry), other == nullptr ? std::nullopt : why_of(*other)});
  }
  for (const Json& entry : b.items) {
    if (same_place(a, entry) != nullptr) continue;
    out.push_back({knowledge::find_place(pack, entry.find("at")->text), entry.find("side")->text,
                   std::nullopt, why_of(entry)});
  }
  return out;
}

std::vector<std::string> sentences(const Json& list) {
  std::vector<std::string> out;
  for (const Json& entry : list.items) out.push_back(entry.find("says")->text);
  return out;
}

class ComparisonWriter {
 public:
  ComparisonWriter(const Compared& compared, const Pack& pack)
      : c_(compared), pack_(pack), speaker_(pack, compared.b.request.language) {}

  std::string write() {
    out_.begin_object().key("format").string("unknot/comparison@1");
    out_.key("knowledge").string(pack_.hash).key("same_plan").boolean(c_.same_plan());
    out_.key("request").begin_array();
    for (const auto& field : c_.request) {
      out_.begin_object().key("field").string(field.field).key("a").value(field.a);
      out_.key("b").value(field.b).end_object();
    }
    out_.end_array().key("areas");
    write_differences(out_, c_.areas, pack_, speaker_);
    out_.key("left_out").begin_array();
    for (const auto& entry : c_.left_out) {
      out_.begin_object().key("at").string(pack_[entry.at].id).key("side").string(entry.side);
      write_why("a", entry.a);
      write_why("b", entry.b);
      out_.end_object();
    }
    out_.end_array().key("advice").begin_object();
    write_sentences("a", c_.advice_a);
    write_sentences("b", c_.advice_b);
    out_.end_object().key("a").raw(c_.a.json).key("b").raw(c_.b.json);
    return out_.end_object().take();
  }

 private:
  void write_why(std::string_view key, const std::optional<LeftOutWhy>& why) {
    out_.key(key);
    if (!why) {
      out_.null();
      return;
    }
    out_.begin_object().key("rule").string(why->rule).key("says").string(why->says).end_object();
  }

  void write_sentences(std::string_view key, const std::vector<std::string>& texts) {
    out_.key(key).begin_array();
    for (const auto& text : texts) out_.string(text);
    out_.end_array();
  }

  const Compared& c_;
  const Pack& pack_;
  guidance::Speaker speaker_;
  JsonWriter out_;
};

/// Says in which of the two requests a field is.
base::Error in_request(std::string_view name, base::Error error) {
  error.field = std::string(name) + (error.field.empty() ? "" : "." + error.field);
  return error;
}

}  // namespace

base::Result<Compared> compare(std::string_view request_a, std::string_view request_b,
                               const Pack& pack, const Context& context) {
  auto a = plan(request_a, pack, context);
  if (!a) return std::unexpected(in_request("a", std::move(a.error())));
  auto b = plan(request_b, pack, context);
  if (!b) return std::unexpected(in_request("b", std::move(b.error())));
  Compared out{std::move(*a), std::move(*b), {}, {}, {}, {}, {}, {}};
  const Json first = document_of(out.a);
  const Json second = document_of(out.b);
  compare_fields(*first.find("request"), *second.find("request"), "", out.request);
  out.areas = differences_of(out.a, out.b, pack);
  out.left_out = compare_left_out(*first.find("left_out"), *second.find("left_out"), pack);
  const Json& advice_a = *first.find("advice");
  const Json& advice_b = *second.find("advice");
  out.advice_a = sentences(only_in(advice_a, advice_b));
  out.advice_b = sentences(only_in(advice_b, advice_a));
  out.json = ComparisonWriter(out, pack).write();
  return out;
}

}  // namespace unknot::coach
