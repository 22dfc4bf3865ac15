// A person and a situation drawn from bytes, every one of them a valid request. The invariant is
// "no plan breaks the audit": see tests/property/lawful.hpp for all that is demanded.

#include "demand.hpp"
#include "draw.hpp"
#include "lawful.hpp"
#include "unknot/model/request_format.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unknot;
  const auto& pack = knowledge::embedded_pack();
  fuzz::Bytes bytes({data, size});
  const model::Request drawn = fuzz::draw_request(bytes, pack);
  base::JsonWriter text;
  model::write_request(text, drawn, pack);
  // What was drawn is a request for everybody: the reader takes it, and takes it for the same.
  const auto planned = coach::plan(text.text(), pack, {});
  fuzz::demand(planned.has_value(), "a drawn request is valid: " + text.text());
  base::JsonWriter again;
  model::write_request(again, planned->request, pack);
  fuzz::demand(again.text() == text.text(), "the reader changes a request: " + text.text());
  fuzz::demand_nothing(property::what_is_unlawful_or_drifts(*planned, pack, {}));
  return 0;
}
