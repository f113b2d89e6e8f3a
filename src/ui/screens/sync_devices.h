// The devices of the branch, invites for new ones, and the staff's PINs on this device.
// An invite's code is shown once and kept nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/invite.h"
#include "store/query_devices.h"
#include "store/query_staff.h"

namespace linli::ui {

struct Ui;

class SyncDevices {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_list(Ui& ui);
  void draw_revoke(Ui& ui);
  void draw_invites(Ui& ui);
  void draw_new_invite(Ui& ui);
  void make_invite(Ui& ui);
  void draw_pins(Ui& ui);
  void draw_pin_dialog(Ui& ui);
  std::string name_of(Ui& ui, const store::DeviceRow& device) const;

  uint64_t revision_ = 0;
  std::vector<store::DeviceRow> devices_;
  std::vector<store::InviteRow> invites_;
  std::vector<store::StaffRow> staff_;

  bool inviting_ = false;
  int role_ = 0;
  std::string device_name_;
  bool name_missing_ = false;
  std::string failure_;
  std::optional<app::InviteCode> made_;

  bool revoking_ = false;
  store::DeviceRow to_revoke_;

  bool setting_pin_ = false;
  store::StaffRow pin_of_;
  std::string pin_;
};

}  // namespace linli::ui
