// Any bytes as a request: an answer or an error, never a crash, and never a plan that breaks the
// audit (tests/property/lawful.hpp).

#include "demand.hpp"
#include "lawful.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unknot;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& pack = knowledge::embedded_pack();
  const auto planned = coach::plan(text, pack, {});
  if (!planned) {
    const auto& error = planned.error();
    fuzz::demand(!sentence(error).empty() && !error.expected.empty(),
                 "an error says what was expected");
    fuzz::demand(base::parse_json(coach::error_json(error)).has_value(), "an error is JSON");
    return 0;
  }
  fuzz::demand_nothing(property::what_is_unlawful(*planned, pack));
  return 0;
}
