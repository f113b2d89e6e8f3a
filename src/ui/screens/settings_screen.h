// How this device looks, sounds and stands: language, colours, text size, large mode,
// speech, site, storage, kiosk, demo, and what the app is made of. Changes take effect
// at once and stay on this device.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/operations_ledger.h"
#include "store/query_space.h"
#include "store/query_staff.h"
#include "ui/screen.h"
#include "ui/settings.h"

namespace linli::ui {

class SettingsScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  void read(Ui& ui);
  void draw_person(Ui& ui);
  void draw_look(Ui& ui);
  void draw_sound(Ui& ui);
  void draw_rules(Ui& ui);
  void draw_device(Ui& ui);
  void draw_kiosk(Ui& ui);
  void draw_demo(Ui& ui);
  void draw_about(Ui& ui);

  uint64_t revision_ = 0;
  DeviceSettings look_;
  std::optional<core::PolicyAdopted> policy_;
  std::vector<store::SiteRow> sites_;
  std::optional<store::StaffRow> me_;
};

}  // namespace linli::ui
