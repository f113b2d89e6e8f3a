#include "app/founding.h"

#include <utility>

#include "app/service_presets.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "sync/identity.h"

namespace linli::app {

FoundingProblem check(const FoundingPlan& plan) {
  const std::string branch = base::trimmed(plan.branch_name);
  if (branch.empty()) return FoundingProblem::branch_name_missing;
  if (base::code_points(branch) > base::title_code_points_max) {
    return FoundingProblem::branch_name_long;
  }
  const std::string site = base::trimmed(plan.site_name);
  if (site.empty()) return FoundingProblem::site_name_missing;
  if (base::code_points(site) > base::title_code_points_max) return FoundingProblem::site_name_long;
  const std::string founder = base::trimmed(plan.founder_name);
  if (founder.empty()) return FoundingProblem::founder_name_missing;
  if (base::code_points(founder) > base::name_code_points_max) {
    return FoundingProblem::founder_name_long;
  }
  if (!Session::acceptable_pin(plan.pin)) return FoundingProblem::pin_unacceptable;
  return FoundingProblem::none;
}

void Founding::start(FoundingPlan plan) {
  CHECK(check(plan) == FoundingProblem::none);
  CHECK(!app_.founded());
  if (state_ == State::making_key) return;
  plan_ = std::move(plan);
  key_failure_.clear();
  error_.reset();
  state_ = State::making_key;
  request_ = app_.requests().add(MakeDeviceKey{true});
}

bool Founding::handle(const Event& event) {
  if (request_ == 0 || event.request != request_) return false;
  request_ = 0;
  if (event.kind != Event::Kind::done) {
    state_ = State::no_key;
    key_failure_ = event.code;
    return true;
  }
  const base::Status recorded = record_all(event.text);
  if (!recorded) {
    error_ = recorded.error();
    state_ = State::not_saved;
    return true;
  }
  plan_ = {};
  state_ = State::done;
  return true;
}

base::Status Founding::record_all(std::string_view public_key_hex) {
  const auto space = app_.new_id<core::SpaceId>();
  const auto founder = app_.new_id<core::PersonId>();
  const auto site = app_.new_id<core::SiteId>();
  const Identity identity{space, sync::replica_id_of(public_key_hex), std::string(public_key_hex),
                          core::ReplicaRole::desk, true};

  core::PersonRegistered person;
  person.person = founder;
  person.roles = {core::PersonRole::staff};
  person.site = site;
  person.details = core::PersonPrivate{};
  person.details->name.text = base::trimmed(plan_.founder_name);

  core::PolicyAdopted policy = plan_.policy;
  policy.policy = app_.new_id<core::PolicyId>();
  // From the first day of the year, so that the sheets of past weeks have a rule as well.
  policy.effective_day = base::day_of({base::civil_of(app_.today()).year, 1, 1});

  std::vector<core::Body> bodies = {
      core::SpaceFounded{space, identity.replica, core::Hash{identity.public_key_hex},
                         identity.role, core::Title{base::trimmed(plan_.branch_name)}, founder},
      core::SiteRegistered{site, core::Title{base::trimmed(plan_.site_name)}, {}, {}},
      person,
      core::StaffAppointed{founder, core::StaffRole::administrator},
      policy,
  };
  for (core::ServiceKindDefined kind : usual_service_kinds()) {
    kind.service_kind = app_.new_id<core::ServiceKindId>();
    bodies.emplace_back(kind);
  }
  const base::Status saved = app_.log().together([&]() -> base::Status {
    if (auto kept = app_.set_identity(identity); !kept) return kept;
    app_.session().sign_in_without_pin(founder);
    for (const core::Body& body : bodies) {
      const auto recorded = app_.record_as(founder, body);
      if (!recorded) return recorded.error();
      CHECK(recorded.value().outcome.is_applied());
    }
    if (auto kept = app_.set_setting("site", site.view()); !kept) return kept;
    return app_.session().set_pin(founder, plan_.pin);
  });
  if (!saved) app_.session().sign_out();
  return saved;
}

}  // namespace linli::app
