#include "evidence/words.hpp"

namespace unknot::kbc::evidence {

using knowledge::Basis;
using knowledge::Grade;
using knowledge::Unit;
using knowledge::Urgency;
using knowledge::Verified;

std::string_view meaning_of(Grade grade) {
  switch (grade) {
    case Grade::supported: return "what we read of the research bears it out";
    case Grade::moderate: return "most studies point that way, and they are few or small";
    case Grade::weak: return "little was studied, or the studies are weak";
    case Grade::mixed: return "studies disagree";
    case Grade::unsupported: return "no study that we found shows it";
    case Grade::contradicted: return "studies found the opposite";
    case Grade::expert_opinion: return "practitioners say so; no trial that we found tested it";
    case Grade::description: return "says what something is and claims no effect";
  }
  return {};
}

std::string_view words_of(Verified verified) {
  switch (verified) {
    case Verified::read: return "read";
    case Verified::secondary: return "read through another page";
    case Verified::recalled: return "checked by nobody";
    case Verified::computed: return "computed by us";
    case Verified::judgement: return "our own judgement";
  }
  return {};
}

std::string_view meaning_of(Verified verified) {
  switch (verified) {
    case Verified::read:
      return "the source itself was seen, often only its abstract or a part; its note says how "
             "much";
    case Verified::secondary: return "only a page that reports it was read";
    case Verified::recalled: return "written down from memory; never shown as support";
    case Verified::computed: return "calculated by us, with the method stated";
    case Verified::judgement: return "no publication: our own caution or estimate";
  }
  return {};
}

std::string_view words_of(Basis basis) {
  switch (basis) {
    case Basis::article: return "the article";
    case Basis::evidence: return "evidence";
    case Basis::caution: return "**our own caution**";
  }
  return {};
}

std::string_view words_of(Urgency urgency) {
  return urgency == Urgency::emergency ? "emergency" : "urgent";
}

std::string quantity(std::int32_t value, Unit unit) {
  const auto counted = [value](std::string_view one) {
    return say(value, " ", one, value == 1 ? "" : "s");
  };
  switch (unit) {
    case Unit::none:
    case Unit::count: return say(value);
    case Unit::level: return say(value, " of 10");
    case Unit::rung: return say("rung ", value);
    case Unit::index: return say("index ", value);
    case Unit::percent: return say(value, " %");
    case Unit::permille: return percent_of(value);
    case Unit::centimetre: return say(value, " cm");
    case Unit::kilogram: return say(value, " kg");
    case Unit::hectopascal: return say(value, " hPa");
    default: return counted(knowledge::name_of(unit));
  }
}

std::string percent_of(std::int32_t permille) {
  return permille % 10 == 0 ? say(permille / 10, " %")
                            : say(permille / 10, ".", permille % 10, " %");
}

std::string escaped(std::string_view text) {
  const auto letter = [text](std::size_t i) {
    return i < text.size() && text[i] != ' ' && text[i] != '_';
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // Inside a word, as in an id, an underline stands for itself.
    const bool inner = c == '_' && i > 0 && letter(i - 1) && letter(i + 1);
    if (!inner && std::string_view{"\\`*_<[]|"}.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string capital(std::string_view text) {
  std::string out{text};
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace unknot::kbc::evidence
