#include "app/session.h"

#include <algorithm>

#include "app/pin.h"
#include "base/crypto.h"

namespace linli::app {
namespace {

constexpr int64_t kWrongFree = 3;
constexpr int64_t kWaitFirstSeconds = 30;
constexpr int64_t kWaitMaxSeconds = 15 * 60;
constexpr size_t kPinDigitsMin = 4;
constexpr size_t kPinDigitsMax = 12;
// The kiosk as a whole has one count, because a PIN there names nobody.
constexpr std::string_view kKiosk = "kiosk";
constexpr int64_t kMillis = 1000;

std::string pin_key(std::string_view person) { return "pin." + std::string(person); }
std::string tries_key(std::string_view person) { return "pin_tries." + std::string(person); }

// Numbers parted by one space, as this file writes them.
int64_t number_at(std::string_view text, size_t index) {
  int64_t value = 0;
  for (const char c : text) {
    if (c == ' ') {
      if (index == 0) return value;
      --index;
      value = 0;
    } else {
      value = value * 10 + (c - '0');
    }
  }
  return index == 0 ? value : 0;
}

}  // namespace

Session::Session(base::Env& env, store::Log& log, store::Database& state)
    : env_(env), log_(log), state_(state) {}

bool Session::acceptable_pin(std::string_view pin) {
  return pin.size() >= kPinDigitsMin && pin.size() <= kPinDigitsMax &&
         pin.find_first_not_of("0123456789") == std::string_view::npos;
}

base::Status Session::set_pin(const core::PersonId& person, std::string_view pin) {
  CHECK(acceptable_pin(pin));
  unsigned char salt_bytes[16];
  env_.fill_random(salt_bytes, sizeof salt_bytes);
  const std::string salt = base::hex(salt_bytes, sizeof salt_bytes);
  keep_tries(person.view(), {});
  return log_.set(pin_key(person.view()), salt + pin_hash(pin, salt, pin_rounds));
}

bool Session::has_pin(const core::PersonId& person) {
  return !log_.get(pin_key(person.view())).empty();
}

bool Session::pin_is(const core::PersonId& person, std::string_view pin) {
  const std::string kept = log_.get(pin_key(person.view()));
  constexpr size_t salt_size = 32;
  if (kept.size() <= salt_size || !acceptable_pin(pin)) return false;
  const std::string salt = kept.substr(0, salt_size);
  return pin_hash(pin, salt, pin_rounds) == kept.substr(salt_size);
}

Session::Tries Session::tries(std::string_view person) {
  const std::string kept = log_.get(tries_key(person));
  return {number_at(kept, 0), number_at(kept, 1)};
}

void Session::keep_tries(std::string_view person, Tries tries) {
  // If this can't be kept the disk is full, and then signing in is the smallest trouble.
  (void)log_.set(tries_key(person),
                 std::to_string(tries.wrong) + " " + std::to_string(tries.last_millis));
}

int64_t Session::wait_seconds_of(std::string_view person) {
  const Tries tried = tries(person);
  if (tried.wrong < kWrongFree) return 0;
  const int64_t doublings = std::min<int64_t>(tried.wrong - kWrongFree, 10);
  const int64_t wait = std::min(kWaitFirstSeconds << doublings, kWaitMaxSeconds);
  // A clock that was set back makes nobody wait longer than the whole wait.
  const int64_t passed = std::max<int64_t>(0, env_.unix_millis() - tried.last_millis) / kMillis;
  return std::max<int64_t>(0, wait - passed);
}

int64_t Session::wait_seconds(const core::PersonId& person) {
  return wait_seconds_of(person.view());
}

SignIn Session::sign_in(const core::PersonId& person, std::string_view pin) {
  store::Statement& staff =
      state_.prepare("SELECT 1 FROM staff WHERE person = ? LIMIT 1").bind(person);
  if (!staff.step()) return SignIn::not_staff;
  staff.reset();
  if (!has_pin(person)) return SignIn::no_pin;
  if (wait_seconds(person) > 0) return SignIn::wait;
  if (!pin_is(person, pin)) {
    const Tries tried = tries(person.view());
    keep_tries(person.view(), {tried.wrong + 1, env_.unix_millis()});
    return SignIn::wrong_pin;
  }
  keep_tries(person.view(), {});
  sign_in_without_pin(person);
  return SignIn::signed_in;
}

int64_t Session::kiosk_wait_seconds() { return wait_seconds_of(kKiosk); }

SignIn Session::try_kiosk_pin(std::string_view pin) {
  if (kiosk_wait_seconds() > 0) return SignIn::wait;
  std::vector<core::PersonId> people;
  store::Statement& staff =
      state_.prepare("SELECT DISTINCT person FROM staff WHERE role <> 'kiosk' ORDER BY person");
  while (staff.step()) people.push_back(staff.id<core::PersonId>(0));
  for (const core::PersonId& person : people) {
    if (pin_is(person, pin)) {
      keep_tries(kKiosk, {});
      return SignIn::signed_in;
    }
  }
  const Tries tried = tries(kKiosk);
  keep_tries(kKiosk, {tried.wrong + 1, env_.unix_millis()});
  return SignIn::wrong_pin;
}

void Session::sign_in_without_pin(const core::PersonId& person) {
  person_ = person;
  touch();
}

void Session::touch() { last_use_ = env_.monotonic_seconds(); }

bool Session::lock_if_idle() {
  if (!signed_in() || env_.monotonic_seconds() - last_use_ < idle_minutes_ * 60) return false;
  sign_out();
  return true;
}

core::StaffRoles Session::roles() { return signed_in() ? roles_of(*person_) : core::StaffRoles{0}; }

core::StaffRoles Session::roles_of(const core::PersonId& person) {
  core::StaffRoles roles = 0;
  store::Statement& rows =
      state_.prepare("SELECT role FROM staff WHERE person = ? ORDER BY role").bind(person);
  while (rows.step()) {
    const auto role = core::parse_enum<core::StaffRole>(rows.text(0));
    if (role.has_value()) roles |= core::role_bit(*role);
  }
  return roles;
}

bool Session::may(const core::Body& body) {
  return signed_in() && core::actor_may(roles(), *person_, body);
}

}  // namespace linli::app
