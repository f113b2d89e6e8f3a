// The first screen of the desk: what needs me, today's sessions, and how the weeks went.
// It only points to other screens and must never do their work itself.
#pragma once

#include <cstdint>
#include <vector>

#include "store/query_activity.h"
#include "store/query_kinds.h"
#include "store/query_record.h"
#include "store/query_sync.h"
#include "store/query_today.h"
#include "ui/screen.h"

namespace linli::ui {

// Turns this device into the kiosk of its site.
void open_kiosk(Ui& ui);

class TodayScreen : public Screen {
 public:
  void draw(Ui& ui) override;

 private:
  void read(Ui& ui);
  void draw_greeting(Ui& ui);
  void draw_needs_me(Ui& ui);
  void draw_sessions(Ui& ui);
  void draw_weeks(Ui& ui);
  bool nothing_waits() const;

  uint64_t revision_ = 0;
  base::Day day_;
  store::TodayCounts counts_;
  store::OpenOutcomes outcomes_;
  int64_t unsent_operations_ = 0;
  int64_t unsent_since_millis_ = 0;
  std::vector<store::SessionRow> sessions_;
  std::vector<store::WeekMinutes> weeks_;
  std::vector<store::KindSum> kinds_;
};

}  // namespace linli::ui
