// Signing in: tiles of the staff's names and a PIN pad. Also the hand-over to the next
// person and the way to the kiosk. It shows names of staff only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/query_staff.h"
#include "ui/screen.h"

namespace linli::ui {

class StaffScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  enum class Step : uint8_t { names, pin, first_pin, first_pin_again, no_pin };

  void read(Ui& ui);
  void draw_names(Ui& ui);
  void draw_pin(Ui& ui);
  void choose(Ui& ui, const store::StaffRow& staff);
  void enter(Ui& ui);
  void welcome(Ui& ui);

  uint64_t revision_ = 0;
  std::vector<store::StaffRow> staff_;
  Step step_ = Step::names;
  store::StaffRow chosen_;
  std::string digits_;
  std::string first_digits_;
  std::string error_;
};

// What the person may do, in words: 管理员、社工.
std::string staff_roles_text(Ui& ui, core::StaffRoles roles);

}  // namespace linli::ui
