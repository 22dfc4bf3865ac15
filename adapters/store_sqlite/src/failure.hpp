#pragma once
/// @file
/// How a call within this adapter fails: the error that the caller sees, and what it means for the
/// file.

#include <expected>
#include <string>
#include <utility>

#include "unknot/base/result.hpp"

namespace unknot::store_sqlite {

struct Failure {
  base::Error error;
  bool damaged = false;  ///< The file is ours and not sound: to be set aside.
  bool disk = false;     ///< The disk itself failed: what it holds is to be made sure of.
  int result = 0;        ///< SQLite's own, with its extension; 0: found without SQLite.
};

template <class T>
using Outcome = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> failed(base::ErrorCode code, const std::string& file,
                                                     const std::string& what,
                                                     const std::string& meaning) {
  return std::unexpected(Failure{base::fail(code, file, what, meaning).error()});
}

[[nodiscard]] inline std::unexpected<Failure> damaged(const std::string& file,
                                                      const std::string& what) {
  Failure failure{base::fail(base::ErrorCode::store_broken, file, what, "").error()};
  failure.damaged = true;
  return std::unexpected(std::move(failure));
}

}  // namespace unknot::store_sqlite
