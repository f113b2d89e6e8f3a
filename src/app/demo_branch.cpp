#include "app/demo_branch.h"

#include "app/demo_cast.h"
#include "base/crypto.h"
#include "sync/identity.h"

namespace linli::app {

DemoBranch make_demo_branch(base::Day today, uint64_t seed) {
  const DemoPlan plan = read_demo_plan();
  DemoStream stream(today, seed);
  DemoCast cast;
  DemoBranch branch;
  branch.administrator = cast.administrator = stream.new_id<core::PersonId>();
  branch.identity.space = stream.new_id<core::SpaceId>();
  branch.identity.public_key_hex = stream.hex64();
  branch.identity.replica = sync::replica_id_of(branch.identity.public_key_hex);
  branch.identity.role = core::ReplicaRole::demo;
  branch.identity.self_ordered = true;

  core::SpaceFounded founded;
  founded.space = branch.identity.space;
  founded.replica = branch.identity.replica;
  founded.public_key.hex = branch.identity.public_key_hex;
  founded.role = branch.identity.role;
  founded.name.text = plan.branch;
  founded.founder = branch.administrator;
  stream.add({-demo_days - 10, 600}, branch.administrator, founded);

  write_demo_places(plan, stream, cast);
  write_demo_people(plan, stream, cast);
  write_demo_activities(plan, stream, cast);
  write_demo_needs(plan, stream, cast);
  write_demo_shop(plan, stream, cast);
  branch.staff = cast.staff;
  branch.operations = std::move(stream).in_order();
  return branch;
}

base::Status load_demo_branch(App& app, uint64_t seed) {
  CHECK(app.mode() == Mode::demo && !app.founded());
  const DemoBranch branch = make_demo_branch(app.today(), seed);
  const base::Status known = app.set_identity(branch.identity);
  if (!known.ok()) return known;
  // One commit for all: nothing of the demo has to outlive this page.
  const base::Status recorded = app.log().together([&]() -> base::Status {
    for (const core::Operation& operation : branch.operations) {
      // Salts keep payloads from being guessed; these are invented, so it is enough that
      // equal texts differ.
      const std::string salt = base::sha256_hex(operation.id.view()).substr(0, 32);
      const base::Result<Recorded> done = app.projector().record(operation, salt);
      if (!done.ok()) return done.error();
    }
    return base::success();
  });
  if (!recorded.ok()) return recorded;
  // A PIN takes a while on purpose, so only some of the staff get one.
  for (size_t i = 0; i < demo_staff_with_pin && i < branch.staff.size(); ++i) {
    const base::Status set = app.session().set_pin(branch.staff[i], demo_pin);
    if (!set.ok()) return set;
  }
  app.session().sign_in_without_pin(branch.administrator);
  return base::success();
}

}  // namespace linli::app
