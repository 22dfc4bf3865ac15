#pragma once
/// @file
/// A session for hosts that pass bytes: the request it is planned for and all that has happened so
/// far go in, what is to be done and how it stands come out. Nothing is kept between two calls, so
/// that a page that was reloaded goes on from the events it kept.

#include "unknot/coach/coach.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::coach {

struct Guided {
  Planned planned;
  std::vector<session::TimedEvent> events;
  std::string json;  ///< `unknot/session@1`
};

/// Plans for the request and lets the events happen to the session. When the request is refused
/// there is no session and nothing happens.
/// @param input  `{"request":...,"preferences":...,"events":[...]}`, docs/formats/session.md.
/// @error  Those of read_request, with the path `request.`; field_missing, field_unknown,
///         field_type, out_of_range and id_unknown of the rest.
[[nodiscard]] base::Result<Guided> guide(std::string_view input, const knowledge::Pack& pack,
                                         const Context& context);

}  // namespace unknot::coach
