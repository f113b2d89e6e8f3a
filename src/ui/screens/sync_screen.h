// Where the records are and since when, which devices belong to the branch, the stick,
// and what needs a person: refusals and flags. It says in plain sentences what is wrong
// and never hides that something has not arrived.
#pragma once

#include <string>

#include "ui/screen.h"
#include "ui/screens/sync_devices.h"
#include "ui/screens/sync_open.h"
#include "ui/screens/sync_stick.h"

namespace linli::ui {

class SyncScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  void draw_state(Ui& ui);
  void draw_waiting(Ui& ui);
  void draw_link(Ui& ui);
  void draw_check_code(Ui& ui);
  void draw_attach(Ui& ui);
  void draw_problems(Ui& ui);
  void draw_app(Ui& ui);

  int tab_ = 0;
  std::string setup_code_;
  std::string check_code_;
  uint64_t check_revision_ = 0;
  SyncDevices devices_;
  SyncStick stick_;
  SyncOpen open_;
};

}  // namespace linli::ui
