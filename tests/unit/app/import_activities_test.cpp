#include "app/import_activities.h"

#include <gtest/gtest.h>

#include "app/demo_branch.h"
#include "app/embedded.h"
#include "store/query_activity.h"
#include "unit/app/fake_env.h"

namespace linli::app {
namespace {

class ImportActivities : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = App::open(env, {":memory:", ":memory:", {}, Mode::desk});
    ASSERT_TRUE(opened.ok());
    app = std::move(opened).value();
    Identity identity;
    identity.space = app->new_id<core::SpaceId>();
    identity.replica = core::ReplicaId("r_" + std::string(32, 'a'));
    identity.public_key_hex = std::string(64, 'b');
    identity.self_ordered = true;
    ASSERT_TRUE(app->set_identity(identity).ok());
    core::SpaceFounded founded;
    founded.space = identity.space;
    founded.replica = identity.replica;
    founded.public_key.hex = identity.public_key_hex;
    founded.name.text = "朝西站";
    founded.founder = app->new_id<core::PersonId>();
    app->session().sign_in_without_pin(founded.founder);
    ASSERT_TRUE(app->dispatch(founded).ok());
  }
  std::vector<store::ActivityRow> activities() {
    return store::list_activities(app->state(), app->today(), std::nullopt, 100);
  }
  ImportPreview preview(std::string_view text) {
    auto made = preview_activities(app->state(), text, TextEncoding::utf8);
    EXPECT_TRUE(made.ok());
    return std::move(made).value();
  }

  FakeEnv env;
  std::unique_ptr<App> app;
};

TEST_F(ImportActivities, ShowsImportsAndUndoesTheRegister) {
  const std::string_view text = embedded_asset("demo/laolinju-activities.csv");
  const ImportPreview first = preview(text);
  EXPECT_EQ(first.good_rows, 16);
  EXPECT_EQ(first.heads_known, 289);
  EXPECT_EQ(first.heads_unknown, 3);
  EXPECT_TRUE(activities().empty());

  const auto imported = import_activities(*app, first);
  ASSERT_TRUE(imported.ok());
  EXPECT_EQ(imported.value().activities, 16);
  ASSERT_EQ(activities().size(), 16u);
  const store::ActivityRow oldest = activities().back();
  EXPECT_TRUE(oldest.days_are_months);
  EXPECT_EQ(base::to_text(oldest.to_day), "2022-04-30");
  EXPECT_EQ(oldest.heads.unknown, 1);

  const ImportPreview second = preview(text);
  EXPECT_EQ(second.good_rows, 0);
  EXPECT_EQ(second.already_here_rows, 16);
  ASSERT_TRUE(import_activities(*app, second).ok());
  EXPECT_EQ(activities().size(), 16u);

  ASSERT_TRUE(undo_import(*app, imported.value().import_id).ok());
  EXPECT_TRUE(activities().empty());
  EXPECT_EQ(preview(text).good_rows, 16);
}

TEST_F(ImportActivities, ImportsGoodRowsOnlyAndKeepsWhatIsWorkedOn) {
  const ImportPreview made = preview("活动,时间,签到人数\n演讲,2026-01-05,7\n坏行,2026-02-30,1\n");
  EXPECT_EQ(made.good_rows, 1);
  EXPECT_EQ(made.problem_rows, 1);
  const auto imported = import_activities(*app, made);
  ASSERT_TRUE(imported.ok());
  ASSERT_EQ(activities().size(), 1u);
  EXPECT_EQ(activities()[0].heads.known, 7);

  core::SessionScheduled session;
  session.session = app->new_id<core::SessionId>();
  session.activity = activities()[0].activity;
  session.session_day = app->today();
  ASSERT_TRUE(app->dispatch(session).ok());
  ASSERT_TRUE(undo_import(*app, imported.value().import_id).ok());
  ASSERT_EQ(activities().size(), 1u);  // somebody has planned a session of it since
}

}  // namespace
}  // namespace linli::app
