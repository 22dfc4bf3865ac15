#pragma once
/// @file
/// One fact, written once and never changed. A log is a set of records: order, repetition and the
/// device they come from do not matter, so two logs are joined by taking both.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/instant.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/result.hpp"
#include "unknot/knowledge/enums.hpp"

namespace unknot::journal {

inline constexpr std::string_view journal_format = "unknot/journal@1";

/// What a record says. Kinds are never removed; a reader keeps kinds it does not know.
enum class RecordKind : std::uint8_t {
  person,        ///< Somebody exists on this device: name. The person id is this record's id.
  profile,       ///< Facts about the person; the newest of each field counts.
  plan,          ///< A plan that was guided, as its document. Its id is that of the session.
  event,         ///< One event of a session, with its moment: for resuming and replaying.
  session,       ///< A session is over: what was rolled, why it ended.
  rolled,        ///< One piece of rolling, from a session or entered by hand.
  level,         ///< How strong a piece of rolling felt, when said later.
  after_effect,  ///< How an area felt afterwards, or that it is gone.
  area_over,     ///< An area was ended for the day, because of how it felt.
  note,          ///< Free words, perhaps about a place.
  removal,       ///< Another record was wrong and does not count.
  unknown,       ///< Of a newer version: kept, carried along, not understood.
};

/// "rolled", ...; empty for `unknown`.
[[nodiscard]] std::string_view name_of(RecordKind kind);
/// The kind called `name`; `unknown` when there is none.
[[nodiscard]] RecordKind kind_of(std::string_view name);

/// One record. `data` is JSON of the form docs/formats/journal.md gives for its kind; data.hpp
/// reads and writes it.
struct Record {
  std::string id;      ///< UUIDv7 made by the client; its time is when it was written.
  std::string person;  ///< Id of the person record it belongs to.
  RecordKind kind = RecordKind::unknown;
  std::string kind_name;  ///< As written; the only trace of an unknown kind.
  base::Instant at;       ///< When it happened, with the offset of the place; a piece: its end.
  std::string session;    ///< Id of the plan record it belongs to; empty: of none.
  std::string knowledge;  ///< Hash of the pack the program had; empty: not known.
  std::string data;       ///< One JSON object, kept byte for byte.
  /// Fields of the record this version does not know, kept byte for byte: `"a":1,"b":[]`. Nearly
  /// always empty.
  std::string extra;
  friend bool operator==(const Record&, const Record&) = default;
};

/// Whether two records say the same: `==`, and the offset of `at` too.
[[nodiscard]] bool same(const Record& a, const Record& b);

/// One strict order: by id, then by everything else, so that sorting any mixture of records gives
/// one sequence. Ids of one writer sort as they were written.
[[nodiscard]] bool before(const Record& a, const Record& b);

}  // namespace unknot::journal

/// All kinds a program knows; `unknown` has no name.
namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(journal::RecordKind, UNKNOT_N(person), UNKNOT_N(profile), UNKNOT_N(plan),
            UNKNOT_N(event), UNKNOT_N(session), UNKNOT_N(rolled), UNKNOT_N(level),
            UNKNOT_N(after_effect), UNKNOT_N(area_over), UNKNOT_N(note), UNKNOT_N(removal))
#undef UNKNOT_N

}  // namespace unknot::knowledge
