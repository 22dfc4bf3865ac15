/// The screen of a session as text: frames are compared with the files in cli/tests/frames.
/// UNKNOT_WRITE_FRAMES=1 writes them anew; look at each before it is kept.
#include "guide_view.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unknot/coach/coach.hpp"

namespace unknot::cli {
namespace {

using knowledge::embedded_pack;
using session::Phase;
using session::View;

const std::filesystem::path frames = "cli/tests/frames";
constexpr const char* write_frames = "UNKNOT_WRITE_FRAMES";

const coach::Planned& example() {
  static const auto planned = coach::plan(
      coach::example_request(embedded_pack(), *base::parse_instant("2026-11-22T08:00:00Z")),
      embedded_pack(), {});
  return *planned;
}

/// First step of the example on that side.
std::size_t step_on(model::Side side) {
  const auto steps = example().answer.plan->steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool stroke =
        embedded_pack()[steps[i].draft.technique].motion == knowledge::Motion::stroke;
    if (steps[i].draft.side == side && stroke) return i;
  }
  ADD_FAILURE() << "the example has no such step";
  return 0;
}

View rolling(std::size_t step) {
  View view;
  view.phase = Phase::strokes;
  view.step = step;
  view.set = 0;
  view.sets = 2;
  view.phase_ms = 17'400;
  view.phase_length_ms = 45'000;
  view.pass = 5;
  view.path_permille = 350;
  view.session_ms = 120'000;
  view.session_left_ms = 380'000;
  view.next = step + 1;
  return view;
}

Frame frame_of(const View& view, Size size, Charset charset = Charset::utf8,
               Panel panel = Panel::none,
               std::string caption = "Slowly, 4 s each way. Keep your feet on the floor.") {
  const auto& planned = example();
  return guide_frame({view,
                      *planned.answer.plan,
                      planned.request,
                      embedded_pack(),
                      std::move(caption),
                      false,
                      "Half way.",
                      {},
                      panel},
                     size, charset);
}

void expect_golden(const Frame& frame, const std::string& name) {
  std::string text;
  for (const auto& line : frame.lines()) text += line + '\n';
  const auto path = frames / (name + ".txt");
  if (std::getenv(write_frames) != nullptr) {
    std::filesystem::create_directories(frames);
    std::ofstream(path) << text;
  }
  std::ostringstream kept;
  kept << std::ifstream(path).rdbuf();
  EXPECT_EQ(text, kept.str()) << path << ": UNKNOT_WRITE_FRAMES=1 writes it anew";
}

TEST(GuideView, RollingOnTheLeft) {
  expect_golden(frame_of(rolling(step_on(model::Side::left)), {24, 80}), "rolling_left_80x24");
}

TEST(GuideView, RollingOnTheRightAndBack) {
  View view = rolling(step_on(model::Side::right));
  view.direction = session::Direction::back;
  expect_golden(frame_of(view, {24, 80}), "rolling_right_80x24");
}

TEST(GuideView, ALargeWindow) {
  expect_golden(frame_of(rolling(step_on(model::Side::left)), {50, 200}), "rolling_left_200x50");
}

TEST(GuideView, WithoutUtf8) {
  expect_golden(frame_of(rolling(step_on(model::Side::right)), {24, 80}, Charset::ascii),
                "rolling_right_ascii");
}

TEST(GuideView, GettingReadyTellsTheSetUp) {
  View view = rolling(step_on(model::Side::left));
  view.phase = Phase::get_ready;
  const auto& draft = example().answer.plan->steps()[view.step].draft;
  std::string setup;
  for (const auto sentence : embedded_pack()[draft.technique].setup) {
    setup += std::string(sentence) + ' ';
  }
  expect_golden(frame_of(view, {24, 80}, Charset::utf8, Panel::none, setup), "get_ready_80x24");
}

TEST(GuideView, PausedWithAQuestion) {
  View view = rolling(step_on(model::Side::left));
  view.paused = true;
  view.asks_pain = true;
  view.answer_seconds = 6;
  expect_golden(frame_of(view, {24, 80}), "paused_80x24");
}

TEST(GuideView, Done) {
  View view = rolling(0);
  view.phase = Phase::over;
  view.session_left_ms = 0;
  view.next.reset();
  expect_golden(frame_of(view, {24, 80}), "done_80x24");
}

TEST(GuideView, Panels) {
  const View view = rolling(0);
  expect_golden(frame_of(view, {24, 80}, Charset::utf8, Panel::help), "help_80x24");
  expect_golden(frame_of(view, {24, 80}, Charset::utf8, Panel::signs), "signs_80x24");
}

TEST(GuideView, ASmallWindow) {
  expect_golden(frame_of(rolling(step_on(model::Side::left)), {16, 60}), "rolling_left_60x16");
  expect_golden(frame_of(rolling(step_on(model::Side::left)), {12, 40}), "rolling_left_40x12");
}

TEST(GuideView, ATinyWindowAsksForRoomAndStillSaysTheSide) {
  const auto lines = frame_of(rolling(step_on(model::Side::left)), {5, 20}).lines();
  EXPECT_EQ(lines[0], "28 LEFT");
  EXPECT_NE(lines[2].find("More room"), std::string::npos) << lines[2];
}

/// Whatever the size and the state, nothing is written outside and nothing stops the program.
TEST(GuideView, EverySizeAndState) {
  for (std::size_t rows = 0; rows <= 60; rows += rows < 26 ? 1 : 9) {
    for (std::size_t columns = 0; columns <= 220; columns += columns < 84 ? 3 : 29) {
      for (const auto& phase : knowledge::EnumNames<Phase>::all) {
        View view = rolling(step_on(model::Side::right));
        view.phase = phase.value;
        view.paused = rows % 2 == 0;
        view.asks_level = columns % 2 == 0;
        view.phase_length_ms = 140'000;
        const Frame frame =
            frame_of(view, {rows, columns}, columns % 2 == 0 ? Charset::ascii : Charset::utf8);
        ASSERT_EQ(frame.lines().size(), rows);
        for (const auto& line : frame.lines()) ASSERT_LE(cells_of(line), columns);
      }
    }
  }
}

/// Left, right and middle never look alike.
TEST(GuideView, TheSideStandsInLettersPlaceAndColour) {
  const auto left = frame_of(rolling(step_on(model::Side::left)), {24, 80});
  const auto right = frame_of(rolling(step_on(model::Side::right)), {24, 80});
  EXPECT_NE(left.lines()[6].substr(0, 10), right.lines()[6].substr(0, 10));
  EXPECT_NE(left.ansi(true).find("\x1b[0;1;36m"), std::string::npos);
  EXPECT_EQ(left.ansi(true).find("\x1b[0;1;33m"), std::string::npos);
  EXPECT_NE(right.ansi(true).find("\x1b[0;1;33m"), std::string::npos);
  EXPECT_EQ(left.ansi(false).find("\x1b[0;1"), std::string::npos);
}

TEST(GuideView, TheClockRoundsUp) {
  View view;
  view.phase_length_ms = 30'000;
  view.phase_ms = 29'001;
  EXPECT_EQ(seconds_shown(view), 1);
  view.phase_ms = 30'000;
  EXPECT_EQ(seconds_shown(view), 0);
  view.phase_ms = 31'000;
  EXPECT_EQ(seconds_shown(view), 0) << "never below nothing";
}

}  // namespace
}  // namespace unknot::cli
