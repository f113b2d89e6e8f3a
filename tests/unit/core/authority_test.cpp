#include "core/authority.h"

#include <map>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace linli::core {
namespace {

// One of each kind, in the order of the vocabulary.
template <size_t... I>
std::vector<Body> all_kinds(std::index_sequence<I...>) {
  return {Body(std::variant_alternative_t<I, AnyBody>{})...};
}
std::vector<Body> all_kinds() {
  return all_kinds(std::make_index_sequence<std::variant_size_v<AnyBody>>());
}

// a administrator, c coordinator, t team leader, r reviewer, s cashier (shop), k kiosk,
// u auditor; "." who is no staff member.
constexpr std::string_view letters = "actrsku";

const std::map<std::string_view, std::string_view>& table() {
  static const std::map<std::string_view, std::string_view> rows = {
      {"space.founded@1", "actrsku."},
      {"replica.enrolled@1", "actrsku."},
      {"replica.revoked@1", "a"},
      {"invite.created@1", "a"},
      {"staff.appointed@1", "a"},
      {"staff.dismissed@1", "a"},
      {"organisation.registered@1", "ac"},
      {"site.registered@1", "ac"},
      {"room.registered@1", "ac"},
      {"team.registered@1", "ac"},
      {"team.joined@1", "ac"},
      {"team.left@1", "ac"},
      {"service_kind.defined@1", "ac"},
      {"campaign.opened@1", "ac"},
      {"flag.resolved@1", "ac"},
      {"refusal.seen@1", "actrsk."},
      {"import.undone@1", "ac"},
      {"person.registered@1", "actk."},
      {"person.corrected@1", "ac"},
      {"person.erased@1", "a"},
      {"persons.merged@1", "ac"},
      {"persons.unmerged@1", "ac"},
      {"consent.given@1", "act"},
      {"consent.withdrawn@1", "act"},
      {"card.issued@1", "ac"},
      {"course.defined@1", "ac"},
      {"training.completed@1", "ac"},
      {"need.published@1", "act"},
      {"need.cancel@1", "act"},
      {"need.claim@1", "actk."},
      {"need.dispatch@1", "act"},
      {"need.release@1", "act."},
      {"need.referred@1", "act"},
      {"need.rated@1", "actk."},
      {"activity.planned@1", "act"},
      {"activity.cancelled@1", "act"},
      {"session.scheduled@1", "act"},
      {"session.cancelled@1", "act"},
      {"heads.counted@1", "actk."},
      {"attendance.signed_in@1", "actk."},
      {"attendance.signed_out@1", "actk."},
      {"attendance.corrected@1", "act"},
      {"evidence.attached@1", "actrk."},
      {"service.reported@1", "actk."},
      {"record.approve@1", "acr"},
      {"record.reject@1", "acr"},
      {"record.appeal@1", "actr."},
      {"record.reverse@1", "ac"},
      {"policy.adopted@1", "a"},
      {"fund.opened@1", "ac"},
      {"fund.received@1", "ac"},
      {"coins.grant@1", "ac"},
      {"coins.give@1", "ac"},
      {"coins.donate@1", "ac"},
      {"transfer.reverse@1", "ac"},
      {"item.offered@1", "ac"},
      {"stock.received@1", "acs"},
      {"redemption.place@1", "acs"},
      {"redemption.handed_over@1", "acs"},
      {"redemption.cancel@1", "acs"},
  };
  return rows;
}

// Done by a helper for somebody else, so that nothing is allowed for one's own sake.
void for_another(Body& body, const PersonId& actor) {
  const PersonId other("p_01JD00000000000000000000ZZ");
  if (auto* in = std::get_if<AttendanceSignedIn>(&body)) in->person = other;
  if (auto* out = std::get_if<AttendanceSignedOut>(&body)) out->helper = actor;
  if (auto* report = std::get_if<ServiceReported>(&body)) report->volunteer = other;
  if (auto* claim = std::get_if<NeedClaim>(&body)) claim->volunteer = other;
  if (auto* gift = std::get_if<CoinsGive>(&body)) gift->from = other;
  if (auto* gift = std::get_if<CoinsDonate>(&body)) gift->from = other;
  if (auto* place = std::get_if<RedemptionPlace>(&body)) place->person = other;
  if (auto* release = std::get_if<NeedRelease>(&body)) release->volunteer = other;
}

TEST(Authority, EveryKindNamesTheRolesThatMayDoIt) {
  const PersonId actor("p_01JD00000000000000000000AA");
  const std::vector<Body> kinds = all_kinds();
  EXPECT_EQ(kinds.size(), table().size());
  for (Body body : kinds) {
    for_another(body, actor);
    const auto row = table().find(kind_of(body));
    ASSERT_NE(row, table().end()) << kind_of(body);
    for (size_t i = 0; i < letters.size(); ++i) {
      const StaffRoles roles = role_bit(static_cast<StaffRole>(i));
      EXPECT_EQ(actor_may(roles, actor, body), row->second.find(letters[i]) != row->second.npos)
          << kind_of(body) << " " << name(static_cast<StaffRole>(i));
    }
    EXPECT_EQ(actor_may(0, actor, body), row->second.find('.') != row->second.npos)
        << kind_of(body) << " without a role";
  }
}

TEST(Authority, RolesAddUp) {
  const StaffRoles both = role_bit(StaffRole::auditor) | role_bit(StaffRole::cashier);
  EXPECT_TRUE(actor_may(both, {}, RedemptionHandedOver{}));
  EXPECT_FALSE(actor_may(both, {}, RecordApprove{}));
}

TEST(Authority, AnAuditorMayStillComeAndServe) {
  const PersonId self("p_01JD00000000000000000000AA");
  const StaffRoles auditor = role_bit(StaffRole::auditor);
  AttendanceSignedIn in;
  in.person = self;
  EXPECT_TRUE(actor_may(auditor, self, in));
  in.helper = PersonId("p_01JD00000000000000000000ZZ");
  EXPECT_TRUE(actor_may(auditor, self, in)) << "a helper may bring them";
  in.person = *in.helper;
  EXPECT_FALSE(actor_may(auditor, self, in));
  ServiceReported report;
  report.volunteer = self;
  EXPECT_TRUE(actor_may(auditor, self, report));
  CoinsGive gift;
  gift.from = self;
  EXPECT_TRUE(actor_may(auditor, self, gift));
  EXPECT_TRUE(actor_may(0, self, gift));
}

TEST(Authority, AKioskAndAnAuditorsDeviceKeepToTheirOwn) {
  int kiosk = 0;
  for (const Body& body : all_kinds()) {
    EXPECT_TRUE(device_may(ReplicaRole::desk, body));
    EXPECT_EQ(device_may(ReplicaRole::auditor, body),
              std::holds_alternative<ReplicaEnrolled>(body));
    if (!device_may(ReplicaRole::kiosk, body)) continue;
    ++kiosk;
    // Whatever a kiosk may is offered to people without a role.
    EXPECT_TRUE(actor_may(0, {}, body)) << kind_of(body);
  }
  EXPECT_EQ(kiosk, 10);
}

}  // namespace
}  // namespace linli::core
