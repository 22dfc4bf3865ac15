#include "scene.hpp"

#include <algorithm>

#include "words.hpp"

namespace unknot::desk {

using base::JsonWriter;
using knowledge::name_of;
using session::Phase;
using session::View;

namespace {

constexpr std::int64_t ms_per_second = 1000;

class SceneWriter {
 public:
  SceneWriter(JsonWriter& out, const Guiding& guiding)
      : out_(out),
        guiding_(guiding),
        guided_(guiding.guided()),
        view_(guiding.view()),
        speaker_(guided_.pack, guided_.request.language) {}

  void write() {
    out_.begin_object();
    state();
    step();
    time();
    question();
    possible();
    next();
    words();
    out_.end_object();
  }

 private:
  bool over() const { return view_.phase == Phase::over; }
  std::size_t index() const { return std::min(view_.step, guided_.plan.steps().size() - 1); }
  const model::DraftStep& draft() const { return guided_.plan.steps()[index()].draft; }
  /// The way it is done now, which may be an easier one than planned.
  model::Alternative way() const {
    return view_.way.technique.valid() ? view_.way : safety::way_of(draft());
  }
  const knowledge::Technique& technique() const { return guided_.pack[way().technique]; }

  SceneWriter& text(std::string_view key, std::string_view value) {
    out_.key(key).string(value);
    return *this;
  }
  SceneWriter& number(std::string_view key, std::int64_t value) {
    out_.key(key).number(value);
    return *this;
  }
  void word_or_null(std::string_view key, bool there, std::string_view word) {
    out_.key(key);
    there ? out_.string(word) : out_.null();
  }

  void state() {
    text("phase", name_of(view_.phase));
    word_or_null("paused", view_.paused && !over(), name_of(view_.pause));
    word_or_null("over", over(), name_of(view_.reason));
  }

  void place(const model::DraftStep& step) {
    text("name", speaker_.own(guided_.pack[step.area].name));
    text("side", name_of(step.side)).text("side_says", side_words(speaker_, step.side));
  }

  void step() {
    number("step", static_cast<std::int64_t>(index()));
    number("steps", std::ssize(guided_.plan.steps()));
    number("set", static_cast<std::int64_t>(view_.set));
    number("sets", static_cast<std::int64_t>(view_.sets));
    text("area", guided_.pack[draft().area].id);
    place(draft());
    text("tool", guided_.request.tools[way().tool].id);
    text("position", speaker_.own(guided_.pack[technique().position].name));
    text("start", speaker_.own(technique().start)).text("end", speaker_.own(technique().end));
  }

  void time() {
    number("phase_ms", view_.phase_ms).number("phase_length_ms", view_.phase_length_ms);
    number("seconds_left", seconds_left(view_));
    number("path_permille", view_.path_permille);
    word_or_null("direction", view_.phase == Phase::strokes, name_of(view_.direction));
    number("pass_length_ms", draft().seconds_per_pass.value_or(0) * ms_per_second);
    number("session_ms", view_.session_ms).number("session_left_ms", view_.session_left_ms);
  }

  void question() {
    word_or_null("asks", view_.asks_pain || view_.asks_level, view_.asks_pain ? "pain" : "level");
    number("answer_seconds", view_.answer_seconds);
  }

  void possible() {
    const session::Possible can = guiding_.possible();
    out_.key("can").begin_object();
    out_.key("softer").boolean(can.softer).key("harder").boolean(can.harder);
    out_.key("more_time").boolean(can.more_time).key("hold_spot").boolean(can.hold_spot);
    out_.key("back").boolean(can.back).end_object();
  }

  void next() {
    out_.key("next");
    if (!view_.next || over() || view_.phase == Phase::waiting) {
      out_.null();
      return;
    }
    out_.begin_object();
    place(guided_.plan.steps()[*view_.next].draft);
    out_.end_object();
  }

  void words() {
    text("caption", guiding_.caption());
    out_.key("caption_urgent").boolean(guiding_.caption_urgent());
    text("remark", guiding_.remark());
    text("why", guiding_.narrator().why(index()).written);
  }

  JsonWriter& out_;
  const Guiding& guiding_;
  const Guided& guided_;
  const View& view_;
  guidance::Speaker speaker_;
};

}  // namespace

void write_scene(JsonWriter& out, const Guiding& guiding) { SceneWriter(out, guiding).write(); }

std::int64_t seconds_left(const View& view) {
  const std::int64_t left = std::max<std::int64_t>(0, view.phase_length_ms - view.phase_ms);
  return (left + ms_per_second - 1) / ms_per_second;
}

}  // namespace unknot::desk
