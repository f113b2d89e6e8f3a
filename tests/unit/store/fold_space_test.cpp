#include <gtest/gtest.h>

#include "base/crypto.h"
#include "store/query_devices.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Refusal;

core::ReplicaId kiosk_replica() { return core::ReplicaId("r_" + std::string(32, 'e')); }

core::InviteCreated invite_for(core::ReplicaRole role, int32_t expires) {
  core::InviteCreated invite;
  invite.invite = id<core::InviteId>("IV");
  invite.secret_hash.hex = base::sha256_hex("linli.invite/1\n" + std::string(64, '7'));
  invite.role = role;
  invite.expires_day = core::Day{expires};
  return invite;
}

core::ReplicaEnrolled enrolment(core::ReplicaRole role, char secret) {
  core::ReplicaEnrolled enrolled;
  enrolled.replica = kiosk_replica();
  enrolled.public_key.hex = std::string(64, 'b');
  enrolled.role = role;
  enrolled.invite = id<core::InviteId>("IV");
  enrolled.invite_secret.hex = std::string(64, secret);
  return enrolled;
}

TEST(FoldSpace, TheFounderIsAdministratorAndASecondFoundingChangesNothing) {
  Branch branch;
  EXPECT_EQ(branch.count("SELECT count(*) FROM staff WHERE role = 'administrator'"), 1);
  core::SpaceFounded second;
  second.space = id<core::SpaceId>("S2");
  second.replica = kiosk_replica();
  branch.replica = kiosk_replica();
  EXPECT_EQ(branch.fold(second).flag, Flag::already_exists);
  EXPECT_EQ(branch.count("SELECT count(*) FROM replica"), 1);
}

TEST(FoldSpace, AnInviteAdmitsOneReplicaOfItsRoleUntilItExpires) {
  struct Case {
    const char* what;
    core::ReplicaRole role;
    char secret;
    int32_t expires;
    bool admitted;
  };
  const Case cases[] = {
      {"right", core::ReplicaRole::kiosk, '7', 20001, true},
      {"last day", core::ReplicaRole::kiosk, '7', 20000, true},
      {"expired", core::ReplicaRole::kiosk, '7', 19999, false},
      {"wrong secret", core::ReplicaRole::kiosk, '8', 20001, false},
      {"higher role", core::ReplicaRole::desk, '7', 20001, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    Branch branch;
    ASSERT_TRUE(branch.fold(invite_for(core::ReplicaRole::kiosk, c.expires)).is_applied());
    branch.replica = kiosk_replica();
    const core::Outcome outcome = branch.fold(enrolment(c.role, c.secret));
    EXPECT_EQ(outcome.is_applied(), c.admitted);
    EXPECT_EQ(branch.count("SELECT count(*) FROM replica"), c.admitted ? 2 : 1);
    if (c.admitted) {
      EXPECT_EQ(branch.fold(enrolment(c.role, c.secret)).flag, Flag::second_enrolment);
    }
  }
}

TEST(FoldSpace, AKioskMaySignInButNotRunTheBranch) {
  Branch branch;
  ASSERT_TRUE(branch.fold(invite_for(core::ReplicaRole::kiosk, 20001)).is_applied());
  branch.replica = kiosk_replica();
  ASSERT_TRUE(branch.fold(enrolment(core::ReplicaRole::kiosk, '7')).is_applied());
  core::SiteRegistered site;
  site.site = id<core::SiteId>("X");
  EXPECT_EQ(branch.fold(site).flag, Flag::not_allowed);
  core::RecordApprove approve;
  EXPECT_EQ(branch.fold(approve).refusal, Refusal::not_allowed);
  EXPECT_EQ(branch.count("SELECT count(*) FROM site"), 0);
  EXPECT_EQ(branch.count("SELECT count(*) FROM outcome WHERE replica LIKE 'r_e%'"), 2);
}

TEST(FoldSpace, ARevokedReplicasFactsWaitAndItsIntentsAreRefused) {
  Branch branch;
  ASSERT_TRUE(branch.fold(invite_for(core::ReplicaRole::desk, 20001)).is_applied());
  branch.replica = kiosk_replica();
  ASSERT_TRUE(branch.fold(enrolment(core::ReplicaRole::desk, '7')).is_applied());
  branch.replica = Branch::desk();
  core::ReplicaRevoked revoked;
  revoked.replica = kiosk_replica();
  ASSERT_TRUE(branch.fold(revoked).is_applied());
  branch.replica = kiosk_replica();
  EXPECT_EQ(branch.fold(core::TeamJoined{}).flag, Flag::replica_revoked);
  EXPECT_EQ(branch.fold(core::NeedClaim{}).refusal, Refusal::replica_revoked);
  EXPECT_EQ(branch.count("SELECT count(*) FROM team_membership"), 0);
}

TEST(FoldSpace, AReplicaThatNobodyAdmittedChangesNothing) {
  Branch branch;
  branch.replica = kiosk_replica();
  EXPECT_EQ(branch.fold(core::TeamJoined{}).flag, Flag::not_allowed);
  EXPECT_EQ(branch.fold(core::NeedClaim{}).refusal, Refusal::not_allowed);
}

TEST(FoldSpace, AnActorWithoutTheRoleIsRefused) {
  Branch branch;
  core::StaffAppointed appointed;
  appointed.person = id<core::PersonId>("C");
  appointed.role = core::StaffRole::coordinator;
  ASSERT_TRUE(branch.fold(appointed).is_applied());
  branch.actor = appointed.person;
  core::SiteRegistered site;
  site.site = id<core::SiteId>("X");
  site.name.text = "五〇一活动室";
  EXPECT_TRUE(branch.fold(site).is_applied());
  core::StaffAppointed own;
  own.person = appointed.person;
  own.role = core::StaffRole::administrator;
  EXPECT_EQ(branch.fold(own).flag, Flag::not_allowed);
  branch.actor = Branch::admin();
  core::StaffDismissed dismissed;
  dismissed.person = appointed.person;
  ASSERT_TRUE(branch.fold(dismissed).is_applied());
  branch.actor = appointed.person;
  site.site = id<core::SiteId>("Y");
  EXPECT_EQ(branch.fold(site).flag, Flag::not_allowed);
}

TEST(Fold, TheSameOperationTwiceCountsOnce) {
  Branch branch;
  core::Operation operation;
  operation.id = id<core::OperationId>("TW");
  operation.actor = Branch::admin();
  core::TeamJoined joined;
  joined.team = id<core::TeamId>("T");
  joined.person = id<core::PersonId>("P");
  operation.body = joined;
  EXPECT_TRUE(branch.fold_operation(operation).is_applied());
  core::TeamLeft left;
  left.team = joined.team;
  left.person = joined.person;
  EXPECT_TRUE(branch.fold(left).is_applied());
  EXPECT_TRUE(branch.fold_operation(operation).is_applied());
  EXPECT_EQ(branch.count("SELECT count(*) FROM team_membership"), 0);
}

TEST(Fold, AResolvedFlagIsNoLongerOpen) {
  Branch branch;
  branch.actor = core::PersonId();
  EXPECT_EQ(branch.fold(core::SiteRegistered{}).flag, Flag::not_allowed);
  core::FlagResolved resolved;
  resolved.operation = branch.last;
  resolved.resolution = core::FlagResolution::dismissed;
  branch.actor = Branch::admin();
  EXPECT_TRUE(branch.fold(resolved).is_applied());
  EXPECT_EQ(branch.text("SELECT resolution FROM outcome ORDER BY operation LIMIT 1"), "dismissed");
}

// The fact counts whatever the clock says; a coordinator hears of it once a day.
TEST(FoldSpace, AClockThatWasSetBackIsFlaggedAndDropsNothing) {
  Branch branch;
  int sites = 0;
  const auto fold_at = [&](int64_t at, std::optional<int64_t> hub_at) {
    core::SiteRegistered site;
    site.site = id<core::SiteId>("S" + std::to_string(++sites));
    core::Operation operation;
    operation.id = id<core::OperationId>("CLK" + std::to_string(sites));
    operation.at_millis = at;
    operation.hub_at_millis = hub_at;
    operation.day = branch.today;
    operation.actor = Branch::admin();
    operation.body = site;
    return branch.fold_operation(operation);
  };
  constexpr int64_t now = 1795334462003;
  constexpr int64_t year = int64_t{365} * 86400000;
  EXPECT_TRUE(fold_at(now, std::nullopt).is_applied());
  EXPECT_TRUE(fold_at(now, now + 60000).is_applied()) << "clocks differ a little";
  EXPECT_TRUE(fold_at(now + year, now).is_applied()) << "long without a connection";
  EXPECT_EQ(fold_at(now - year, now).flag, Flag::clock_wrong);
  EXPECT_TRUE(fold_at(now - year, now).is_applied()) << "once a day";
  branch.today.number += 1;
  EXPECT_EQ(fold_at(now - year, now).flag, Flag::clock_wrong);
  EXPECT_EQ(branch.count("SELECT COUNT(*) FROM site"), sites);
}

// A copied device goes on under a name of its own, without an administrator beside it.
TEST(FoldSpace, ADeviceInvitesItselfAndIsRevokedWithItsNames) {
  Branch branch;
  const auto enrol = [&](const char* letters, char key, core::ReplicaRole role) {
    core::ReplicaEnrolled enrolled;
    enrolled.replica = branch.replica = core::ReplicaId("r_" + std::string(32, key));
    enrolled.public_key.hex = std::string(64, key);
    enrolled.role = role;
    enrolled.invite = id<core::InviteId>(letters);
    enrolled.invite_secret.hex = std::string(64, '5');
    return branch.fold(enrolled);
  };
  core::InviteCreated invite;
  invite.invite = id<core::InviteId>("K1");
  invite.secret_hash.hex = base::sha256_hex("linli.invite/1\n" + std::string(64, '5'));
  invite.role = core::ReplicaRole::kiosk;
  invite.expires_day = core::Day{branch.today.number + 7};
  ASSERT_TRUE(branch.fold(invite).is_applied());
  ASSERT_TRUE(enrol("K1", 'b', core::ReplicaRole::kiosk).is_applied());

  branch.actor = core::PersonId();
  invite.invite = id<core::InviteId>("K2");
  invite.renews = branch.replica;
  invite.role = core::ReplicaRole::desk;
  EXPECT_EQ(branch.fold(invite).flag, Flag::not_allowed) << "not as more than it is";
  invite.role = core::ReplicaRole::kiosk;
  invite.renews = Branch::desk();
  EXPECT_EQ(branch.fold(invite).flag, Flag::not_allowed) << "not in another's name";
  invite.renews.reset();
  EXPECT_EQ(branch.fold(invite).flag, Flag::not_allowed) << "nobody else";
  invite.renews = branch.replica;
  EXPECT_EQ(branch.fold(invite).flag, Flag::forked_replica) << "it counts, and somebody looks";
  ASSERT_TRUE(enrol("K2", 'c', core::ReplicaRole::kiosk).is_applied());
  invite.invite = id<core::InviteId>("K3");
  invite.renews = branch.replica;
  EXPECT_EQ(branch.fold(invite).flag, Flag::forked_replica);

  branch.replica = Branch::desk();
  branch.actor = Branch::admin();
  const core::ReplicaId first("r_" + std::string(32, 'b'));
  EXPECT_EQ(names_of_device(branch.state(), first),
            (std::vector<core::ReplicaId>{first, core::ReplicaId("r_" + std::string(32, 'c'))}));
  ASSERT_TRUE(branch.fold(core::ReplicaRevoked{first}).is_applied());
  EXPECT_EQ(branch.count("SELECT COUNT(*) FROM replica WHERE revoked = 1"), 2);
  EXPECT_EQ(enrol("K3", 'e', core::ReplicaRole::kiosk).flag, Flag::not_allowed);
}

}  // namespace
}  // namespace linli::store
