#include "records.hpp"

#include <charconv>

#include "negotiate.hpp"
#include "problem.hpp"
#include "query.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/days.hpp"
#include "unknot/journal/format.hpp"

namespace unknot::server {

namespace {

using base::ErrorCode;

/// Which records are meant: by default everybody's, of all days.
struct Which {
  std::string person;
  std::optional<std::int64_t> first_day;
  std::optional<std::int64_t> last_day;

  [[nodiscard]] journal::Query query() const {
    journal::Query out{.person = person};
    if (first_day) out.first_id = journal::first_id_of(*first_day);
    if (last_day) out.before_id = journal::first_id_of(*last_day + 1);
    return out;
  }
  /// Part of a tag; empty for all there is.
  [[nodiscard]] std::string words() const {
    std::string out = person;
    if (first_day) out += "-from" + std::to_string(*first_day);
    if (last_day) out += "-to" + std::to_string(*last_day);
    return out;
  }
};

std::optional<std::int64_t> day_in(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && out >= 0 && out <= journal::last_id_day ? std::optional(out) : std::nullopt;
}

/// @param days  Whether days may be asked for.
base::Result<Which> read_which(const Request& request, bool days) {
  const std::string_view known = days ? "person, first_day, last_day" : "person";
  const auto fields = fields_of(request.query);
  if (!fields) {
    return base::fail(ErrorCode::field_unknown, "query", request.query, "person=ID");
  }
  Which out;
  for (const auto& [name, value] : *fields) {
    const bool first = name == "first_day";
    if (name == "person") {
      if (!out.person.empty() || !base::is_uuid(value)) {
        return base::fail(ErrorCode::out_of_range, name, value, "the id of one person");
      }
      out.person = value;
    } else if (days && (first || name == "last_day")) {
      auto& day = first ? out.first_day : out.last_day;
      if (day || !(day = day_in(value))) {
        return base::fail(ErrorCode::out_of_range, name, value,
                          "one day since 1970, from 0 to " + std::to_string(journal::last_id_day));
      }
    } else {
      return base::fail(ErrorCode::field_unknown, name, value, std::string(known));
    }
  }
  return out;
}

/// Weak: the document says when it was written, so two of the same records differ in that.
std::string tag_of(const journal::Extent& extent, std::string_view which) {
  return "W/\"" + extent.mark.substr(0, 32) + std::string(which.empty() ? "" : "-") +
         std::string(which) + '"';
}

/// The tag of a log that is not there.
std::string tag_of_none(std::string_view which) { return tag_of({0, "none"}, which); }

Response tagged(Response answer, const std::string& tag) {
  add_line(answer, "ETag", tag);
  return answer;
}

std::string days_json(std::span<const std::string> ids) {
  base::JsonWriter out;
  out.begin_object().key("days").begin_array();
  for (const auto& one : journal::days_of(ids)) {
    out.begin_object().key("day").number(one.day).key("records").number(one.records);
    out.key("sum").number(std::int64_t{one.sum}).end_object();
  }
  return out.end_array().end_object().take();
}

Response unchanged(const std::string& tag) {
  return tagged({.status = 304, .fixed = "Cache-Control: no-store\r\n", .lines = {}, .body = {}},
                tag);
}

}  // namespace

base::Result<journal::Store*> Records::store(Missing missing) {
  std::string identity = host_->identity();
  if (store_ != nullptr && identity == identity_) return store_.get();
  store_.reset();
  if (identity.empty() && missing == Missing::leave) return nullptr;
  auto opened = host_->open();
  if (!opened) return std::unexpected(opened.error());
  store_ = std::move(*opened);
  identity_ = host_->identity();
  return store_.get();
}

Response Records::give(const Request& request) {
  const auto which = read_which(request, true);
  if (!which) return problem(which.error(), 400);
  return answer(request, which->words(), [&](journal::Store* store) -> base::Result<std::string> {
    if (store == nullptr) return journal::write_journal({}, clock_());
    const auto records = store->read(which->query());
    if (!records) return std::unexpected(records.error());
    return write_journal(*records, clock_());
  });
}

Response Records::days(const Request& request) {
  if (!request.query.empty()) {
    return problem(base::fail(ErrorCode::field_unknown, "query", request.query, "none").error(),
                   400);
  }
  return answer(request, "", [](journal::Store* store) -> base::Result<std::string> {
    if (store == nullptr) return days_json({});
    const auto ids = store->ids();
    if (!ids) return std::unexpected(ids.error());
    return days_json(*ids);
  });
}

Response Records::answer(const Request& request, std::string_view which, const Telling& telling) {
  const auto store = this->store(Missing::leave);
  if (!store) return problem(store.error());
  std::string tag = tag_of_none(which);
  if (*store != nullptr) {
    // The mark first: what is added in between makes the answer newer than its tag, never older.
    const auto extent = (*store)->extent();
    if (!extent) return problem(extent.error());
    tag = tag_of(*extent, which);
    if (names_tag(request.if_none_match, tag)) return unchanged(tag);
  }
  auto json = telling(*store);
  if (!json) return problem(json.error());
  return tagged(json_answer(std::move(*json)), tag);
}

Response Records::take(const Request& request) {
  const auto journal = journal::read_journal(request.body);
  if (!journal) return problem(journal.error());
  const auto store = this->store(Missing::begin);
  if (!store) return problem(store.error());
  const auto before = (*store)->extent();
  if (!before) return problem(before.error());
  const auto added = (*store)->append(journal->records);
  if (!added) {
    return problem(added.error(), added.error().code == ErrorCode::contradiction ? 409 : 0);
  }
  base::JsonWriter out;
  out.begin_object().key("new").number(static_cast<std::int64_t>(*added)).key("held");
  out.number(static_cast<std::int64_t>(journal->records.size() - *added));
  // They are kept; that the log cannot tell its state anew is no reason to say they are not.
  const auto after = (*store)->extent();
  if (after && after->records == before->records + *added) {
    out.key("before").string(tag_of(*before, "")).key("after").string(tag_of(*after, ""));
  }
  return json_answer(out.end_object().take());
}

Response Records::forget(const Request& request) {
  const auto which = read_which(request, false);
  if (!which) return problem(which.error(), 400);
  const std::string& person = which->person;
  if (const auto may = host_->may_forget(person); !may) return problem(may.error(), 409);
  const auto store = this->store(Missing::leave);
  if (!store) return problem(store.error());
  std::size_t gone = 0;
  if (*store != nullptr) {
    const auto forgotten = (*store)->forget(person);
    if (!forgotten) return problem(forgotten.error());
    gone = *forgotten;
  }
  if (person.empty()) store_.reset();
  if (const auto rest = host_->forget_rest(person); !rest) return problem(rest.error());
  base::JsonWriter out;
  out.begin_object().key("forgotten").number(static_cast<std::int64_t>(gone));
  return json_answer(out.end_object().take());
}

std::optional<std::size_t> Records::count() {
  const auto store = this->store(Missing::leave);
  if (!store) return std::nullopt;
  if (*store == nullptr) return 0;
  const auto extent = (*store)->extent();
  return extent ? std::optional(extent->records) : std::nullopt;
}

}  // namespace unknot::server
