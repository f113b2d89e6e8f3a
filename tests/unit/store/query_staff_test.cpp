#include "store/query_staff.h"

#include <gtest/gtest.h>

#include "base/crypto.h"
#include "store/query_devices.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

core::PersonId register_staff(Branch& branch, std::string_view letters, const char* name) {
  core::PersonRegistered person;
  person.person = id<core::PersonId>(letters);
  person.roles = {core::PersonRole::staff};
  person.details = core::PersonPrivate{{name}, {}, {}, {}, {}, {}};
  EXPECT_TRUE(branch.fold(person).is_applied());
  return person.person;
}

TEST(QueryStaff, EachPersonOnceWithAllTheirRoles) {
  Branch branch;
  const core::PersonId zhao = register_staff(branch, "Z", "赵敏");
  ASSERT_TRUE(branch.fold(core::StaffAppointed{zhao, core::StaffRole::reviewer}).is_applied());
  ASSERT_TRUE(branch.fold(core::StaffAppointed{zhao, core::StaffRole::cashier}).is_applied());
  const auto staff = list_staff(branch.state());
  ASSERT_EQ(staff.size(), 2u);
  EXPECT_EQ(staff[0].person, Branch::admin()) << "whose name is not here comes first";
  EXPECT_EQ(staff[0].name, "");
  EXPECT_EQ(staff[1].name, "赵敏");
  EXPECT_EQ(staff[1].roles,
            core::role_bit(core::StaffRole::reviewer) | core::role_bit(core::StaffRole::cashier));
  EXPECT_EQ(find_staff(branch.state(), zhao)->roles, staff[1].roles);

  ASSERT_TRUE(branch.fold(core::StaffDismissed{zhao, core::StaffRole::reviewer}).is_applied());
  EXPECT_EQ(find_staff(branch.state(), zhao)->roles, core::role_bit(core::StaffRole::cashier));
  ASSERT_TRUE(branch.fold(core::StaffDismissed{zhao, core::StaffRole::cashier}).is_applied());
  EXPECT_FALSE(find_staff(branch.state(), zhao).has_value());
  EXPECT_EQ(list_staff(branch.state()).size(), 1u);
}

TEST(QueryDevices, InvitesAreOpenUntilUsedOrOver) {
  Branch branch;
  core::InviteCreated invite;
  invite.invite = id<core::InviteId>("K");
  const core::Hash secret{std::string(64, '5')};
  invite.secret_hash.hex = base::sha256_hex("linli.invite/1\n" + secret.hex);
  invite.role = core::ReplicaRole::kiosk;
  invite.expires_day = core::Day{branch.today.number + 7};
  invite.device = core::Title{"一号签到台"};
  ASSERT_TRUE(branch.fold(invite).is_applied());
  core::InviteCreated other = invite;
  other.invite = id<core::InviteId>("L");
  other.device.reset();
  other.expires_day = core::Day{branch.today.number + 3};
  ASSERT_TRUE(branch.fold(other).is_applied());
  auto open = open_invites(branch.state(), branch.today);
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[0].invite, other.invite) << "the one that ends first";
  EXPECT_EQ(open[1].device, "一号签到台");
  EXPECT_EQ(open_invites(branch.state(), core::Day{branch.today.number + 4}).size(), 1u);

  core::ReplicaEnrolled enrolled;
  enrolled.replica = branch.replica = core::ReplicaId("r_" + std::string(32, 'c'));
  enrolled.public_key.hex = std::string(64, 'c');
  enrolled.role = core::ReplicaRole::kiosk;
  enrolled.invite = invite.invite;
  enrolled.invite_secret = secret;
  ASSERT_TRUE(branch.fold(enrolled).is_applied());
  EXPECT_EQ(open_invites(branch.state(), branch.today).size(), 1u);
  const auto devices = list_devices(branch.state());
  ASSERT_EQ(devices.size(), 2u);
  EXPECT_TRUE(devices[0].founding);
  EXPECT_EQ(devices[1].name, "一号签到台");
  EXPECT_EQ(devices[1].role, core::ReplicaRole::kiosk);
  EXPECT_FALSE(devices[1].revoked);
  EXPECT_EQ(device_name(branch.state(), enrolled.replica), "一号签到台");
  EXPECT_EQ(device_name(branch.state(), Branch::desk()), "");
  EXPECT_EQ(device_name(branch.state(), core::ReplicaId("r_" + std::string(32, 'e'))), "");

  branch.replica = Branch::desk();
  ASSERT_TRUE(branch.fold(core::ReplicaRevoked{enrolled.replica}).is_applied());
  EXPECT_TRUE(list_devices(branch.state())[1].revoked);
}

}  // namespace
}  // namespace linli::store
