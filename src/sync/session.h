// The sync session: what to ask the hub next, and what its answers mean, as a state
// machine without sockets, clocks or randomness of its own. It must never lose or hide
// anything because of an answer, never let one bad bundle hold up the others, and never
// stand still without saying so.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sync/hub_answer.h"
#include "sync/session_log.h"

namespace linli::sync {

// The world at the moment of an input, given by the caller.
struct Moment {
  int64_t monotonic_millis = 0;  // for pauses
  int64_t unix_millis = 0;       // for signing times, may be wrong
  uint32_t random = 0;           // for jitter
};

// A signed request that the shell is to make. At most one is out at a time.
struct Call {
  uint32_t id = 0;
  std::string method;
  std::string path;
  std::string body;
  bool gzip = false;
  std::string at;          // time to sign with when the device's clock is wrong; empty = now
  std::string setup_code;  // only while a space is attached to a hub
  int32_t timeout_millis = 30000;
};

enum class Phase : uint8_t {
  idle,  // everything is at the hub, and everything of the hub is here
  pushing,
  pulling,
  payloads,
  blobs,
  waiting,  // for the end of a pause after a failure
  offline,  // no hub answers
  blocked,  // the hub contradicts what was seen before, or refuses this device
};

struct SessionStatus {
  Phase phase = Phase::idle;
  std::optional<base::Error> problem;  // the latest; empty after everything went well again
  int64_t last_contact_millis = -1;    // monotonic; -1 = never
  int64_t asked_millis = -1;           // monotonic, of the call whose answer waits; -1 = none
  bool stalled = false;                // work waits and nothing has moved for stalled_after_millis
  bool revoked = false;                // the hub said that this device was taken out of the space
  size_t held_back = 0;                // bundles the hub refused
};

class Session {
 public:
  static constexpr int64_t pause_first_millis = 2000;
  static constexpr int64_t pause_max_millis = 5 * 60 * 1000;
  static constexpr int64_t poll_millis = 60 * 1000;  // without live events
  static constexpr int64_t poll_with_events_millis = 10 * 60 * 1000;
  static constexpr int64_t stalled_after_millis = 10 * 60 * 1000;
  static constexpr size_t push_bytes_max = 2 * 1024 * 1024;
  static constexpr size_t push_bytes_min = 300 * 1024;  // one bundle of the largest size
  static constexpr size_t blob_part_bytes = 512 * 1024;

  Session(core::SpaceId space, SessionLog& log);

  // The next call to make, if any. Ask again after every input and at wake_at().
  std::optional<Call> next(const Moment& now);
  void answered(const Answer& answer, const Moment& now);
  // Goes on with a long answer, a slice at a time; false when there is none in hand.
  bool work(const Moment& now);
  // Monotonic time at which next() should be asked again without an input.
  int64_t wake_at() const;

  // Inputs.
  void local_work(const Moment& now);  // something new lies in the log
  void want_blob(const Moment& now);
  void head_moved(std::string_view head_json, const Moment& now);  // data of a live event
  void events_connected(bool connected, const Moment& now);
  void network_changed(bool online, const Moment& now);
  void try_now(const Moment& now);  // a person pressed the button; refused bundles go again
  // Attaches a space that was founded without a hub; pushes go to the founding address.
  void attach(std::string setup_code, const Moment& now);

  SessionStatus status(const Moment& now) const;
  std::string events_path() const;
  // How far the device's clock is off by the last answer, 0 when it is right enough.
  int64_t clock_error_millis() const { return clock_offset_millis_; }
  // The hub's clock at the latest head, 0 before.
  int64_t hub_at_millis() const { return hub_at_millis_; }

 private:
  enum class Stage : uint8_t {
    push,
    pull,
    put_payloads,
    get_payloads,
    put_blobs,
    get_blobs,
    count_,
  };
  static constexpr int64_t slice_lines_max = 32;
  static constexpr size_t stage_count = static_cast<size_t>(Stage::count_);
  struct StageState {
    bool wanted = true;
    int failures = 0;
    int64_t not_before = 0;
  };
  struct BlobUpload {
    OutgoingBlob blob;
    int64_t offset = 0;
  };
  // A bundle the hub refused: nothing of that replica is pushed from this number on.
  struct HeldBack {
    int64_t number = 0;
    int64_t not_before = 0;  // INT64_MAX: only when a person asks
  };
  // While the order of a restored hub is compared with ours: the place that is tried.
  struct Comparison {
    int64_t from_seq = 0;
    int64_t step = 1;
    HubMark mark;
  };
  // What one answer to a pull held.
  struct Slice {
    size_t bytes = 0;
    int64_t lines = 0;
  };
  struct PageInHand {
    std::string lines;
    size_t taken = 0;  // bytes of them
    std::string end;   // the line with the head
  };
  struct Page {
    std::vector<OrderedBundle> bundles;
    ListEnd end = ListEnd::cut_off;
    bool more = false;
    bool head_taken = false;
    bool contradicts = false;        // the next bundle doesn't continue our order
    bool cut = false;                // what follows is asked for again
    std::optional<base::Error> bad;  // the next bundle can't be taken
  };

  StageState& at(Stage stage) { return stages_[static_cast<size_t>(stage)]; }
  const StageState& at(Stage stage) const { return stages_[static_cast<size_t>(stage)]; }
  void want(Stage stage) { at(stage).wanted = true; }
  void want_all();
  bool waits() const;
  void wake_due_work(const Moment& now);

  // Making calls (session_calls.cpp).
  std::optional<Call> make_call(Stage stage, const Moment& now);
  std::optional<Call> make_push(const Moment& now);
  std::optional<Call> make_put_payloads(const Moment& now);
  std::optional<Call> make_put_blob(const Moment& now);
  std::optional<Call> make_get_blob(const Moment& now);
  std::string space_path(std::string_view rest) const;
  using HeldHashes = std::map<std::string, int64_t, std::less<>>;  // until when
  static SessionLog::SkipHash skip(const HeldHashes& held, const Moment& now);

  // Understanding answers (session_push.cpp, session_pull.cpp, session_private.cpp).
  void answered_push(const Answer& answer, const Moment& now);
  bool push_line(const OutgoingBundle& sent, JsonValue line, const Moment& now);
  void push_refused(const OutgoingBundle& sent, const std::string& code, const Moment& now);
  void answered_pull(const Answer& answer, const Moment& now);
  bool take_in_hand(std::string_view body);
  static Slice slice_of(std::string_view lines);
  void take_pull(std::string_view body, const Moment& now);
  OrderEnd pull_from();
  Page read_page(std::string_view body, const Moment& now);
  bool settle_comparison(const Page& page, const Moment& now);
  void finish_pull(const Page& page, const Moment& now);
  void answered_put_payloads(const Answer& answer, const Moment& now);
  bool payload_line(const std::string& commitment, JsonValue line, const Moment& now);
  void answered_get_payloads(const Answer& answer, const Moment& now);
  void poll_payloads_later(const Moment& now);
  void answered_put_blob(const Answer& answer, const Moment& now);
  void answered_get_blob(const Answer& answer, const Moment& now);
  void failed(const Answer& answer, const Moment& now);
  void failed_by_code(const HubFailure& failure, const Answer& answer, const Moment& now);

  // False when the head contradicts what was seen; everything pauses then.
  bool take_head(JsonValue head, const Moment& now);
  bool remember_head(const Moment& now);

  void contact(const Moment& now);
  void moved(const Moment& now) { last_moved_millis_ = now.monotonic_millis; }
  void succeeded(Stage stage, const Moment& now);
  void pause(Stage stage, base::Error problem, const Moment& now, int64_t at_least_millis = 0);
  void pause_all(const base::Error& problem, const Moment& now, int64_t at_least_millis = 0);
  void no_network(const char* why, const Moment& now);
  void block(base::Error problem, const Moment& now);
  bool keep(const base::Status& status, const Moment& now);

  core::SpaceId space_;
  SessionLog& log_;
  std::array<StageState, stage_count> stages_;
  std::optional<Stage> under_way_;
  Stage answered_stage_ = Stage::push;  // whose answer is being understood
  uint32_t last_call_ = 0;
  std::vector<OutgoingBundle> sent_;
  std::vector<OutgoingPayload> sent_payloads_;
  std::optional<BlobUpload> upload_;
  std::string blob_asked_;
  std::string setup_code_;
  size_t push_bytes_ = push_bytes_max;

  std::optional<base::Error> blocked_;
  std::optional<base::Error> problem_;
  bool offline_ = false;
  bool events_connected_ = false;
  bool revoked_ = false;
  bool payloads_not_allowed_ = false;
  bool signed_anew_ = false;
  int network_failures_ = 0;
  int payload_rounds_ = 0;
  int64_t poll_at_ = 0;
  int64_t payload_poll_at_ = INT64_MAX;
  int64_t last_contact_millis_ = -1;
  int64_t asked_millis_ = -1;
  int64_t last_moved_millis_ = -1;
  int64_t waits_since_millis_ = -1;
  int64_t clock_offset_millis_ = 0;
  int64_t hub_at_millis_ = 0;
  std::optional<Head> last_head_;
  std::string last_head_text_;
  int64_t remembered_seq_ = -1;  // of the head that the log keeps
  std::optional<Comparison> comparison_;
  std::optional<PageInHand> in_hand_;
  std::map<std::string, HeldBack, std::less<>> held_back_;
  HeldHashes held_payloads_;
  HeldHashes held_blobs_;
};

}  // namespace linli::sync
