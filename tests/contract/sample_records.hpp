#pragma once
/// @file
/// Records for the tests of stores: their content follows from a number, so that a process that did
/// not write one can tell whether it is whole.

#include <cstdint>
#include <string>
#include <vector>

#include "unknot/journal/store.hpp"

namespace unknot::contract {

/// Never changes: kept logs hold some. Any kind, any person of three, data from 2 bytes to over
/// several pages of a database.
[[nodiscard]] journal::Record sample(std::uint64_t number);

/// The id alone, quickly.
[[nodiscard]] std::string sample_id(std::uint64_t number);
[[nodiscard]] std::string sample_person(std::uint64_t number);

/// sample(from), sample(from + 1), ...
[[nodiscard]] std::vector<journal::Record> samples(std::uint64_t from, std::size_t count);

/// A folder of its own, removed at the end of the scope with all that is in it. In memory where the
/// system has such files: a real disk would add nothing but waiting. UNKNOT_TEST_FOLDER names
/// another place.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// All bytes of a file; empty when there is none.
[[nodiscard]] std::string bytes_of(const std::string& file);
void write_bytes(const std::string& file, std::string_view bytes);

}  // namespace unknot::contract
