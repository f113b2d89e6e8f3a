// Who of the staff is at this device. Signs in by person and PIN, slows down after wrong
// tries, locks after a while. PINs never leave the device and are kept only as a salted
// slow hash in log.db; it must never end or hide recorded work.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/env.h"
#include "core/authority.h"
#include "store/database.h"
#include "store/log.h"

namespace linli::app {

enum class SignIn : uint8_t {
  signed_in,
  wrong_pin,
  wait,    // too many wrong tries; see wait_seconds
  no_pin,  // this person has no PIN on this device yet
  not_staff,
};

class Session {
 public:
  Session(base::Env& env, store::Log& log, store::Database& state);

  // Four to twelve digits: what the pads of the sign-in and the kiosk can type.
  static bool acceptable_pin(std::string_view pin);
  base::Status set_pin(const core::PersonId& person, std::string_view pin);
  bool has_pin(const core::PersonId& person);

  SignIn sign_in(const core::PersonId& person, std::string_view pin);
  // signed_in when the PIN belongs to any staff member who may leave the kiosk (not the kiosk
  // role); else wrong_pin or wait. Nobody is signed in by it.
  SignIn try_kiosk_pin(std::string_view pin);
  int64_t kiosk_wait_seconds();
  int64_t wait_seconds(const core::PersonId& person);  // 0 = may try now
  void sign_out() { person_.reset(); }

  // Any use of the device moves the lock away; lock_if_idle() signs out after the set time.
  void touch();
  bool lock_if_idle();
  void set_idle_minutes(int32_t minutes) { idle_minutes_ = minutes; }

  bool signed_in() const { return person_.has_value(); }
  core::PersonId person() const { return person_.value_or(core::PersonId()); }
  core::StaffRoles roles();  // of the person signed in, from the state; 0 when nobody is
  core::StaffRoles roles_of(const core::PersonId& person);
  bool may(const core::Body& body);  // the person signed in

  // For the demo and for founding, where the person has just been made.
  void sign_in_without_pin(const core::PersonId& person);

 private:
  struct Tries {
    int64_t wrong = 0;
    int64_t last_millis = 0;
  };
  Tries tries(std::string_view person);
  void keep_tries(std::string_view person, Tries tries);
  bool pin_is(const core::PersonId& person, std::string_view pin);
  int64_t wait_seconds_of(std::string_view person);

  base::Env& env_;
  store::Log& log_;
  store::Database& state_;
  std::optional<core::PersonId> person_;
  double last_use_ = 0;
  int32_t idle_minutes_ = 10;
};

}  // namespace linli::app
