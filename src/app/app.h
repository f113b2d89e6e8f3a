// App is the one door for ui and shell: read the state, dispatch operations, know who is
// signed in and what mode the device is in. Screens must never write SQL or the log
// themselves, and nothing here waits for the world outside.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/projector.h"
#include "app/request.h"
#include "app/session.h"
#include "app/surroundings.h"
#include "base/env.h"
#include "base/result.h"
#include "core/operation.h"
#include "store/database.h"
#include "store/log.h"

namespace linli::app {

class SyncDriver;

enum class Mode : uint8_t { desk, kiosk, demo };

// Who this device is in its space. The key itself stays with the shell.
struct Identity {
  core::SpaceId space;
  core::ReplicaId replica;
  std::string public_key_hex;
  core::ReplicaRole role = core::ReplicaRole::desk;
  bool self_ordered = false;  // founded here and not attached to a hub yet
};

struct OpenAt {
  std::string log_path;  // ":memory:" for the demo
  std::string state_path;
  std::string key_hex;  // empty = not encrypted
  Mode mode = Mode::desk;
};

class App {
 public:
  static base::Result<std::unique_ptr<App>> open(base::Env& env, const OpenAt& at);
  ~App();

  // False in a browser that holds no space yet: the first-run screens are shown.
  bool founded() const { return !identity_.space.empty(); }
  const Identity& identity() const { return identity_; }
  // Founding and joining; kept in log.db at once.
  base::Status set_identity(const Identity& identity);

  // Reading. Queries of store/query_*.h take state(); what they gave is stale when
  // revision() has moved.
  store::Database& state() { return state_; }
  uint64_t revision() const { return projector_.revision(); }

  // Writing. Makes id, time, day and actor; durable when it returns ok. An actor or a device
  // without the right gets Refusal::not_allowed and nothing is recorded (id stays empty).
  // A refusal by the fold is recorded, so that the person can read it later.
  base::Result<Recorded> dispatch(core::Body body);
  // The same in the name of somebody else than the staff member signed in: at the kiosk the
  // person who stands there.
  base::Result<Recorded> dispatch_as(const core::PersonId& actor, core::Body body);

  // Without asking for rights: founding, joining, the demo. The fold asks all the same.
  base::Result<Recorded> record_as(const core::PersonId& actor, core::Body body);

  template <class IdType>
  IdType new_id() {
    return IdType(new_id_text(IdType::prefix()));
  }
  base::Day today() { return env_.local_time().day; }

  // Waiting work (confirming, refolding) in slices; true while there is more.
  bool work(int operations_max) { return projector_.work(operations_max); }

  // Small settings of this device, kept in log.db, never synced. Empty when never set.
  std::string setting(std::string_view key);
  base::Status set_setting(std::string_view key, std::string_view value);
  std::string language();  // "zh-CN" or "en"

  Mode mode() const { return mode_; }
  // Entering the kiosk survives a restart; the shell leaves it by PIN only.
  base::Status set_mode(Mode mode);
  void remember_hub_time(int64_t unix_millis) { hub_at_millis_ = unix_millis; }

  base::Env& env() { return env_; }
  store::Log& log() { return log_; }
  Projector& projector() { return projector_; }
  Session& session() { return session_; }
  Requests& requests() { return requests_; }
  SyncDriver& sync() { return *sync_; }
  Surroundings& surroundings() { return surroundings_; }

 private:
  App(base::Env& env, store::Log log, store::Database state, Mode mode);
  std::string new_id_text(std::string_view prefix);
  void load_identity();

  base::Env& env_;
  store::Log log_;
  store::Database state_;
  Projector projector_;
  Session session_;
  Requests requests_;
  std::unique_ptr<SyncDriver> sync_;
  Surroundings surroundings_;
  Identity identity_;
  Mode mode_;
  std::optional<int64_t> hub_at_millis_;
};

}  // namespace linli::app
