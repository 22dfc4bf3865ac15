#pragma once
/// @file
/// From words on a command line to a request in JSON, which then goes the way of every request.

#include <optional>
#include <string>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/desk/known.hpp"
#include "unknot/knowledge/pack.hpp"
#include "unknot/model/request.hpp"

namespace unknot::cli {

/// The flags of `unknot plan`, as typed.
struct Words {
  std::string now;
  std::string language;
  std::string starts_in;
  std::string experience;
  std::string age;
  std::string height;
  std::string mass;
  std::string floor_transfer;
  std::string goal;
  std::string activity;
  std::string minutes;
  std::vector<std::string> at;          ///< floor, wall, ...
  std::vector<std::string> feel;        ///< PLACE[/SIDE]:KIND[:LEVEL]
  std::vector<std::string> want;        ///< PLACE[/SIDE]
  std::vector<std::string> avoid;       ///< PLACE[/SIDE]
  std::vector<std::string> use;         ///< PLACE:TOOL
  std::vector<std::string> conditions;  ///< ID[:PLACE[/SIDE]][:weeks=N][:cleared=DATE]
  std::vector<std::string> red_flags;
  bool none_of_these = false;
  std::vector<std::string> tools;  ///< [NAME=]PRESET or [NAME=]KIND:DENSITY:SURFACE[:warm]...
};

using desk::Known;

/// The request these words make. Numbers stay as typed, so that a wrong one is refused by the
/// reader with the field's own name. A tool may also be one of `known`, by its name alone.
/// @error  field_type and id_unknown for words that cannot be taken apart, naming the flag.
[[nodiscard]] base::Result<std::string> request_json(const Words& words,
                                                     const knowledge::Pack& pack,
                                                     std::string_view now, const Known& known = {});

/// A place by id, name or everyday word, case and spaces ignored; the text itself when unknown.
[[nodiscard]] std::string place_id(std::string_view word, const knowledge::Pack& pack);

}  // namespace unknot::cli
