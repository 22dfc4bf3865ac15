#pragma once
/// @file
/// What is done to the log's files as files: folders and names.

#include <string>

#include "failure.hpp"

namespace unknot::store_sqlite {

enum class FileKind { absent, empty, file, other };

[[nodiscard]] FileKind kind_of_file(const std::string& path);
[[nodiscard]] std::string folder_of(const std::string& path);

/// Makes the folder and those above it that are missing, each for the owner alone.
[[nodiscard]] Outcome<void> make_folders(const std::string& folder);
/// Makes sure that the names in a folder are on the disk.
[[nodiscard]] bool sync_folder(const std::string& folder);

/// Takes the rights of everybody but the owner away, where this person may do that.
void keep_private(const std::string& path);

/// Gives `from` the name `to`, unless something has that name.
/// @return 0, or the system's number for why not.
[[nodiscard]] int rename_to_free_name(const std::string& from, const std::string& to);

/// An empty file of a name that nothing had, beside `path`, for the owner alone. It is removed at
/// the end of the scope, with what SQLite may have put beside it, unless it got another name.
class NewFile {
 public:
  [[nodiscard]] static Outcome<NewFile> beside(const std::string& path);
  NewFile(NewFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();
  [[nodiscard]] const std::string& path() const { return path_; }

  enum class Put { done, taken };
  /// Gives it that name unless something has it, and makes sure of it.
  [[nodiscard]] Outcome<Put> put(const std::string& name);
  /// Gives it that name, whatever had it, and makes sure of it.
  [[nodiscard]] Outcome<void> replace(const std::string& name);

 private:
  explicit NewFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace unknot::store_sqlite
