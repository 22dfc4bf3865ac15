#pragma once
/// @file
/// What tests change to prove that the rest holds; the program uses the defaults alone.

#include "failure.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::store_sqlite {

struct Settings {
  const char* vfs = nullptr;  ///< Name of a registered SQLite VFS; null: the system's files.
  bool full = true;           ///< synchronous=FULL; otherwise NORMAL, which may lose commits.
};

[[nodiscard]] base::Result<std::unique_ptr<journal::Store>> open_with(const Where& where,
                                                                      const Settings& settings);

}  // namespace unknot::store_sqlite
