// The kiosk's rules as a state machine with injected time: who stands there, what they
// may do, what they are told, and when it returns to its start. It must never show a
// name after a failed look-up, and never touch the network.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/kiosk_world.h"
#include "base/limits.h"

namespace linli::app {

enum class KioskStep : uint8_t {
  start,
  card,         // typing a card number
  phone,        // typing the last four digits of a phone number
  surname,      // choosing the surname among decoys
  full_name,    // two people share digits and surname
  helper_name,  // the helper types the name of whom they bring
  confirm,      // “张*, is that you?” with the sessions to choose
  training,     // the gate, with the make-up class
  signed_in,
  signed_out,
  not_found,
  not_saved,  // storage problem; nothing was recorded
  leave,      // staff PIN
};

struct KioskNow {
  base::LocalTime local;
  double seconds = 0;  // monotonic
};

class KioskFlow {
 public:
  KioskFlow(KioskWorld& world, std::string_view common_surnames);

  KioskStep step() const { return step_; }

  // From the start screen.
  void choose_card(const KioskNow& now);
  void choose_phone(const KioskNow& now);
  void choose_leave(const KioskNow& now);
  void choose_helper(const KioskNow& now);  // the next one identified becomes the helper
  void choose_helper_name(const KioskNow& now);
  void end_helper(const KioskNow& now);

  // A reader that types, or the camera; heard on every step but `leave`.
  void code_read(std::string_view code, core::SignMethod method, const KioskNow& now);

  // The pin pad and the text field. `typed` is what the step shows.
  void digit(char digit, const KioskNow& now);
  void erase_digit(const KioskNow& now);
  void enter(const KioskNow& now);
  void enter_name(std::string_view name, const KioskNow& now);
  const std::string& typed() const { return typed_; }

  const std::vector<std::string>& surnames() const { return surnames_; }
  void choose_surname(std::string_view surname, const KioskNow& now);
  void surname_not_shown(const KioskNow& now);

  // On `confirm`. Signing in without a session is a walk-up.
  void sign_in(const std::optional<core::SessionId>& session, const KioskNow& now);
  void sign_out(const KioskNow& now);
  void sign_in_to_make_up(const KioskNow& now);  // on `training`

  void back(const KioskNow& now);
  void touched(const KioskNow& now) { last_touch_ = now.seconds; }
  // Returns to the start when it is time; true when the step changed.
  bool tick(const KioskNow& now);

  // What the screen shows.
  const std::string& masked_name() const { return masked_; }
  const std::vector<KioskSession>& sessions() const { return sessions_; }
  const std::optional<OpenAttendance>& open() const { return open_; }
  const std::vector<OpenAttendance>& forgotten() const { return forgotten_; }
  const std::optional<MissingTraining>& missing_training() const { return missing_; }
  const std::optional<KioskSession>& session() const { return session_; }
  const std::string& helper_name() const { return helper_masked_; }
  bool choosing_helper() const { return choosing_helper_; }
  int32_t served_minutes() const { return served_minutes_; }  // on `signed_out`
  const std::optional<base::Error>& error() const { return error_; }
  bool pin_wrong() const { return pin_wrong_; }
  // Whole seconds until it returns by itself; 0 on the start screen.
  int32_t seconds_left(const KioskNow& now) const;
  // Whole seconds for which look-ups are refused after wrong tries.
  int32_t slow_seconds_left(const KioskNow& now) const;
  // Whole seconds for which no PIN is tried after wrong ones; 0 on every other step.
  int64_t leave_wait_seconds();
  // True once after the right PIN.
  bool take_left();
  // True once after each result, so that it is spoken once.
  bool take_result();

 private:
  void go(KioskStep step, const KioskNow& now);
  void forget_person();
  void identified(const KioskPerson& person, core::SignMethod method, const KioskNow& now);
  void failed_look_up(const KioskNow& now);
  bool slowed(const KioskNow& now) const { return now.seconds < slow_until_; }
  bool helping() const { return helper_.has_value() || choosing_helper_; }
  double stays_seconds() const;
  const KioskSession* session_of(const core::SessionId& id) const;

  KioskWorld& world_;
  std::string common_surnames_;
  KioskStep step_ = KioskStep::start;
  double last_touch_ = 0;

  std::string typed_;
  std::vector<KioskPerson> candidates_;
  std::vector<std::string> surnames_;
  std::string tail_surname_;

  std::optional<core::PersonId> person_;
  std::string masked_;
  core::SignMethod method_ = core::SignMethod::card;
  std::vector<KioskSession> sessions_;
  std::optional<OpenAttendance> open_;
  std::vector<OpenAttendance> forgotten_;
  std::optional<MissingTraining> missing_;
  std::optional<KioskSession> session_;
  int32_t served_minutes_ = 0;
  std::optional<base::Error> error_;

  std::optional<core::PersonId> helper_;
  std::string helper_masked_;
  bool choosing_helper_ = false;

  int32_t wrong_tries_ = 0;
  double slow_until_ = 0;
  bool pin_wrong_ = false;
  bool left_ = false;
  bool result_ = false;
};

// True while an attendance that began then still counts as being here now: the same
// day, or past midnight within the session's planned end and some grace.
bool still_here(const OpenAttendance& open, const base::LocalTime& now);
int32_t minutes_between(core::Day from_day, int32_t from_minute, core::Day to_day,
                        int32_t to_minute);

// A member card's code may be the bare number or carry a prefix such as linli:card:.
std::string card_number_in(std::string_view code);

}  // namespace linli::app
