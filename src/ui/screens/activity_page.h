// One activity: its facts, its sessions with who came, photos, and a new session or a
// weekly series of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_activity.h"
#include "store/query_record.h"
#include "store/query_space.h"
#include "ui/screens/evidence_strip.h"

namespace linli::ui {

class ActivityPage {
 public:
  void opened(Ui& ui, const core::ActivityId& activity);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_facts(Ui& ui);
  void draw_sessions(Ui& ui);
  void draw_form(Ui& ui);
  void schedule(Ui& ui);

  core::ActivityId id_;
  uint64_t revision_ = 0;
  std::optional<store::ActivityRow> row_;
  std::vector<store::SessionRow> sessions_;
  std::vector<store::EvidenceRow> photos_;
  EvidenceStrip evidence_;
  bool planning_ = false;
  bool cancelling_ = false;
  std::vector<store::SiteRow> sites_;
  int site_ = -1;
  std::optional<base::Day> day_;
  std::optional<int32_t> from_;
  int64_t minutes_ = 120;
  int64_t weeks_ = 1;
  std::string problem_;
};

}  // namespace linli::ui
