#pragma once
/// @file
/// The hosts' one front door: bytes in, bytes out. Browser, terminal and server call these and add
/// nothing of their own, so all of them give the same answer to the same question.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/planner/planner.hpp"
#include "unknot/safety/audit.hpp"

namespace unknot::coach {

/// What a host knows and a request may leave out.
struct Context {
  base::Instant clock;    ///< Used when the request says no `now`.
  std::string territory;  ///< ISO 3166 alpha-2 for the emergency number; empty: unknown.
};

/// A request as understood, and the answer to it.
struct Planned {
  model::Request request;
  planner::Answer answer;
  std::string json;  ///< `unknot/plan@1`
};

/// Plans for a request in JSON. The answer is judged by the audit from its bytes before it is
/// handed out; a breach would be a mistake of ours and stops the program.
/// @error  Those of read_request.
[[nodiscard]] base::Result<Planned> plan(std::string_view request_json, const knowledge::Pack& pack,
                                         const Context& context);

/// The same for a request that is already read.
[[nodiscard]] Planned plan(model::Request request, const knowledge::Pack& pack,
                           const Context& context);

/// What the rules say of somebody's plan.
struct Checked {
  std::vector<safety::Breach> breaches;
  model::Request request;  ///< The person it was judged for.
  std::string json;        ///< `unknot/findings@1`
};

/// Judges a plan in JSON, as of when it was made.
/// @param request_json  For whom; nothing: for the request inside the plan.
/// @error  Those of read_plan and read_request; field_missing `request` when there is none at all.
[[nodiscard]] base::Result<Checked> check(std::string_view plan_json,
                                          std::optional<std::string_view> request_json,
                                          const knowledge::Pack& pack, const Context& context);

/// Names of the lists of the catalogue: areas, zones, regions, techniques, tools, rules,
/// conditions, red_flags, activities, goals, claims, sources.
[[nodiscard]] std::span<const std::string_view> list_names();

/// One list as a JSON array of objects with at least `id` and `name`.
/// @error verb_unknown  When there is no such list.
[[nodiscard]] base::Result<std::string> list(std::string_view name, const knowledge::Pack& pack);

/// A worked example of a request, as JSON: valid, and complete for a first look.
/// @param now  Put in as the time of asking and of screening.
[[nodiscard]] std::string example_request(const knowledge::Pack& pack, base::Instant now);

/// `{"error":{...}}`: how a failure looks on the wire.
[[nodiscard]] std::string error_json(const base::Error& error);

/// Version of this code, such as "0.1.0" (semver.org). The knowledge counts apart: Pack::hash.
[[nodiscard]] std::string_view version();

/// All of the above by name, for hosts that pass bytes (WebAssembly). Verbs: `plan` (input: a
/// request), `explain` (a request), `compare` (`{"a":...,"b":...}`, two requests), `check`
/// (`{"plan":...,"request":...}`), `session` (`{"request":...,"events":[...]}`), `list` (a list's
/// name), `example` (a time), `version`. Never fails: an error is an answer too.
[[nodiscard]] std::string call(std::string_view verb, std::string_view input,
                               const knowledge::Pack& pack);

/// The same with the pack of this program.
[[nodiscard]] std::string call(std::string_view verb, std::string_view input);

}  // namespace unknot::coach
