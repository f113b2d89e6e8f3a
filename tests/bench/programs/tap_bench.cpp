// Serial sign-ins through the app, over the product's own files of the browser: each is
// timed from the call to the moment at which it is durable and folded.
#include <memory>
#include <string>
#include <vector>

#include <emscripten/emscripten.h>

#include "app/demo_branch.h"
#include "shell/web/browser_env.h"

namespace linli::bench {
namespace {

class Taps {
 public:
  explicit Taps(bool encrypted) {
    const std::string key(encrypted ? 64 : 0, 'a');
    // The demo's branch, kept in files here: a place with people and sessions.
    auto opened = app::App::open(env_, {"log.db", "state.db", key, app::Mode::demo});
    CHECK(opened.ok());
    app_ = std::move(opened).value();
    CHECK(app::load_demo_branch(*app_, app::demo_seed).ok());
    store::Statement& person = app_->state().prepare("SELECT person FROM person ORDER BY person");
    while (person.step()) people_.push_back(person.id<core::PersonId>(0));
    store::Statement& session = app_->state().prepare(
        "SELECT session, session_day, from_minute FROM session"
        " ORDER BY session_day, from_minute, session");
    while (session.step()) {
      core::AttendanceSignedIn body;
      body.session = session.id<core::SessionId>(0);
      body.in_day.number = static_cast<int32_t>(session.integer(1));
      body.in_minute = static_cast<int32_t>(session.integer(2));
      sessions_.push_back(body);
    }
    CHECK(!people_.empty() && !sessions_.empty());
  }

  // Everybody comes to one session after the other.
  double tap() {
    core::AttendanceSignedIn body = sessions_[made_ / people_.size() % sessions_.size()];
    body.person = people_[made_ % people_.size()];
    body.attendance = app_->new_id<core::AttendanceId>();
    ++made_;
    const double begin = env_.monotonic_seconds();
    const auto recorded = app_->dispatch(body);
    const double seconds = env_.monotonic_seconds() - begin;
    CHECK(recorded.ok() && !recorded.value().id.empty());
    return seconds;
  }

 private:
  shell::BrowserEnv env_;
  std::unique_ptr<app::App> app_;
  std::vector<core::PersonId> people_;
  std::vector<core::AttendanceSignedIn> sessions_;
  size_t made_ = 0;
};

Taps* taps = nullptr;

}  // namespace
}  // namespace linli::bench

extern "C" {

EMSCRIPTEN_KEEPALIVE void linli_bench_open(int32_t encrypted) {
  linli::bench::taps = new linli::bench::Taps(encrypted != 0);
}

EMSCRIPTEN_KEEPALIVE double linli_bench_tap() { return linli::bench::taps->tap(); }
}
