#pragma once
/// @file
/// Errors as `application/problem+json` (RFC 9457): what happened, for people and for programs.

#include "unknot/base/result.hpp"
#include "unknot/server/http.hpp"

namespace unknot::server {

/// One that has to do with HTTP alone. `code` is stable, `detail` one sentence in English.
[[nodiscard]] Response problem(int status, std::string_view code, std::string_view detail);

/// One of the core, with field, value and what was expected; its status is that of the error table
/// unless another one is given.
[[nodiscard]] Response problem(const base::Error& error, int status = 0);

/// An answer in JSON that nobody keeps: it may say how somebody feels.
[[nodiscard]] Response json_answer(Body json);

}  // namespace unknot::server
