// One service record: who did what for whom and how long, the evidence, what the rules
// will give, and the decision. After it: what was credited, and the way back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/strings.h"
#include "core/operation.h"
#include "core/policy.h"
#include "store/query_record.h"
#include "ui/screens/evidence_strip.h"

namespace linli::ui {

class RecordPage {
 public:
  void opened(Ui& ui, const core::RecordId& record);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_state(Ui& ui);
  void draw_facts(Ui& ui);
  void draw_review(Ui& ui);
  void draw_preview(Ui& ui);
  void draw_after(Ui& ui);
  void draw_dialogs(Ui& ui);
  void record(Ui& ui, core::Body body, app::Str done);

  core::RecordId id_;
  uint64_t revision_ = 0;
  std::optional<store::RecordDetail> detail_;
  std::optional<core::Policy> policy_;
  int64_t minutes_ = 0;
  EvidenceStrip evidence_;
  bool rejecting_ = false;
  int reject_reason_ = -1;
  std::string sentence_;
  bool appealing_ = false;
  bool reversing_ = false;
  std::string problem_;
};

}  // namespace linli::ui
