#include "app/app.h"

#include "app/sync_driver.h"
#include "base/crypto.h"

namespace linli::app {
namespace {

constexpr const char* kSpace = "space";
constexpr const char* kReplica = "replica";
constexpr const char* kPublicKey = "public_key";
constexpr const char* kRole = "role";
constexpr const char* kSelfOrdered = "self_ordered";
constexpr const char* kMode = "mode";

std::string setting_key(std::string_view key) { return "setting." + std::string(key); }

}  // namespace

App::App(base::Env& env, store::Log log, store::Database state, Mode mode)
    : env_(env),
      log_(std::move(log)),
      state_(std::move(state)),
      projector_(state_, log_),
      session_(env, log_, state_),
      mode_(mode) {}

App::~App() = default;

base::Result<std::unique_ptr<App>> App::open(base::Env& env, const OpenAt& at) {
  base::Result<store::Log> log = store::Log::open(at.log_path, at.key_hex);
  if (!log.ok()) return log.error();
  base::Result<store::Database> state =
      store::Database::open(at.state_path, store::Durability::none, at.key_hex);
  if (!state.ok()) return state.error();
  std::unique_ptr<App> app(new App(env, std::move(log).value(), std::move(state).value(), at.mode));
  app->load_identity();
  const base::Status started = app->projector_.start(app->identity_.replica);
  if (!started.ok()) return started.error();
  app->sync_ = std::make_unique<SyncDriver>(*app);
  return app;
}

void App::load_identity() {
  identity_.space = core::SpaceId(log_.get(kSpace));
  identity_.replica = core::ReplicaId(log_.get(kReplica));
  identity_.public_key_hex = log_.get(kPublicKey);
  identity_.role =
      core::parse_enum<core::ReplicaRole>(log_.get(kRole)).value_or(core::ReplicaRole::desk);
  identity_.self_ordered = log_.get(kSelfOrdered) == "1";
  if (mode_ == Mode::desk && log_.get(kMode) == "kiosk") mode_ = Mode::kiosk;
}

base::Status App::set_identity(const Identity& identity) {
  const base::Status kept = log_.together([&]() -> base::Status {
    base::Status done = log_.set(kSpace, identity.space.view());
    if (done.ok()) done = log_.set(kReplica, identity.replica.view());
    if (done.ok()) done = log_.set(kPublicKey, identity.public_key_hex);
    if (done.ok()) done = log_.set(kRole, core::name(identity.role));
    if (done.ok()) done = log_.set(kSelfOrdered, identity.self_ordered ? "1" : "0");
    return done;
  });
  if (!kept.ok()) return kept;
  const bool other_space = identity_.space != identity.space;
  identity_ = identity;
  projector_.set_own_replica(identity.replica);
  if (!other_space) return base::success();
  // The first head hash is made from the space's name.
  const base::Status started = projector_.start_refold();
  // An empty log is folded at once; else what is recorded next would be folded twice.
  if (started.ok()) projector_.work(1);
  return started;
}

base::Result<Recorded> App::dispatch(core::Body body) {
  return dispatch_as(session_.person(), std::move(body));
}

base::Result<Recorded> App::dispatch_as(const core::PersonId& actor, core::Body body) {
  // Rights of staff come only with the sign-in: another actor has what anybody has.
  const bool actor_signed_in = session_.signed_in() && actor == session_.person();
  const bool allowed = core::device_may(identity_.role, body) &&
                       (actor_signed_in ? session_.may(body) : core::actor_may(0, actor, body));
  if (!allowed) {
    return Recorded{core::OperationId(), core::Outcome::refused(core::Refusal::not_allowed), true};
  }
  return record_as(actor, std::move(body));
}

base::Result<Recorded> App::record_as(const core::PersonId& actor, core::Body body) {
  unsigned char salt[16];
  env_.fill_random(salt, sizeof salt);
  core::Operation operation;
  operation.id = new_id<core::OperationId>();
  operation.at_millis = env_.unix_millis();
  operation.hub_at_millis = hub_at_millis_;
  operation.day = today();
  operation.actor = actor;
  operation.body = std::move(body);
  return projector_.record(operation, base::hex(salt, sizeof salt));
}

std::string App::new_id_text(std::string_view prefix) {
  unsigned char random[10];
  env_.fill_random(random, sizeof random);
  const std::string digits = base::ulid(env_.unix_millis(), random);
  return prefix.empty() ? digits : std::string(prefix) + "_" + digits;
}

std::string App::setting(std::string_view key) { return log_.get(setting_key(key)); }

base::Status App::set_setting(std::string_view key, std::string_view value) {
  return log_.set(setting_key(key), value);
}

std::string App::language() { return setting("language") == "en" ? "en" : "zh-CN"; }

base::Status App::set_mode(Mode mode) {
  CHECK(mode_ != Mode::demo && mode != Mode::demo);
  const base::Status kept = log_.set(kMode, mode == Mode::kiosk ? "kiosk" : "desk");
  if (kept.ok()) mode_ = mode;
  return kept;
}

}  // namespace linli::app
