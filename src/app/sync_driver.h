// Joins the log, the sync session and the shell's requests: seals what was recorded,
// keeps the hub and this device at one, and says in plain data how far that is. It runs
// in small steps, is quiet when nothing moves, and must never run in the demo.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/app.h"
#include "app/hub_log.h"
#include "app/renewal.h"
#include "sync/seal.h"
#include "sync/session.h"

namespace linli::app {

// What the Sync screen and the status line show.
struct SyncState {
  bool attached = false;  // a hub orders this space
  bool attaching = false;
  std::optional<base::Error> attach_problem;  // why the hub did not take the space
  store::Unsent unsent;
  int64_t missing_payloads = 0;
  sync::SessionStatus session;
  int64_t last_contact_seconds = -1;  // ago; -1 = not since the start
  int64_t answer_seconds = 0;         // for how long the hub has been asked without an answer
  int64_t clock_error_millis = 0;
  bool signing_failed = false;  // the device key is gone or was refused
  bool copied = false;          // another device has this one's key; a new name is on its way
};

class SyncDriver {
 public:
  explicit SyncDriver(App& app);

  // True when the event was an answer to one of its requests, or news for it.
  bool handle(const Event& event);
  // One small step; true when another can follow at once.
  bool work();
  // Seconds until work() has something to do without an event; large when nothing waits.
  double seconds_until_work();

  // A person asks: seal and send now.
  void try_now();
  // Seals what is open, so that it can leave on a stick; see all_sealed().
  void seal_now();
  bool all_sealed();
  // Gives a space that ordered itself to the hub this page came from.
  void attach(std::string setup_code);
  void want_blob(std::string_view sha256);

  const SyncState& state();

 private:
  bool runs() const { return app_.founded() && app_.mode() != Mode::demo; }
  bool attached() const { return !app_.identity().self_ordered; }
  // Between the founding push and its receipt nothing is sealed, because who orders is open.
  bool handed_to_hub() const { return attaching_ && setup_code_.empty() && !attached(); }
  sync::Moment now();
  sync::Session& session();
  bool seal_step();
  bool renew_step();
  void signature_came(const Event& event);
  base::Status store_sealed(std::string_view signature);
  void listen();
  void look_at_attaching();
  void look_at_local_work();
  void look_at_session();

  App& app_;
  HubLog log_;
  Renewal renewal_;
  std::unique_ptr<sync::Session> session_;
  bool attaching_ = false;
  std::string setup_code_;  // kept until everything is sealed
  std::optional<base::Error> attach_problem_;

  uint64_t seen_revision_ = 0;
  int64_t unsealed_ = 0;
  double unsealed_since_ = 0;  // monotonic, first sight of the oldest
  double unsealed_last_ = 0;   // monotonic, of the latest
  bool seal_asked_ = false;
  uint32_t sign_request_ = 0;
  double sign_not_before_ = 0;
  bool signing_failed_ = false;
  sync::UnsignedBundle unsigned_;
  int64_t unsigned_first_at_ = 0;

  uint32_t call_request_ = 0;
  uint32_t call_id_ = 0;
  uint32_t listen_request_ = 0;
  double listen_not_before_ = 0;
  bool hub_was_away_ = false;

  SyncState state_;
  uint64_t state_revision_ = 0;
  bool state_stale_ = true;
};

}  // namespace linli::app
