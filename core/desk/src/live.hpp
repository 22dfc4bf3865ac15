#pragma once
/// @file
/// The one session a desk guides.

#include <string>
#include <vector>

#include "asked.hpp"
#include "log.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/desk/guiding.hpp"

namespace unknot::desk {

/// Writes a session into the log and keeps for the host what was written in this call.
class Tray : public Recorder {
 public:
  /// @param keeps  False: a trial, nothing is written.
  Tray(Log& log, SessionRecords records, bool keeps)
      : log_(log), records_(std::move(records)), keeps_(keeps) {}

  /// With what the records of this call are stamped; must outlive the call.
  void stamp_with(Stamps& stamps) { stamps_ = &stamps; }
  void keep_nothing() { keeps_ = false; }
  [[nodiscard]] base::Result<void> keep(const Happening& happening) override;

  /// Written since the last call.
  [[nodiscard]] std::vector<journal::Record> take();
  [[nodiscard]] const std::string& session() const { return records_.session(); }

 private:
  Log& log_;
  SessionRecords records_;
  bool keeps_;
  Stamps* stamps_ = nullptr;
  std::vector<journal::Record> written_;
};

/// Whose session it is, and how it is to be told.
struct Manner {
  SessionOf session;  ///< Its plan is filled in.
  bool keeps = true;
  std::string language;  ///< Of the words; empty: that of the plan.
  std::string territory;
  std::string name;
  guidance::Verbosity verbosity = guidance::Verbosity::full;
  std::vector<knowledge::TechniqueIndex> familiar;
  std::optional<BrokenOff> before;  ///< It is taken up again.
};

class Live {
 public:
  /// @param stamps  Of this call.
  /// @param now     Both clocks.
  Live(Log& log, const knowledge::Pack& pack, coach::Planned planned, Manner manner, Stamps& stamps,
       ClockReading now);
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  /// Time goes by, and then something happens.
  void happen(const session::Event& event, Stamps& stamps, ClockReading now);

  /// Id of the session in the log; empty until something of it is kept.
  [[nodiscard]] const std::string& session() const { return tray_.session(); }
  [[nodiscard]] const std::string& person() const { return person_; }
  [[nodiscard]] bool over() const { return guiding_->over(); }

  /// The answer of the verbs that guide.
  /// @param first  Records that were written before those of the session.
  [[nodiscard]] std::string json(std::vector<journal::Record> first = {});

  /// All that happened so far, for a track that goes on from here.
  [[nodiscard]] std::string events_json() const;

 private:
  const knowledge::Pack& pack_;
  coach::Planned planned_;
  std::string person_;
  NoVoice voice_;
  Tray tray_;
  std::int64_t at_;  ///< Of the last reading, on the host's clock.
  std::unique_ptr<Guiding> guiding_;
};

}  // namespace unknot::desk
