// What can be done with a need: give it to somebody, take it for a volunteer, give a place
// back, cancel, refer, rate, report that it was done. It holds the open dialogs.
#pragma once

#include <string>
#include <vector>

#include "core/operation.h"
#include "store/query_need.h"
#include "store/query_space.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

struct Ui;

class NeedActions {
 public:
  void opened(Ui& ui);
  void draw_problem(Ui& ui);
  void draw(Ui& ui, const store::NeedDetail& detail);

  void ask_claim() { claim_open_ = true; }
  void ask_cancel() { cancel_open_ = true; }
  void ask_refer() { refer_open_ = true; }
  void ask_rate() { rate_open_ = true; }
  void ask_release(const store::AssignmentRow& assignment);
  void dispatch_to(Ui& ui, const store::NeedDetail& detail, const core::PersonId& volunteer,
                   const std::string& name);
  void report(Ui& ui, const store::NeedDetail& detail, const store::AssignmentRow& assignment);
  bool has_agencies() const { return !agencies_.empty(); }

 private:
  bool done(Ui& ui, core::Body body, std::string said);
  void draw_claim(Ui& ui, const store::NeedDetail& detail);
  void draw_release(Ui& ui, const store::NeedDetail& detail);
  void draw_cancel(Ui& ui, const store::NeedDetail& detail);
  void draw_refer(Ui& ui, const store::NeedDetail& detail);
  void draw_rate(Ui& ui, const store::NeedDetail& detail);

  bool claim_open_ = false;
  bool release_open_ = false;
  bool cancel_open_ = false;
  bool refer_open_ = false;
  bool rate_open_ = false;
  PersonPicker claimer_;
  core::PersonId releasing_;
  std::string releasing_name_;
  int release_reason_ = -1;
  int cancel_reason_ = -1;
  int agency_ = -1;
  int stars_ = 0;
  std::vector<store::AgencyRow> agencies_;
  std::string problem_;
};

}  // namespace linli::ui
