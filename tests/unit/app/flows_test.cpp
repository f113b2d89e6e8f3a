// Founding, attaching, inviting, joining, syncing and carrying files, end to end over a
// scripted hub: what a branch does on its first days.
#include <gtest/gtest.h>

#include "app/exchange.h"
#include "app/founding.h"
#include "app/invite.h"
#include "app/joining.h"
#include "store/query_devices.h"
#include "store/query_person.h"
#include "store/query_space.h"
#include "store/query_staff.h"
#include "store/state_hash.h"
#include "unit/app/scripted_hub.h"

namespace linli::app {
namespace {

class FlowsTest : public testing::Test {
 protected:
  void found() {
    Founding founding(desk.app());
    desk.also = [&](const Event& event) { return founding.handle(event); };
    FoundingPlan plan;
    plan.branch_name = "朝西站 ";
    plan.site_name = "颐康中心";
    plan.founder_name = " 王芳";
    plan.pin = "2468";
    plan.policy.name.text = "基本规则";
    ASSERT_EQ(check(plan), FoundingProblem::none);
    founding.start(plan);
    desk.settle();
    desk.also = [](const Event&) { return false; };
    ASSERT_EQ(founding.state(), Founding::State::done);
  }
  void attach() {
    desk.app().sync().attach(hub.setup_code);
    desk.later(1);
    ASSERT_TRUE(desk.app().sync().state().attached);
  }
  core::PersonId register_person(ScriptedBrowser& device, const char* name) {
    core::PersonRegistered person;
    person.person = device.app().new_id<core::PersonId>();
    person.roles = {core::PersonRole::volunteer};
    person.details = core::PersonPrivate{};
    person.details->name.text = name;
    EXPECT_TRUE(device.app().dispatch(person).ok());
    return person.person;
  }
  InviteCode invite(const char* device_name) {
    const InviteCode code = new_invite_code(desk.env);
    auto created =
        invite_created(code, core::ReplicaRole::kiosk, core::Day{desk.app().today().number + 7});
    created.device = core::Title{device_name};
    const auto recorded = desk.app().dispatch(created);
    EXPECT_TRUE(recorded.ok() && recorded.value().outcome.is_applied());
    return code;
  }
  Joining::State join(ScriptedBrowser& device, const InviteCode& code) {
    Joining joining(device.app());
    device.also = [&](const Event& event) { return joining.handle(event); };
    joining.start(code);
    device.settle();
    device.also = [](const Event&) { return false; };
    problem = joining.problem();
    return joining.state();
  }
  std::string hash(ScriptedBrowser& device) { return store::state_hash(device.app().state()); }

  ScriptedHub hub;
  ScriptedBrowser desk{1, hub};
  ScriptedBrowser kiosk{2, hub};
  Joining::Problem problem = Joining::Problem::none;
};

TEST_F(FlowsTest, FoundedAloneWorksForWeeksWithoutAHub) {
  hub.mood = ScriptedHub::Mood::away;
  found();
  EXPECT_TRUE(desk.app().founded());
  EXPECT_TRUE(desk.app().identity().self_ordered);
  const auto staff = store::list_staff(desk.app().state());
  ASSERT_EQ(staff.size(), 1u);
  EXPECT_EQ(staff[0].name, "王芳");
  EXPECT_EQ(desk.app().session().sign_in(staff[0].person, "2468"), SignIn::signed_in);
  EXPECT_FALSE(store::list_service_kinds(desk.app().state()).empty()) << "a need can be taken";
  for (int day = 0; day < 30; ++day) {
    register_person(desk, "张桂芳");
    desk.later(24 * 3600);
  }
  EXPECT_EQ(hub.calls, 0) << "nothing is asked of a hub that was never attached";
  EXPECT_EQ(desk.app().log().unsealed_count(), 0);
  EXPECT_EQ(desk.app().log().head().seq, desk.app().projector().confirmed_seq());
  EXPECT_GE(desk.app().log().head().seq, 30);
}

TEST_F(FlowsTest, AttachingKeepsTheOrderAndSendsEverything) {
  found();
  for (int i = 0; i < 5; ++i) {
    register_person(desk, "李国强");
    desk.later(60);
  }
  const store::LogHead alone = desk.app().log().head();
  ASSERT_GT(alone.seq, 1);
  const std::string before = hash(desk);
  attach();
  desk.later(30);
  EXPECT_GE(hub.order.size(), static_cast<size_t>(alone.seq));
  EXPECT_EQ(hub.order[static_cast<size_t>(alone.seq) - 1].receipt.head, alone.head);
  EXPECT_EQ(hash(desk), before);
  const SyncState& state = desk.app().sync().state();
  EXPECT_EQ(state.unsent.operations, 0);
  EXPECT_EQ(state.unsent.payloads, 0);
  EXPECT_EQ(hub.payloads.size(), 6u);
  EXPECT_FALSE(state.session.problem.has_value());
}

TEST_F(FlowsTest, WrongSetupCodeIsToldAndNothingChanges) {
  found();
  desk.app().sync().attach("WRONG");
  desk.later(1);
  EXPECT_TRUE(desk.app().identity().self_ordered);
  EXPECT_TRUE(hub.order.empty());
  ASSERT_TRUE(desk.app().sync().state().attach_problem.has_value());
  EXPECT_EQ(desk.app().sync().state().attach_problem->where, "setup_code_wrong");
  EXPECT_FALSE(desk.app().sync().state().attaching);
  attach();
  EXPECT_FALSE(hub.order.empty());
}

TEST_F(FlowsTest, KioskJoinsWhileTheInviterIsAwayAndReceivesEverything) {
  found();
  register_person(desk, "张桂芳");
  attach();
  const InviteCode code = invite("朝西站签到机");
  desk.later(30);
  ASSERT_EQ(join(kiosk, code), Joining::State::done);
  kiosk.later(30);
  EXPECT_EQ(kiosk.app().identity().role, core::ReplicaRole::kiosk);
  EXPECT_FALSE(kiosk.app().identity().self_ordered);
  EXPECT_EQ(kiosk.app().log().wanted_payloads(), 0);
  desk.later(120);
  EXPECT_EQ(hash(kiosk), hash(desk));
  const auto devices = store::list_devices(desk.app().state());
  ASSERT_EQ(devices.size(), 2u);
  EXPECT_TRUE(devices[0].founding);
  EXPECT_EQ(devices[1].name, "朝西站签到机");
  EXPECT_EQ(devices[1].role, core::ReplicaRole::kiosk);
  EXPECT_TRUE(store::open_invites(desk.app().state(), desk.app().today()).empty());
  EXPECT_EQ(store::list_staff(kiosk.app().state())[0].name, "王芳") << "names have come";
}

TEST_F(FlowsTest, InviteWorksOnce) {
  found();
  attach();
  const InviteCode code = invite("一号");
  desk.later(30);
  ASSERT_EQ(join(kiosk, code), Joining::State::done);
  ScriptedBrowser third(3, hub);
  EXPECT_EQ(join(third, code), Joining::State::failed);
  EXPECT_EQ(problem, Joining::Problem::used);
  EXPECT_FALSE(third.app().founded());
}

TEST_F(FlowsTest, JoiningThatWasCutOffGoesOnWithTheSameBundle) {
  found();
  attach();
  const InviteCode code = invite("一号");
  desk.later(30);
  Joining joining(kiosk.app());
  kiosk.also = [&](const Event& event) {
    Event answer = event;
    // The push reached the hub, its answer did not come back.
    if (event.kind == Event::Kind::http && joining.state() == Joining::State::asking) {
      answer.kind = Event::Kind::failed;
    }
    return joining.handle(answer);
  };
  joining.start(code);
  kiosk.settle();
  EXPECT_EQ(joining.problem(), Joining::Problem::offline);
  ASSERT_TRUE(joining.can_resume());
  Joining again(kiosk.app());
  kiosk.also = [&](const Event& event) { return again.handle(event); };
  again.resume();
  kiosk.settle();
  EXPECT_EQ(again.state(), Joining::State::done);
  EXPECT_FALSE(again.can_resume());
}

TEST_F(FlowsTest, PortalsFailuresAndSilenceHideNothing) {
  found();
  attach();
  for (const auto mood :
       {ScriptedHub::Mood::away, ScriptedHub::Mood::portal, ScriptedHub::Mood::failing}) {
    hub.mood = mood;
    register_person(desk, "孙秀英");
    desk.later(30);
    EXPECT_TRUE(desk.app().sync().state().session.problem.has_value());
    EXPECT_GT(desk.app().sync().state().unsent.operations, 0);
    EXPECT_GT(desk.app().sync().state().unsent.since_millis, 0);
  }
  hub.mood = ScriptedHub::Mood::well;
  desk.app().sync().try_now();
  desk.later(30);
  EXPECT_EQ(desk.app().sync().state().unsent.operations, 0);
  EXPECT_FALSE(desk.app().sync().state().session.problem.has_value());
}

TEST_F(FlowsTest, OneRefusedDeviceDoesNotHoldUpAnother) {
  found();
  attach();
  const InviteCode code = invite("一号");
  desk.later(30);
  ASSERT_EQ(join(kiosk, code), Joining::State::done);
  kiosk.later(30);
  hub.refuse_replica = kiosk.app().identity().replica.str();
  core::PersonRegistered person;
  person.person = kiosk.app().new_id<core::PersonId>();
  ASSERT_TRUE(kiosk.app().dispatch(person).ok());
  kiosk.later(30);
  EXPECT_GT(kiosk.app().sync().state().unsent.operations, 0);
  EXPECT_GT(kiosk.app().sync().state().session.held_back, 0u);
  register_person(desk, "何素珍");
  desk.later(30);
  kiosk.later(120);
  EXPECT_EQ(kiosk.app().log().head().seq, static_cast<int64_t>(hub.order.size()))
      << "pulling goes on";
}

TEST_F(FlowsTest, AnotherStoryOfTheHubIsRefused) {
  found();
  register_person(desk, "张桂芳");
  attach();
  desk.later(60);
  const store::LogHead seen = desk.app().log().head();
  hub.order.pop_back();  // within the same epoch
  desk.app().sync().try_now();
  desk.later(120);
  EXPECT_EQ(desk.app().sync().state().session.phase, sync::Phase::blocked);
  EXPECT_EQ(desk.app().log().head().seq, seen.seq) << "what was seen stays";
}

TEST_F(FlowsTest, ALostKeyIsToldAndRecordingGoesOn) {
  found();
  attach();
  desk.key_works = false;
  register_person(desk, "张桂芳");
  desk.later(30);
  EXPECT_TRUE(desk.app().sync().state().signing_failed);
  EXPECT_EQ(desk.app().log().unsealed_count(), 1);
  desk.key_works = true;
  desk.later(60);
  EXPECT_FALSE(desk.app().sync().state().signing_failed);
  EXPECT_EQ(desk.app().log().unsealed_count(), 0);
}

TEST_F(FlowsTest, QuietWhenNothingMoves) {
  found();
  attach();
  desk.later(60);
  const int calls = hub.calls;
  for (int second = 0; second < 50; ++second) desk.later(1);
  EXPECT_LE(hub.calls - calls, 2) << "one poll a minute without live events";
}

TEST_F(FlowsTest, AStickCarriesBundlesBothWaysAndTwiceIsOnce) {
  found();
  attach();
  const InviteCode code = invite("一号");
  desk.later(30);
  ASSERT_EQ(join(kiosk, code), Joining::State::done);
  kiosk.later(30);
  desk.later(120);

  hub.mood = ScriptedHub::Mood::away;
  core::PersonRegistered person;
  person.person = kiosk.app().new_id<core::PersonId>();
  person.details = core::PersonPrivate{};
  person.details->name.text = "赵淑兰";
  ASSERT_TRUE(kiosk.app().dispatch(person).ok());
  kiosk.app().sync().seal_now();
  kiosk.later(3);
  ASSERT_TRUE(kiosk.app().sync().all_sealed());
  const ExportedFile file = export_file(kiosk.app(), ExportWhat::unsent);
  EXPECT_EQ(file.operations, 1);
  EXPECT_EQ(file.name.substr(0, 6), "linli-");
  EXPECT_NE(file.name.find(".linli.json"), std::string::npos);

  auto read = ImportedFile::read(desk.app(), file.text);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().summary().operations, 1);
  EXPECT_EQ(read.value().summary().new_operations, 1);
  EXPECT_EQ(read.value().summary().not_at_hub_bundles, 1);
  ASSERT_EQ(read.value().summary().replicas.size(), 1u);
  EXPECT_EQ(store::device_name(desk.app().state(), read.value().summary().replicas[0]), "一号");
  auto taken = read.value().take(desk.app());
  ASSERT_TRUE(taken.ok());
  EXPECT_EQ(taken.value().stored_operations, 1);
  EXPECT_EQ(taken.value().payloads, 1);
  taken = read.value().take(desk.app());
  ASSERT_TRUE(taken.ok());
  EXPECT_EQ(taken.value().stored_operations, 0);
  desk.settle();

  // The desk hands it to the hub, and a stick brings the receipt back.
  hub.mood = ScriptedHub::Mood::well;
  desk.app().sync().try_now();
  desk.later(60);
  EXPECT_EQ(desk.app().sync().state().unsent.operations, 0);
  const ExportedFile back = export_file(desk.app(), ExportWhat::everything);
  hub.mood = ScriptedHub::Mood::away;
  auto receipts = ImportedFile::read(kiosk.app(), back.text);
  ASSERT_TRUE(receipts.ok());
  ASSERT_TRUE(receipts.value().take(kiosk.app()).ok());
  kiosk.settle();
  EXPECT_EQ(kiosk.app().sync().state().unsent.bundles, 0);
  EXPECT_EQ(hash(kiosk), hash(desk));
}

// A profile that was copied: two devices, one key, one chain of bundles.
TEST_F(FlowsTest, ACopiedDeviceLosesNothingAndSaysSo) {
  found();
  attach();
  desk.later(30);
  ScriptedBrowser copy{1, hub};
  copy.env.state = 99;
  ASSERT_TRUE(copy.app().set_identity(desk.app().identity()).ok());
  auto all = ImportedFile::read(copy.app(), export_file(desk.app(), ExportWhat::everything).text);
  ASSERT_TRUE(all.ok());
  ASSERT_TRUE(all.value().take(copy.app()).ok());
  copy.later(120);
  desk.later(120);
  ASSERT_EQ(hash(copy), hash(desk));
  EXPECT_FALSE(desk.app().sync().state().copied);

  int64_t people = 0;
  for (ScriptedBrowser* first : {&desk, &copy}) {
    ScriptedBrowser& second = first == &desk ? copy : desk;
    hub.mood = ScriptedHub::Mood::away;
    core::PersonId last;
    for (int i = 0; i < 3; ++i) {
      register_person(*first, "甲");
      first->later(20);
      last = register_person(second, "乙");
      second.later(20);
      people += 2;
    }
    hub.mood = ScriptedHub::Mood::well;
    first->app().sync().try_now();
    first->later(60);
    second.app().sync().try_now();
    second.later(900);
    first->later(900);
    EXPECT_EQ(first->app().sync().state().unsent.operations, 0);
    EXPECT_EQ(second.app().sync().state().unsent.operations, 0);
    EXPECT_EQ(hash(*first), hash(second));
    EXPECT_FALSE(second.app().sync().state().copied) << "it has a name of its own";
    EXPECT_NE(second.app().identity().replica, first->app().identity().replica);
    EXPECT_NE(store::person_name(first->app().state(), last), "") << "names came along";
  }
  store::Statement& count = desk.app().state().prepare("SELECT COUNT(*) FROM person ORDER BY 1");
  ASSERT_TRUE(count.step());
  EXPECT_EQ(count.integer(0), people + 1);
  count.reset();
}

// The new key is made, and then the connection goes: work goes on, and the new name as well.
TEST_F(FlowsTest, ANewNameThatWasCutOffIsTakenLater) {
  found();
  attach();
  desk.later(30);
  ScriptedBrowser copy{1, hub};
  copy.env.state = 99;
  ASSERT_TRUE(copy.app().set_identity(desk.app().identity()).ok());
  auto all = ImportedFile::read(copy.app(), export_file(desk.app(), ExportWhat::everything).text);
  ASSERT_TRUE(all.ok());
  ASSERT_TRUE(all.value().take(copy.app()).ok());
  copy.later(120);
  hub.mood = ScriptedHub::Mood::away;
  register_person(desk, "甲");
  desk.later(20);
  register_person(copy, "乙");
  copy.later(20);
  bool cut_off = false;
  copy.also = [&](const Event& event) {
    if (!cut_off && event.kind == Event::Kind::done && event.text.size() == 64) {
      cut_off = true;
      hub.mood = ScriptedHub::Mood::away;
    }
    return false;
  };
  hub.mood = ScriptedHub::Mood::well;
  desk.app().sync().try_now();
  desk.later(60);
  copy.app().sync().try_now();
  copy.later(600);
  ASSERT_TRUE(cut_off);
  EXPECT_TRUE(copy.app().sync().state().copied);
  const core::PersonId meanwhile = register_person(copy, "丙");
  copy.later(600);
  EXPECT_EQ(copy.app().identity().replica, desk.app().identity().replica);
  hub.mood = ScriptedHub::Mood::well;
  copy.later(1200);
  desk.later(1200);
  EXPECT_FALSE(copy.app().sync().state().copied);
  EXPECT_NE(copy.app().identity().replica, desk.app().identity().replica);
  EXPECT_EQ(copy.app().sync().state().unsent.operations, 0);
  EXPECT_EQ(hash(copy), hash(desk));
  EXPECT_EQ(store::person_name(desk.app().state(), meanwhile), "丙");
}

// Whoever writes a file could claim that the hub has a bundle, and it would never be sent.
TEST_F(FlowsTest, AReceiptThatTheHubDidNotSignForIsLeftOut) {
  found();
  attach();
  const InviteCode code = invite("一号");
  desk.later(30);
  ASSERT_EQ(join(kiosk, code), Joining::State::done);
  kiosk.later(30);
  desk.later(120);
  hub.mood = ScriptedHub::Mood::away;
  register_person(kiosk, "赵淑兰");
  kiosk.app().sync().seal_now();
  kiosk.later(3);
  const int64_t unsent = kiosk.app().sync().state().unsent.bundles;
  ASSERT_EQ(unsent, 1);
  const store::LogHead head = kiosk.app().log().head();
  const auto last = kiosk.app().log().last_bundle_of(kiosk.app().identity().replica.view());
  ASSERT_TRUE(last.has_value());
  sync::Receipt forged{kiosk.app().identity().replica, last->number, head.seq + 1, last->hash,
                       sync::next_head(head.head, last->hash)};
  const std::string good_head = kiosk.app().log().get("hub_head");
  ASSERT_FALSE(good_head.empty());
  std::string forged_head = good_head;
  const size_t at = forged_head.find(head.head);
  ASSERT_NE(at, std::string::npos);
  forged_head.replace(at, forged.head.size(), forged.head);
  for (const std::string& head_text : {std::string(), good_head, forged_head}) {
    const std::string text =
        sync::write_file(kiosk.app().identity().space, {}, {}, {forged}, head_text);
    const auto read = ImportedFile::read(kiosk.app(), text);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().summary().receipts, 0);
    EXPECT_EQ(read.value().summary().unproven_receipts, 1);
    ASSERT_TRUE(read.value().take(kiosk.app()).ok());
    kiosk.settle();
    EXPECT_EQ(kiosk.app().sync().state().unsent.bundles, 1);
    EXPECT_EQ(kiosk.app().log().head().seq, head.seq);
  }
}

TEST_F(FlowsTest, DamagedCutOffAndForeignFilesAreToldApart) {
  found();
  desk.later(60);
  const std::string text = export_file(desk.app(), ExportWhat::everything).text;
  const auto code_of = [&](const std::string& file) {
    const auto read = ImportedFile::read(desk.app(), file);
    return read.ok() ? base::ErrorCode::count_ : read.error().code;
  };
  EXPECT_EQ(code_of(text), base::ErrorCode::count_);
  EXPECT_EQ(code_of(text.substr(0, text.size() / 2)), base::ErrorCode::truncated);
  EXPECT_EQ(code_of("编号,姓名\n1,张三\n"), base::ErrorCode::not_json);
  EXPECT_EQ(code_of("{\"format\":\"linli.file/9\"}"), base::ErrorCode::update_needed);

  ScriptedHub other_hub;
  ScriptedBrowser other(9, other_hub);
  Founding founding(other.app());
  other.also = [&](const Event& event) { return founding.handle(event); };
  founding.start({"别的站", "李", "1357", "站点", {}});
  other.settle();
  other.later(60);
  EXPECT_EQ(code_of(export_file(other.app(), ExportWhat::everything).text),
            base::ErrorCode::wrong_space);

  std::string changed = text;
  const size_t name = changed.find("朝西站");
  ASSERT_NE(name, std::string::npos);
  changed.replace(name, std::string("朝西站").size(), "朝东站");
  ScriptedBrowser fresh(7, hub);
  ASSERT_TRUE(fresh.app().set_identity(desk.app().identity()).ok());
  const auto read = ImportedFile::read(fresh.app(), changed);
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().summary().refused.size(), 1u);
  EXPECT_EQ(read.value().summary().refused[0].code, base::ErrorCode::wrong_signature);
}

TEST(FoundingCheckTest, NamesTheFirstThingToPutRight) {
  FoundingPlan plan;
  EXPECT_EQ(check(plan), FoundingProblem::branch_name_missing);
  plan.branch_name = "  ";
  EXPECT_EQ(check(plan), FoundingProblem::branch_name_missing);
  plan.branch_name = "朝西站";
  EXPECT_EQ(check(plan), FoundingProblem::site_name_missing);
  plan.site_name = "颐康中心";
  EXPECT_EQ(check(plan), FoundingProblem::founder_name_missing);
  for (int i = 0; i < 65; ++i) plan.founder_name += "龘";
  EXPECT_EQ(check(plan), FoundingProblem::founder_name_long);
  plan.founder_name = "𬱖㛃";
  EXPECT_EQ(check(plan), FoundingProblem::pin_unacceptable);
  plan.pin = "123";
  EXPECT_EQ(check(plan), FoundingProblem::pin_unacceptable);
  plan.pin = "1234";
  EXPECT_EQ(check(plan), FoundingProblem::none);
}

}  // namespace
}  // namespace linli::app
