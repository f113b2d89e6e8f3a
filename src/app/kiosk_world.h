// What the kiosk's rules may ask of the branch's data, narrow enough to fake in a test.
// It must never give out more of a person than the one who stands there already said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/env.h"
#include "base/result.h"
#include "core/field_types.h"

namespace linli::app {

struct KioskPerson {
  core::PersonId id;
  std::string name;    // never drawn; compared with what was typed or chosen
  std::string masked;  // 张*
};

struct KioskSession {
  core::SessionId id;
  std::string name;
  std::string place;
  core::Day day;
  int32_t from_minute = 0;
  int32_t minutes = 60;
};

// Someone is in: signed in and not yet signed out.
struct OpenAttendance {
  core::AttendanceId id;
  core::Day in_day;
  int32_t in_minute = 0;
  std::optional<KioskSession> session;
};

struct MissingTraining {
  std::string course;
  std::optional<KioskSession> make_up;  // the next class that would do
};

struct KioskSignIn {
  core::PersonId person;
  std::optional<core::SessionId> session;
  base::LocalTime at;
  core::SignMethod method = core::SignMethod::card;
  std::optional<core::PersonId> helper;
};

struct KioskSignOut {
  core::AttendanceId attendance;
  core::PersonId person;
  base::LocalTime at;
  core::SignMethod method = core::SignMethod::card;
  std::optional<core::PersonId> helper;
};

enum class PinAnswer : uint8_t { right, wrong, wait };

class KioskWorld {
 public:
  virtual ~KioskWorld() = default;
  virtual std::optional<KioskPerson> by_card(std::string_view card_number) = 0;
  virtual std::vector<KioskPerson> by_phone_tail(std::string_view tail) = 0;
  // Only for a helper who knows the person: exact full name.
  virtual std::vector<KioskPerson> by_full_name(std::string_view name) = 0;
  // Sessions at this site that can be signed into at this moment, in order of time.
  virtual std::vector<KioskSession> sessions(const base::LocalTime& now) = 0;
  // All that are still open, newest first.
  virtual std::vector<OpenAttendance> open_attendances(const core::PersonId& person) = 0;
  virtual std::optional<MissingTraining> missing_training(const core::PersonId& person,
                                                          const core::SessionId& session) = 0;
  // Durable when they return ok.
  virtual base::Status sign_in(const KioskSignIn& entry) = 0;
  virtual base::Status sign_out(const KioskSignOut& entry) = 0;
  virtual PinAnswer try_staff_pin(std::string_view pin) = 0;
  // How long no PIN is tried after wrong ones; 0 = may try now.
  virtual int64_t staff_pin_wait_seconds() = 0;
};

}  // namespace linli::app
