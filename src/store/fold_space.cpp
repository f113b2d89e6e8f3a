#include "store/fold_space.h"

#include "base/crypto.h"
#include "store/fold_activity.h"

namespace linli::store {

using core::Flag;
using core::Outcome;

Outcome fold_body(Database& state, const FoldInput& input, const core::SpaceFounded& body) {
  // The first bundle of the order is the root of trust; a second founding is somebody else's.
  Statement& space = state.prepare("SELECT space FROM space ORDER BY space LIMIT 1");
  if (space.step()) {
    space.reset();
    return Outcome::flagged(Flag::already_exists);
  }
  if (body.replica != input.replica) return Outcome::flagged(Flag::not_allowed);
  state.prepare("INSERT INTO space(space, name, founder, replica) VALUES(?, ?, ?, ?)")
      .bind(body.space, body.name.text, body.founder, body.replica)
      .execute();
  state.prepare("INSERT INTO replica(replica, public_key, role) VALUES(?, ?, ?)")
      .bind(body.replica, body.public_key.hex, core::name(body.role))
      .execute();
  state.prepare("INSERT INTO staff(person, role, since_day) VALUES(?, ?, ?)")
      .bind(body.founder, core::name(core::StaffRole::administrator), input.operation.day.number)
      .execute();
  state.forget();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::ReplicaEnrolled& body) {
  Statement& known = state.prepare("SELECT 1 FROM replica WHERE replica = ?");
  known.bind(body.replica);
  if (known.step()) {
    known.reset();
    return Outcome::flagged(Flag::second_enrolment);
  }
  // Who was taken out does not come back under a name it gave itself.
  Statement& invite = state.prepare(
      "SELECT secret_hash, role, expires_day, used_by IS NULL AND NOT EXISTS(SELECT 1"
      " FROM replica WHERE replica.replica = invite.renews AND revoked = 1)"
      " FROM invite WHERE invite = ?");
  invite.bind(body.invite);
  if (!invite.step()) return Outcome::flagged(Flag::not_allowed);
  const bool valid =
      invite.text(0) == base::sha256_hex("linli.invite/1\n" + body.invite_secret.hex) &&
      invite.text(1) == core::name(body.role) && input.operation.day.number <= invite.integer(2) &&
      invite.integer(3) != 0;
  invite.reset();
  if (!valid) return Outcome::flagged(Flag::not_allowed);
  state.prepare("UPDATE invite SET used_by = ? WHERE invite = ?")
      .bind(body.replica, body.invite)
      .execute();
  state.prepare("INSERT INTO replica(replica, public_key, role, invite) VALUES(?, ?, ?, ?)")
      .bind(body.replica, body.public_key.hex, core::name(body.role), body.invite)
      .execute();
  state.forget();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::ReplicaRevoked& body) {
  // And the names that it has given itself since.
  state
      .prepare(
          "WITH RECURSIVE same(replica) AS (SELECT replica FROM replica WHERE replica = ?"
          " UNION SELECT r.replica FROM same JOIN invite i ON i.renews = same.replica"
          " JOIN replica r ON r.invite = i.invite)"
          " UPDATE replica SET revoked = 1 WHERE replica IN (SELECT replica FROM same)")
      .bind(body.replica)
      .execute();
  state.forget();
  return state.changes() > 0 ? Outcome::applied() : Outcome::flagged(Flag::unknown_reference);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::InviteCreated& body) {
  if (body.renews.has_value()) {
    // Only for the device that says so, and only as what it is.
    Statement& self =
        state.prepare("SELECT 1 FROM replica WHERE replica = ?1 AND ?1 = ?2 AND role = ?3");
    self.bind(*body.renews, input.replica, core::name(body.role));
    if (!self.step()) return Outcome::flagged(Flag::not_allowed);
    self.reset();
  }
  std::optional<std::string> device;
  if (body.device.has_value()) device = body.device->text;
  state
      .prepare(
          "INSERT OR IGNORE INTO invite(invite, secret_hash, role, expires_day, device, renews)"
          " VALUES(?, ?, ?, ?, ?, ?)")
      .bind(body.invite, body.secret_hash.hex, core::name(body.role), body.expires_day.number,
            device, body.renews)
      .execute();
  if (state.changes() != 1) return Outcome::flagged(Flag::already_exists);
  // A coordinator should know that two devices went by one name.
  return body.renews ? Outcome::flagged(Flag::forked_replica) : Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::StaffAppointed& body) {
  state.prepare("INSERT OR IGNORE INTO staff(person, role, since_day) VALUES(?, ?, ?)")
      .bind(body.person, core::name(body.role), input.operation.day.number)
      .execute();
  state.forget();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::StaffDismissed& body) {
  state.prepare("DELETE FROM staff WHERE person = ? AND role = ?")
      .bind(body.person, core::name(body.role))
      .execute();
  state.forget();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::OrganisationRegistered& body) {
  state
      .prepare(
          "INSERT INTO organisation(organisation, layer, name, parent) VALUES(?, ?, ?, ?)"
          " ON CONFLICT(organisation) DO UPDATE SET layer = excluded.layer,"
          " name = excluded.name, parent = excluded.parent")
      .bind(body.organisation, core::name(body.layer), body.name.text, body.parent)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::SiteRegistered& body) {
  std::optional<std::string> neighbourhood;
  if (body.neighbourhood.has_value()) neighbourhood = body.neighbourhood->text;
  state
      .prepare(
          "INSERT INTO site(site, name, neighbourhood, organisation) VALUES(?, ?, ?, ?)"
          " ON CONFLICT(site) DO UPDATE SET name = excluded.name,"
          " neighbourhood = excluded.neighbourhood, organisation = excluded.organisation")
      .bind(body.site, body.name.text, neighbourhood, body.organisation)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::RoomRegistered& body) {
  state
      .prepare(
          "INSERT INTO room(room, site, name, seats) VALUES(?, ?, ?, ?)"
          " ON CONFLICT(room) DO UPDATE SET site = excluded.site, name = excluded.name,"
          " seats = excluded.seats")
      .bind(body.room, body.site, body.name.text, body.seats)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::TeamRegistered& body) {
  state
      .prepare(
          "INSERT INTO team(team, name, parent) VALUES(?, ?, ?)"
          " ON CONFLICT(team) DO UPDATE SET name = excluded.name, parent = excluded.parent")
      .bind(body.team, body.name.text, body.parent)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::TeamJoined& body) {
  state.prepare("INSERT OR IGNORE INTO team_membership(team, person, since_day) VALUES(?, ?, ?)")
      .bind(body.team, body.person, input.operation.day.number)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::TeamLeft& body) {
  state.prepare("DELETE FROM team_membership WHERE team = ? AND person = ?")
      .bind(body.team, body.person)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::ServiceKindDefined& body) {
  state
      .prepare(
          "INSERT INTO service_kind(service_kind, name, default_minutes, points_permille,"
          " professional, course) VALUES(?, ?, ?, ?, ?, ?)"
          " ON CONFLICT(service_kind) DO UPDATE SET name = excluded.name,"
          " default_minutes = excluded.default_minutes,"
          " points_permille = excluded.points_permille,"
          " professional = excluded.professional, course = excluded.course")
      .bind(body.service_kind, body.name.text, body.default_minutes, body.points_permille,
            body.professional, body.course)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::CampaignOpened& body) {
  state
      .prepare(
          "INSERT INTO campaign(campaign, name, from_day, to_day, target_person_times)"
          " VALUES(?, ?, ?, ?, ?) ON CONFLICT(campaign) DO UPDATE SET name = excluded.name,"
          " from_day = excluded.from_day, to_day = excluded.to_day,"
          " target_person_times = excluded.target_person_times")
      .bind(body.campaign, body.name.text, body.from_day.number, body.to_day.number,
            body.target_person_times)
      .execute();
  return Outcome::applied();
}

namespace {
bool resolve_outcome(Database& state, const FoldInput& input, const core::OperationId& operation,
                     const char* kind, std::string_view resolution) {
  state
      .prepare(
          "UPDATE outcome SET resolution = ?, resolved_day = ?"
          " WHERE operation = ? AND kind = ?")
      .bind(resolution, input.operation.day.number, operation, kind)
      .execute();
  return state.changes() == 1;
}
}  // namespace

Outcome fold_body(Database& state, const FoldInput& input, const core::FlagResolved& body) {
  // The flag may be gone because the order turned out otherwise: nothing is left to resolve.
  resolve_outcome(state, input, body.operation, "flagged", core::name(body.resolution));
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RefusalSeen& body) {
  resolve_outcome(state, input, body.operation, "refused", "seen");
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::ImportUndone& body) {
  state.prepare("INSERT OR IGNORE INTO undone_import(import_id, day) VALUES(?, ?)")
      .bind(body.import_id, input.operation.day.number)
      .execute();
  if (state.changes() == 1) undo_import_of_activities(state, body.import_id);
  return Outcome::applied();
}

}  // namespace linli::store
