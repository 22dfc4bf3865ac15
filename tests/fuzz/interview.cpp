// Any answers to the interview. Whatever is answered, once all of it is, the words make a request
// that can be read and planned for, and no plan breaks the audit.

#include "interview.hpp"
#include "demand.hpp"
#include "fake_host.hpp"
#include "lawful.hpp"
#include "plan_view.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unknot;
  const std::string_view answers(reinterpret_cast<const char*>(data), size);
  const auto& pack = knowledge::embedded_pack();
  const cli::Style plain(false);
  const fuzz::Streams streams(answers);
  const auto words = cli::interview({}, pack, plain);
  if (!words) return 0;
  const auto text = cli::request_json(*words, pack, fuzz::standing_now);
  fuzz::demand(text.has_value(), "answers that were taken make a request");
  const auto planned = coach::plan(*text, pack, {});
  fuzz::demand(planned.has_value(), "answers that were taken are a valid request: " + *text);
  fuzz::demand_nothing(property::what_is_unlawful(*planned, pack));
  const coach::Context nowhere;
  fuzz::demand(!cli::plan_text({*planned, pack, nowhere}, plain).empty(),
               "the answer can be shown");
  return 0;
}
