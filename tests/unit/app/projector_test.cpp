#include "app/projector.h"

#include <gtest/gtest.h>

#include "unit/app/device.h"

namespace linli::app {
namespace {

int64_t count(App& app, const char* sql) {
  store::Statement& statement = app.state().prepare(sql);
  EXPECT_TRUE(statement.step());
  const int64_t value = statement.integer(0);
  statement.reset();
  return value;
}

core::PersonId register_person(Device& device, const char* name, core::PersonRole role) {
  core::PersonRegistered person;
  person.person = device.app().new_id<core::PersonId>();
  person.roles = {role};
  person.birth_year = 1950;
  person.details = core::PersonPrivate{{name}, core::Note{"13812341234"}, {}, {}, {}, {}};
  const auto recorded = device.app().dispatch(person);
  EXPECT_TRUE(recorded.ok() && recorded.value().outcome.is_applied());
  return person.person;
}

TEST(Projector, RecordsAreSeenAtOnceAndSealingChangesNothingSeen) {
  Device device(1);
  device.found();
  const core::PersonId person = register_person(device, "张三丰", core::PersonRole::volunteer);
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM person"), 2);
  const uint64_t revision = device.app().revision();
  const std::string before = device.hash();
  device.seal();
  device.work();
  EXPECT_EQ(device.hash(), before);
  EXPECT_GT(device.app().revision(), revision);
  EXPECT_EQ(device.app().projector().confirmed_seq(), 1);
  store::Statement& name =
      device.app().state().prepare("SELECT name FROM person_private WHERE person = ?");
  name.bind(person);
  ASSERT_TRUE(name.step());
  EXPECT_EQ(name.text(0), "张三丰");
  name.reset();
}

TEST(Projector, RefoldEqualsIncremental) {
  Device device(2);
  device.found();
  for (int i = 0; i < 40; ++i) {
    register_person(device, "李四", core::PersonRole::recipient);
    if (i % 7 == 0) device.seal();
    if (i % 5 == 0) device.work();
  }
  device.work();
  const std::string before = device.hash();
  for (const int slice : {1, 3, 1000}) {
    ASSERT_TRUE(device.app().projector().start_refold().ok());
    while (device.app().work(slice)) {
    }
    EXPECT_EQ(device.hash(), before) << slice;
  }
}

TEST(Projector, RecordingGoesOnWhileRefolding) {
  Device device(3);
  device.found();
  for (int i = 0; i < 30; ++i) register_person(device, "李四", core::PersonRole::recipient);
  device.seal();
  device.work();
  ASSERT_TRUE(device.app().projector().start_refold().ok());
  EXPECT_TRUE(device.app().work(5));
  EXPECT_TRUE(device.app().projector().progress().under_way);
  core::PersonRegistered late;
  late.person = device.app().new_id<core::PersonId>();
  const auto recorded = device.app().record_as(device.founder, late);
  ASSERT_TRUE(recorded.ok());
  EXPECT_FALSE(recorded.value().folded);
  device.work();
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM person"), 32);
}

TEST(Projector, AConfirmedOrderOfTwoDevicesGivesBothTheSameState) {
  Device desk(4);
  desk.found();
  core::InviteCreated invite;
  invite.invite = desk.app().new_id<core::InviteId>();
  const std::string secret(64, '5');
  invite.secret_hash.hex = base::sha256_hex("linli.invite/1\n" + secret);
  invite.expires_day = core::Day{30000};
  ASSERT_TRUE(desk.app().dispatch(invite).value().outcome.is_applied());
  const core::PersonId recipient = register_person(desk, "奶奶", core::PersonRole::recipient);
  const core::PersonId first = register_person(desk, "甲", core::PersonRole::volunteer);
  const core::PersonId second = register_person(desk, "乙", core::PersonRole::volunteer);
  core::NeedPublished need;
  need.need = desk.app().new_id<core::NeedId>();
  need.recipient = recipient;
  need.service_kind = desk.app().new_id<core::ServiceKindId>();
  need.service_day = core::Day{30000};
  need.from_minute = 540;
  ASSERT_TRUE(desk.app().dispatch(need).value().outcome.is_applied());
  desk.seal();
  desk.work();

  Device other(5);
  const Identity identity{desk.app().identity().space, other.replica(), other.public_key(),
                          core::ReplicaRole::desk, false};
  ASSERT_TRUE(other.app().set_identity(identity).ok());
  const auto carry = [](Device& from, Device& to) {
    from.app().log().each_confirmed(0, 100, [&](int64_t seq, const store::Bundle& bundle) {
      ASSERT_TRUE(to.app().log().put(bundle, {}).ok());
      ASSERT_TRUE(to.app().log().order(seq, bundle.hash, from.app().log().head_at(seq)).ok());
    });
    (void)to.app().projector().confirm();
    to.work();
  };
  carry(desk, other);
  core::ReplicaEnrolled enrolled;
  enrolled.replica = other.replica();
  enrolled.public_key.hex = other.public_key();
  enrolled.invite = invite.invite;
  enrolled.invite_secret.hex = secret;
  ASSERT_TRUE(other.app().record_as({}, enrolled).value().outcome.is_applied());
  core::NeedClaim claim;
  claim.need = need.need;
  claim.volunteer = second;
  // Both take the last place without knowing of each other.
  const auto pending = other.app().record_as(second, claim);
  EXPECT_TRUE(pending.value().outcome.is_applied());
  claim.volunteer = first;
  EXPECT_TRUE(desk.app().dispatch(claim).value().outcome.is_applied());
  desk.seal();
  other.seal();
  // The other device's bundle travels by stick and is ordered after the desk's.
  other.app().log().each_unordered(other.replica().view(), [&](const store::Bundle& bundle) {
    ASSERT_TRUE(desk.app().log().put(bundle, {}).ok());
    ASSERT_TRUE(desk.app().log().order_next(bundle.hash).ok());
  });
  (void)desk.app().projector().confirm();
  desk.work();
  carry(desk, other);
  EXPECT_EQ(desk.hash(), other.hash());
  EXPECT_EQ(count(other.app(), "SELECT count(*) FROM assignment WHERE state = 'held'"), 1);
  EXPECT_EQ(count(other.app(), "SELECT count(*) FROM outcome WHERE reason = 'need_full'"), 1);
}

// A constraint that no operation should break is broken on purpose.
TEST(Projector, AnOperationThatBreaksAConstraintIsFlaggedAndTheRestIsFolded) {
  Device device(6);
  device.found();
  device.seal();
  device.work();
  const core::PersonId person = register_person(device, "张三", core::PersonRole::volunteer);
  core::ConsentGiven consent;
  consent.person = person;
  for (const auto purpose : {core::ConsentPurpose::registration, core::ConsentPurpose::photo,
                             core::ConsentPurpose::story}) {
    consent.purpose = purpose;
    ASSERT_TRUE(device.app().dispatch(consent).value().outcome.is_applied());
  }
  register_person(device, "李四", core::PersonRole::volunteer);
  device.seal();
  register_person(device, "王五", core::PersonRole::volunteer);
  device.seal();
  ASSERT_TRUE(device.app().state().run("ROLLBACK").ok());
  ASSERT_TRUE(device.app().state().run("CREATE UNIQUE INDEX broken ON consent(given_day)").ok());
  ASSERT_TRUE(device.app().state().run("BEGIN").ok());
  device.work();
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM consent"), 1);
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM outcome WHERE reason = 'unfoldable'"), 2);
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM person"), 4);
  EXPECT_EQ(device.app().projector().confirmed_seq(), 3);
  EXPECT_FALSE(device.app().projector().trouble().has_value());
  // Without the constraint everything is there again.
  ASSERT_TRUE(device.app().projector().start_refold().ok());
  device.work();
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM consent"), 3);
}

TEST(Projector, AnOperationOfANewerProgramStopsThereAndRecordingGoesOn) {
  Device device(7);
  device.found();
  device.seal();
  device.work();
  const core::PersonId before = register_person(device, "张三", core::PersonRole::volunteer);
  device.seal();
  device.work();
  // The next bundle of the order holds a kind that this program does not know.
  core::ConsentGiven consent;
  consent.person = before;
  ASSERT_TRUE(device.app().dispatch(consent).ok());
  device.seal();
  store::Log& log = device.app().log();
  store::Bundle newer = *log.last_bundle_of(device.replica().view());
  const std::string known = "consent.given@1";
  newer.text.replace(newer.text.find(known), known.size(), "consent.given@2");
  newer.number += 1;
  newer.hash = base::sha256_hex(newer.text);
  ASSERT_TRUE(log.put(newer, {}).ok());
  ASSERT_TRUE(log.order_next(newer.hash).ok());
  (void)device.app().projector().confirm();
  device.work();
  EXPECT_TRUE(device.app().projector().update_needed());
  EXPECT_EQ(device.app().projector().confirmed_seq(), 3);
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM consent"), 1);
  register_person(device, "李四", core::PersonRole::volunteer);
  EXPECT_EQ(count(device.app(), "SELECT count(*) FROM person"), 3);
}

TEST(Projector, APayloadThatComesLateFillsInTheNameForGood) {
  Device desk(8);
  desk.found();
  const core::PersonId person = register_person(desk, "张三丰", core::PersonRole::volunteer);
  desk.seal();
  desk.work();
  Device other(9);
  ASSERT_TRUE(other.app()
                  .set_identity({desk.app().identity().space, other.replica(), other.public_key(),
                                 core::ReplicaRole::desk, false})
                  .ok());
  const store::Bundle bundle = *desk.app().log().bundle(desk.replica().view(), 1);
  const auto read = sync::read_bundle(std::string_view(bundle.text));
  ASSERT_TRUE(read.ok());
  std::vector<store::Payload> wanted;
  for (const std::string& commitment : read.value().commitments) {
    wanted.push_back({commitment, "", person.str()});
  }
  store::Log& log = other.app().log();
  ASSERT_TRUE(log.put(bundle, wanted).ok());
  ASSERT_TRUE(log.order_next(bundle.hash).ok());
  (void)other.app().projector().confirm();
  other.work();
  const auto named = [&] {
    return count(other.app(), "SELECT count(*) FROM person_private WHERE name = '张三丰'") +
           count(other.app(), "SELECT count(*) FROM search_private WHERE part = 'ZSF'");
  };
  EXPECT_EQ(count(other.app(), "SELECT count(*) FROM person"), 2);
  EXPECT_EQ(named(), 0);
  const std::string hash = other.hash();
  for (const store::Payload& payload : wanted) {
    const auto text = desk.app().log().payload(payload.commitment);
    ASSERT_TRUE(log.put_payload(payload.commitment, *text, true).value());
  }
  (void)other.app().projector().confirm();
  other.work();
  EXPECT_EQ(named(), 2);
  EXPECT_EQ(other.hash(), hash) << "names are no part of what replicas agree on";
  // It stands in the committed part, so taking the pending part back does not lose it.
  (void)other.app().projector().confirm();
  other.work();
  EXPECT_EQ(named(), 2);
  EXPECT_TRUE(log.bundles_with_arrivals(1).empty());
}

}  // namespace
}  // namespace linli::app
