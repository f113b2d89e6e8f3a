#include <gtest/gtest.h>

#include "core/authority.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Refusal;

class FoldAuthority : public ::testing::Test {
 protected:
  void appoint(const core::PersonId& person, core::StaffRole role) {
    branch.actor = Branch::admin();
    ASSERT_TRUE(branch.fold(core::StaffAppointed{person, role}).is_applied());
    branch.actor = person;
  }
  template <size_t... I>
  void fold_all(std::index_sequence<I...>) {
    (fold_one(core::Body(std::variant_alternative_t<I, core::AnyBody>{})), ...);
  }
  void fold_one(core::Body body) {
    // What was refused before and is handed over all the same is flagged with these words too.
    if (auto* over = std::get_if<core::RedemptionHandedOver>(&body)) {
      over->redemption = id<core::RedemptionId>("NONE");
    }
    if (std::holds_alternative<core::SpaceFounded>(body) ||
        std::holds_alternative<core::ReplicaEnrolled>(body)) {
      return;  // asked for key and invite, not for a role
    }
    const core::Outcome outcome = branch.fold(body);
    const bool denied =
        outcome.refusal == Refusal::not_allowed || outcome.flag == Flag::not_allowed;
    const core::StaffRoles roles = role_ ? core::role_bit(*role_) : core::StaffRoles{0};
    EXPECT_EQ(denied, !core::actor_may(roles, branch.actor, body)) << core::kind_of(body);
    if (denied) ++denied_;
  }

  Branch branch;
  std::optional<core::StaffRole> role_;
  int denied_ = 0;
};

TEST_F(FoldAuthority, EveryRoleIsHeldToItsRightsInEveryKind) {
  for (const core::StaffRole role :
       {core::StaffRole::coordinator, core::StaffRole::team_leader, core::StaffRole::reviewer,
        core::StaffRole::cashier, core::StaffRole::kiosk, core::StaffRole::auditor}) {
    role_ = role;
    appoint(id<core::PersonId>("R" + std::to_string(static_cast<int>(role))), role);
    fold_all(std::make_index_sequence<std::variant_size_v<core::AnyBody>>());
  }
  EXPECT_GT(denied_, 100);
}

TEST_F(FoldAuthority, AnAuditorsWriteWaitsForACoordinatorAndChangesNothing) {
  appoint(id<core::PersonId>("AUD"), core::StaffRole::auditor);
  const int64_t people = branch.count("SELECT COUNT(*) FROM person");
  core::PersonRegistered person;
  person.person = id<core::PersonId>("NEW");
  person.roles = {core::PersonRole::volunteer};
  EXPECT_EQ(branch.fold(person).flag, Flag::not_allowed);
  EXPECT_EQ(branch.fold(core::CardIssued{id<core::PersonId>("NEW"), {"600123"}}).flag,
            Flag::not_allowed);
  EXPECT_EQ(branch.fold(core::NeedPublished{}).flag, Flag::not_allowed);
  EXPECT_EQ(branch.fold(core::ActivityPlanned{}).flag, Flag::not_allowed);
  EXPECT_EQ(branch.count("SELECT COUNT(*) FROM person"), people);
  EXPECT_EQ(branch.count("SELECT COUNT(*) FROM outcome WHERE reason = 'not_allowed'"), 4);
}

}  // namespace
}  // namespace linli::store
