#pragma once
/// @file
/// The full-screen view of a session as a pure function: what there is to show -> cells. Step and
/// side at a glance, the clock huge, a marker that moves between the two landmarks with the beat,
/// what was said, what comes next, which keys there are.

#include "frame.hpp"
#include "unknot/desk/recorder.hpp"
#include "unknot/guidance/narrator.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::cli {

using desk::Keeping;

/// What lies over the session and wants an answer first.
enum class Panel : std::uint8_t {
  none,
  help,     ///< Every key.
  signs,    ///< The warning signs, to say which.
  quitting  ///< End, or stay?
};

/// Everything the view shows. All of it is read, nothing kept.
struct Scene {
  const session::View& view;
  const safety::VettedPlan& plan;
  const model::Request& request;
  const knowledge::Pack& pack;
  std::string caption;          ///< What was said last.
  bool caption_urgent = false;  ///< It is about trouble.
  std::string remark;           ///< In passing, beside it.
  std::string notice;           ///< Of the host, such as a log that cannot be written.
  Panel panel = Panel::none;
  Keeping keeping = Keeping::kept;
};

struct Size {
  std::size_t rows = 24;
  std::size_t columns = 80;
};

/// The least that shows a session; below it the screen says so, beside side and seconds.
inline constexpr Size least_size{12, 40};

/// @param size  Any; what does not fit is left out in the order of what one can do without.
[[nodiscard]] Frame guide_frame(const Scene& scene, Size size, Charset charset);

/// Seconds left of what is going on, as the big clock shows them; rounded up.
[[nodiscard]] std::int64_t seconds_shown(const session::View& view);

}  // namespace unknot::cli

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(cli::Panel, UNKNOT_N(none), UNKNOT_N(help), UNKNOT_N(signs), UNKNOT_N(quitting))
#undef UNKNOT_N

}  // namespace unknot::knowledge
