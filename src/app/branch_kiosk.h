// The kiosk's world over this branch's data: look-ups from the state, entries through
// dispatch in the name of the person who stands there.
#pragma once

#include "app/app.h"
#include "app/kiosk_world.h"

namespace linli::app {

class BranchKiosk : public KioskWorld {
 public:
  explicit BranchKiosk(App& app) : app_(app) {}

  std::optional<KioskPerson> by_card(std::string_view card_number) override;
  std::vector<KioskPerson> by_phone_tail(std::string_view tail) override;
  std::vector<KioskPerson> by_full_name(std::string_view name) override;
  std::vector<KioskSession> sessions(const base::LocalTime& now) override;
  std::vector<OpenAttendance> open_attendances(const core::PersonId& person) override;
  std::optional<MissingTraining> missing_training(const core::PersonId& person,
                                                  const core::SessionId& session) override;
  base::Status sign_in(const KioskSignIn& entry) override;
  base::Status sign_out(const KioskSignOut& entry) override;
  PinAnswer try_staff_pin(std::string_view pin) override;
  int64_t staff_pin_wait_seconds() override;

  // The site this device stands at, chosen by the coordinator; empty = all sites.
  core::SiteId site();

 private:
  base::Status record(const core::PersonId& person, core::Body body);

  App& app_;
};

}  // namespace linli::app
