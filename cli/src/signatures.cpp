#include "signatures.hpp"

#include <algorithm>

namespace unknot::cli {

using knowledge::Pack;
using knowledge::Technique;

namespace {

std::size_t signed_in(const Pack& pack) {
  return static_cast<std::size_t>(
      std::count_if(pack.techniques.begin(), pack.techniques.end(),
                    [](const Technique& technique) { return !technique.signed_by.empty(); }));
}

/// "3 of 186 techniques", "all 186 techniques".
std::string share_signed(const Pack& pack) {
  const std::size_t done = signed_in(pack);
  const std::size_t all = pack.techniques.size();
  return (done == all ? "all " : std::to_string(done) + " of ") + std::to_string(all) +
         " techniques";
}

}  // namespace

bool anybody_signed(const Pack& pack) { return signed_in(pack) > 0; }

std::string signed_note(const Pack& pack) {
  if (signed_in(pack) == 0) {
    return "No physiotherapist has signed positions, landmarks and contraindications yet; they are "
           "our caution.";
  }
  return "Physiotherapists have signed " + share_signed(pack) +
         ". What nobody has signed is our caution.";
}

std::string signed_note(const Technique& technique) {
  if (technique.signed_by.empty()) {
    return "No physiotherapist has signed this technique yet; positions, landmarks and "
           "contraindications are our caution.";
  }
  return "Signed by " + std::string(technique.signed_by) + '.';
}

std::string who_signed(const Pack& pack) {
  if (signed_in(pack) == 0) return "no physiotherapist has signed the positions yet";
  return "physiotherapists have signed " + share_signed(pack);
}

}  // namespace unknot::cli
