#include "app/session.h"

#include <gtest/gtest.h>

#include "app/pin.h"
#include "unit/app/device.h"

namespace linli::app {
namespace {

constexpr const char* kPin = "2468";

TEST(Pin, IsPbkdf2WithHmacSha256) {
  EXPECT_EQ(pin_hash("password", "salt", 1),
            "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b");
  EXPECT_EQ(pin_hash("password", "salt", 4096),
            "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
}

TEST(Session, SignsInByPinAndLocksWhenNobodyUsesIt) {
  Device device(1);
  device.found();
  Session& session = device.app().session();
  session.sign_out();
  EXPECT_EQ(session.sign_in(device.founder, kPin), SignIn::no_pin);
  ASSERT_TRUE(session.set_pin(device.founder, kPin).ok());
  EXPECT_EQ(session.sign_in(device.founder, "0000"), SignIn::wrong_pin);
  EXPECT_FALSE(session.signed_in());
  EXPECT_EQ(session.sign_in(device.founder, kPin), SignIn::signed_in);
  EXPECT_EQ(session.sign_in(device.app().new_id<core::PersonId>(), kPin), SignIn::not_staff);
  EXPECT_NE(session.roles() & core::role_bit(core::StaffRole::administrator), 0u);

  session.set_idle_minutes(10);
  device.env().millis += 9 * 60 * 1000;
  EXPECT_FALSE(session.lock_if_idle());
  session.touch();
  device.env().millis += 9 * 60 * 1000;
  EXPECT_FALSE(session.lock_if_idle());
  device.env().millis += 60 * 1000;
  EXPECT_TRUE(session.lock_if_idle());
  EXPECT_FALSE(session.signed_in());
}

TEST(Session, WrongPinsSlowDownAndOutliveARestart) {
  Device device(2);
  device.found();
  Session& session = device.app().session();
  ASSERT_TRUE(session.set_pin(device.founder, kPin).ok());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(session.sign_in(device.founder, "1"), SignIn::wrong_pin);
  EXPECT_EQ(session.wait_seconds(device.founder), 30);
  EXPECT_EQ(session.sign_in(device.founder, kPin), SignIn::wait) << "also with the right one";
  Session restarted(device.env(), device.app().log(), device.app().state());
  EXPECT_EQ(restarted.wait_seconds(device.founder), 30);
  // A clock set back by a year makes nobody wait longer than the whole wait.
  device.env().millis -= 365LL * 24 * 3600 * 1000;
  EXPECT_EQ(session.wait_seconds(device.founder), 30);
  device.env().millis += 365LL * 24 * 3600 * 1000 + 30'000;
  EXPECT_EQ(session.sign_in(device.founder, "1"), SignIn::wrong_pin);
  EXPECT_EQ(session.wait_seconds(device.founder), 60);
  device.env().millis += 60'000;
  EXPECT_EQ(session.sign_in(device.founder, kPin), SignIn::signed_in);
  EXPECT_EQ(session.wait_seconds(device.founder), 0);
}

TEST(Session, TheKioskIsLeftByAnyStaffPinAndSlowsDownToo) {
  Device device(3);
  device.found();
  Session& session = device.app().session();
  ASSERT_TRUE(session.set_pin(device.founder, kPin).ok());
  EXPECT_EQ(session.try_kiosk_pin(kPin), SignIn::signed_in);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(session.try_kiosk_pin("9999"), SignIn::wrong_pin);
  EXPECT_EQ(session.kiosk_wait_seconds(), 30);
  EXPECT_EQ(session.try_kiosk_pin(kPin), SignIn::wait);
  device.env().millis += 30'000;
  EXPECT_EQ(session.kiosk_wait_seconds(), 0);
  EXPECT_EQ(session.try_kiosk_pin(kPin), SignIn::signed_in);
  EXPECT_EQ(session.kiosk_wait_seconds(), 0);
}

// The pads have digits only: anything else could be set and never be typed again.
TEST(Session, APinIsWhatThePadsCanType) {
  EXPECT_TRUE(Session::acceptable_pin("2468"));
  EXPECT_TRUE(Session::acceptable_pin("123456789012"));
  for (const char* pin : {"", "123", "1234567890123", "ab12", "12 34", "１２３４"}) {
    EXPECT_FALSE(Session::acceptable_pin(pin)) << pin;
  }
}

TEST(App, AnActorWithoutTheRightIsRefusedAndNothingIsRecorded) {
  Device device(4);
  device.found();
  App& app = device.app();
  core::StaffAppointed appointed;
  appointed.person = app.new_id<core::PersonId>();
  appointed.role = core::StaffRole::cashier;
  ASSERT_TRUE(app.dispatch(appointed).value().outcome.is_applied());
  const int64_t before = app.log().unsealed_count();
  app.session().sign_in_without_pin(appointed.person);
  core::SiteRegistered site;
  site.site = app.new_id<core::SiteId>();
  const auto refused = app.dispatch(site);
  ASSERT_TRUE(refused.ok());
  EXPECT_EQ(refused.value().outcome.refusal, core::Refusal::not_allowed);
  EXPECT_TRUE(refused.value().id.empty());
  EXPECT_EQ(app.log().unsealed_count(), before);
  // In the name of somebody who has the right but isn't signed in: no.
  EXPECT_EQ(app.dispatch_as(device.founder, site).value().outcome.refusal,
            core::Refusal::not_allowed);
}

TEST(App, RemembersSettingsAndTheKioskOverARestart) {
  Device device(5);
  device.found();
  App& app = device.app();
  EXPECT_EQ(app.language(), "zh-CN");
  ASSERT_TRUE(app.set_setting("language", "en").ok());
  EXPECT_EQ(app.language(), "en");
  ASSERT_TRUE(app.set_mode(Mode::kiosk).ok());
  EXPECT_EQ(app.log().get("mode"), "kiosk");
}

}  // namespace
}  // namespace linli::app
