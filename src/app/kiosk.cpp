#include "app/kiosk.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/kiosk_choice.h"
#include "base/utf8.h"

namespace linli::app {
namespace {

constexpr size_t phone_tail_digits = 4;
constexpr size_t pin_digits_max = 12;

bool is_result(KioskStep step) {
  return step == KioskStep::signed_in || step == KioskStep::signed_out ||
         step == KioskStep::not_found || step == KioskStep::not_saved;
}

int32_t whole_seconds(double left) { return left <= 0 ? 0 : static_cast<int32_t>(std::ceil(left)); }

}  // namespace

int32_t minutes_between(core::Day from_day, int32_t from_minute, core::Day to_day,
                        int32_t to_minute) {
  return (to_day.number - from_day.number) * base::minutes_per_day + to_minute - from_minute;
}

bool still_here(const OpenAttendance& open, const base::LocalTime& now) {
  if (open.in_day == now.day) return true;
  if (now.day < open.in_day) return true;  // the clock was set back; the person is still here
  const KioskSession* session = open.session ? &*open.session : nullptr;
  const int32_t stayed = minutes_between(open.in_day, open.in_minute, now.day, now.minute);
  if (session == nullptr) return stayed <= base::kiosk_walk_up_minutes_max;
  const int32_t since_start =
      minutes_between(session->day, session->from_minute, now.day, now.minute);
  return since_start <= session->minutes + base::kiosk_sign_out_grace_minutes;
}

std::string card_number_in(std::string_view code) {
  const std::string clean = base::trimmed(code);
  const size_t mark = clean.find_last_of(":/=");
  return mark == std::string::npos ? clean : clean.substr(mark + 1);
}

KioskFlow::KioskFlow(KioskWorld& world, std::string_view common_surnames)
    : world_(world), common_surnames_(common_surnames) {}

void KioskFlow::go(KioskStep step, const KioskNow& now) {
  step_ = step;
  last_touch_ = now.seconds;
  typed_.clear();
  pin_wrong_ = false;
  if (is_result(step)) result_ = true;
}

void KioskFlow::forget_person() {
  candidates_.clear();
  surnames_.clear();
  tail_surname_.clear();
  person_.reset();
  masked_.clear();
  sessions_.clear();
  open_.reset();
  forgotten_.clear();
  missing_.reset();
  session_.reset();
  served_minutes_ = 0;
  error_.reset();
}

void KioskFlow::choose_card(const KioskNow& now) {
  forget_person();
  go(KioskStep::card, now);
}

void KioskFlow::choose_phone(const KioskNow& now) {
  forget_person();
  go(KioskStep::phone, now);
}

void KioskFlow::choose_leave(const KioskNow& now) {
  forget_person();
  go(KioskStep::leave, now);
}

void KioskFlow::choose_helper(const KioskNow& now) {
  forget_person();
  helper_.reset();
  helper_masked_.clear();
  choosing_helper_ = true;
  go(KioskStep::card, now);
}

void KioskFlow::choose_helper_name(const KioskNow& now) {
  if (!helper_) return;
  forget_person();
  go(KioskStep::helper_name, now);
}

void KioskFlow::end_helper(const KioskNow& now) {
  helper_.reset();
  helper_masked_.clear();
  choosing_helper_ = false;
  forget_person();
  go(KioskStep::start, now);
}

void KioskFlow::code_read(std::string_view code, core::SignMethod method, const KioskNow& now) {
  if (step_ == KioskStep::leave || slowed(now)) return;
  const std::string number = card_number_in(code);
  if (number.empty() || number.size() > base::card_number_bytes_max) return;
  forget_person();
  const auto person = world_.by_card(number);
  if (!person) return failed_look_up(now);
  identified(*person, method, now);
}

void KioskFlow::digit(char digit, const KioskNow& now) {
  touched(now);
  if (digit < '0' || digit > '9') return;
  size_t room = base::card_number_bytes_max;
  if (step_ == KioskStep::phone) room = phone_tail_digits;
  if (step_ == KioskStep::leave) room = pin_digits_max;
  if (typed_.size() < room) typed_ += digit;
  pin_wrong_ = false;
  // The fourth digit is the last: nobody needs to look for a button after it.
  if (step_ == KioskStep::phone && typed_.size() == phone_tail_digits) enter(now);
}

void KioskFlow::erase_digit(const KioskNow& now) {
  touched(now);
  if (!typed_.empty()) typed_.pop_back();
}

void KioskFlow::enter(const KioskNow& now) {
  touched(now);
  // Wrong look-ups slow down look-ups, never the staff member who wants to leave.
  if (typed_.empty() || (step_ != KioskStep::leave && slowed(now))) return;
  if (step_ == KioskStep::card) {
    code_read(std::string(typed_), core::SignMethod::card, now);
  } else if (step_ == KioskStep::phone && typed_.size() == phone_tail_digits) {
    const std::string tail = typed_;
    candidates_ = world_.by_phone_tail(tail);
    std::vector<std::string> real;
    for (const KioskPerson& one : candidates_) real.push_back(surname_of(one.name));
    surnames_ = surname_choices_for(real, common_surnames_, tail);
    go(KioskStep::surname, now);
  } else if (step_ == KioskStep::leave) {
    const PinAnswer answer = world_.try_staff_pin(typed_);
    typed_.clear();
    pin_wrong_ = answer == PinAnswer::wrong;
    if (answer == PinAnswer::right) {
      end_helper(now);
      left_ = true;
    }
  }
}

void KioskFlow::enter_name(std::string_view name, const KioskNow& now) {
  touched(now);
  const std::string clean = base::trimmed(name);
  if (clean.empty() || slowed(now)) return;
  if (step_ == KioskStep::full_name) {
    for (const KioskPerson& one : candidates_) {
      if (one.name == clean) {
        const KioskPerson person = one;
        return identified(person, core::SignMethod::phone_tail, now);
      }
    }
    return failed_look_up(now);
  }
  if (step_ == KioskStep::helper_name) {
    const auto people = world_.by_full_name(clean);
    // Two people of one name: the card or the phone tells them apart.
    if (people.size() != 1) return failed_look_up(now);
    identified(people.front(), core::SignMethod::helper, now);
  }
}

void KioskFlow::choose_surname(std::string_view surname, const KioskNow& now) {
  if (step_ != KioskStep::surname) return;
  std::vector<KioskPerson> left;
  for (const KioskPerson& one : candidates_) {
    if (surname_of(one.name) == surname) left.push_back(one);
  }
  if (left.empty()) return failed_look_up(now);
  if (left.size() == 1) return identified(left.front(), core::SignMethod::phone_tail, now);
  candidates_ = std::move(left);
  go(KioskStep::full_name, now);
}

void KioskFlow::surname_not_shown(const KioskNow& now) { failed_look_up(now); }

void KioskFlow::identified(const KioskPerson& person, core::SignMethod method,
                           const KioskNow& now) {
  wrong_tries_ = 0;
  const KioskPerson found = person;
  forget_person();
  if (choosing_helper_) {
    choosing_helper_ = false;
    helper_ = found.id;
    helper_masked_ = found.masked;
    return go(KioskStep::start, now);
  }
  person_ = found.id;
  masked_ = found.masked;
  method_ = method;
  sessions_ = world_.sessions(now.local);
  for (OpenAttendance& open : world_.open_attendances(found.id)) {
    if (!open_ && still_here(open, now.local)) {
      open_ = std::move(open);
    } else {
      forgotten_.push_back(std::move(open));
    }
  }
  go(KioskStep::confirm, now);
}

void KioskFlow::failed_look_up(const KioskNow& now) {
  forget_person();
  choosing_helper_ = false;
  ++wrong_tries_;
  if (wrong_tries_ >= base::kiosk_tries_before_slow) {
    const int32_t doublings = std::min(wrong_tries_ - base::kiosk_tries_before_slow, 10);
    const int32_t wait =
        std::min(base::kiosk_slow_seconds << doublings, base::kiosk_slow_seconds_max);
    slow_until_ = now.seconds + wait;
  }
  go(KioskStep::not_found, now);
}

const KioskSession* KioskFlow::session_of(const core::SessionId& id) const {
  for (const KioskSession& one : sessions_) {
    if (one.id == id) return &one;
  }
  if (missing_ && missing_->make_up && missing_->make_up->id == id) return &*missing_->make_up;
  return nullptr;
}

void KioskFlow::sign_in(const std::optional<core::SessionId>& session, const KioskNow& now) {
  if (step_ != KioskStep::confirm || !person_ || open_) return;
  if (session) {
    if (const KioskSession* known = session_of(*session)) session_ = *known;
    missing_ = world_.missing_training(*person_, *session);
    if (missing_) return go(KioskStep::training, now);
  }
  const auto saved = world_.sign_in({*person_, session, now.local, method_, helper_});
  if (!saved) {
    error_ = saved.error();
    return go(KioskStep::not_saved, now);
  }
  go(KioskStep::signed_in, now);
}

void KioskFlow::sign_in_to_make_up(const KioskNow& now) {
  if (step_ != KioskStep::training || !person_ || !missing_ || !missing_->make_up) return;
  const KioskSession make_up = *missing_->make_up;
  if (make_up.day != now.local.day) return;
  session_ = make_up;
  const auto saved = world_.sign_in({*person_, make_up.id, now.local, method_, helper_});
  if (!saved) {
    error_ = saved.error();
    return go(KioskStep::not_saved, now);
  }
  go(KioskStep::signed_in, now);
}

void KioskFlow::sign_out(const KioskNow& now) {
  if (step_ != KioskStep::confirm || !person_ || !open_) return;
  const auto saved = world_.sign_out({open_->id, *person_, now.local, method_, helper_});
  if (!saved) {
    error_ = saved.error();
    return go(KioskStep::not_saved, now);
  }
  session_ = open_->session;
  served_minutes_ = std::max(
      0, minutes_between(open_->in_day, open_->in_minute, now.local.day, now.local.minute));
  go(KioskStep::signed_out, now);
}

void KioskFlow::back(const KioskNow& now) {
  if (step_ == KioskStep::card && choosing_helper_) choosing_helper_ = false;
  forget_person();
  go(KioskStep::start, now);
}

double KioskFlow::stays_seconds() const {
  if (is_result(step_)) return base::kiosk_result_seconds;
  if (step_ == KioskStep::start && helping()) return base::kiosk_helper_idle_seconds;
  return base::kiosk_idle_seconds;
}

int32_t KioskFlow::seconds_left(const KioskNow& now) const {
  if (step_ == KioskStep::start && !helping()) return 0;
  return whole_seconds(last_touch_ + stays_seconds() - now.seconds);
}

int32_t KioskFlow::slow_seconds_left(const KioskNow& now) const {
  return whole_seconds(slow_until_ - now.seconds);
}

int64_t KioskFlow::leave_wait_seconds() {
  return step_ == KioskStep::leave ? world_.staff_pin_wait_seconds() : 0;
}

bool KioskFlow::tick(const KioskNow& now) {
  if (step_ == KioskStep::start && !helping()) return false;
  if (now.seconds < last_touch_ + stays_seconds()) return false;
  // A result returns to where the helper goes on; silence ends the helper as well.
  if (!is_result(step_)) {
    helper_.reset();
    helper_masked_.clear();
    choosing_helper_ = false;
  }
  forget_person();
  go(KioskStep::start, now);
  return true;
}

bool KioskFlow::take_left() { return std::exchange(left_, false); }
bool KioskFlow::take_result() { return std::exchange(result_, false); }

}  // namespace linli::app
