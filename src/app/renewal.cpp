#include "app/renewal.h"

#include "app/hub_log.h"
#include "app/invite.h"
#include "store/query_devices.h"

namespace linli::app {
namespace {

constexpr std::string_view kept_code = "renewal";
constexpr std::string_view kept_begun = "renewal_begun";
// Nobody but this device can use it, and after the first attempt it cannot make another.
constexpr int32_t invite_days = 365;
constexpr double retry_seconds = 60;

}  // namespace

bool Renewal::wanted() {
  // An auditor's device writes nothing, so nobody can have written under its name.
  return app_.identity().role != core::ReplicaRole::auditor &&
         !app_.log().get(own_number_taken_name).empty();
}

bool Renewal::begun() { return app_.log().get(kept_begun) == "1"; }

bool Renewal::work(bool sealed_at_hub, bool all_sealed) {
  if (joins() || !wanted() || app_.env().monotonic_seconds() < not_before_) return false;
  const std::string kept = app_.log().get(kept_code);
  if (kept.empty()) return invite_self();
  if (!sealed_at_hub || (!all_sealed && !begun())) return false;
  if (!app_.log().set(kept_begun, "1")) return false;
  joining_ = std::make_unique<Joining>(app_);
  const auto code = read_invite_code(kept);
  CHECK(code.has_value());  // written below
  if (joining_->can_resume()) {
    joining_->resume();
  } else {
    joining_->start(*code);
  }
  return true;
}

bool Renewal::invite_self() {
  const InviteCode code = new_invite_code(app_.env());
  core::InviteCreated invite =
      invite_created(code, app_.identity().role, core::Day{app_.today().number + invite_days});
  invite.renews = app_.identity().replica;
  const std::string name = store::device_name(app_.state(), app_.identity().replica);
  if (!name.empty()) invite.device = core::Title{name};
  const bool recorded = app_.record_as(app_.session().person(), std::move(invite)).ok();
  if (!recorded || !app_.log().set(kept_code, code.code)) {
    not_before_ = app_.env().monotonic_seconds() + retry_seconds;
    return false;
  }
  return true;
}

bool Renewal::handle(const Event& event) {
  if (!joins() || !joining_->handle(event)) return false;
  const Joining::State state = joining_->state();
  if (state == Joining::State::done || state == Joining::State::failed) end_attempt();
  return true;
}

void Renewal::end_attempt() {
  const bool done = joining_->state() == Joining::State::done;
  const Joining::Problem problem = joining_->problem();
  joining_.reset();
  not_before_ = app_.env().monotonic_seconds() + retry_seconds;
  // The hub will never take this invite: the next attempt makes another.
  const bool spent = problem == Joining::Problem::used || problem == Joining::Problem::expired ||
                     problem == Joining::Problem::wrong;
  if (!done && !spent) return;
  (void)app_.log().together([&]() -> base::Status {
    if (auto set = app_.log().set(kept_code, ""); !set) return set;
    if (auto set = app_.log().set(kept_begun, ""); !set) return set;
    return done ? app_.log().set(own_number_taken_name, "") : base::success();
  });
}

}  // namespace linli::app
