// Bytes as a change of the smallest knowledge that kbc accepts. kbc must answer: complaints, each
// with a sentence, or a pack that a second judge finds consistent (support/pack_judge.hpp).
//
// First byte, modulo 3: 0 the rest is one more file; 1 the rest stands in place of a file (the
// second byte says which); 2 the rest is a list of edits (support/edits.hpp).

#include "bytes.hpp"
#include "compile.hpp"
#include "demand.hpp"
#include "edits.hpp"
#include "pack_judge.hpp"
#include "small_knowledge.hpp"
#include "unknot/base/sha256.hpp"

namespace unknot::fuzz {

namespace {

using Files = std::vector<kbc::SourceFile>;

Files changed(Bytes& bytes) {
  static const Files original = kbc::small_knowledge();
  Files files = original;
  const std::size_t how = bytes.below(3);
  if (how == 2) {
    edit(files, bytes);
    return files;
  }
  const std::size_t which = how == 1 ? bytes.below(files.size()) : files.size();
  const auto rest = bytes.rest();
  const std::string text(rest.begin(), rest.end());
  if (how == 0) {
    files.push_back({"k/more.toml", text});
  } else {
    files[which].text = text;
  }
  return files;
}

void judge(const Files& files) {
  kbc::Complaints complaints("k");
  const kbc::Compiled compiled = kbc::compile(files, complaints);
  demand(compiled.json.empty() == !complaints.empty(), "a pack, or complaints");
  for (const auto& line : complaints.lines()) {
    demand(line.find(": ") + 2 < line.size(), "a complaint without words");
  }
  if (!complaints.empty()) return;
  constexpr base::JsonLimits any_size{std::size_t{1} << 26, 64};
  const auto dump = base::parse_json(compiled.json, any_size);
  demand(dump.has_value(), "the dump is JSON");
  demand(compiled.hash == base::to_hex(base::sha256(compiled.json)), "the hash is the dump's");
  demand(compiled.cpp.find(compiled.hash) != std::string::npos, "the pack holds its hash");
  demand_nothing(what_is_inconsistent(*dump));
}

}  // namespace

}  // namespace unknot::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  unknot::fuzz::Bytes bytes({data, size});
  unknot::fuzz::judge(unknot::fuzz::changed(bytes));
  return 0;
}
