#include "app/sync_driver.h"

#include <algorithm>
#include <utility>

#include "base/crypto.h"
#include "base/limits.h"

namespace linli::app {
namespace {

// How long taps are gathered before they are sealed into one bundle.
constexpr double gather_seconds = 2;
constexpr double gather_seconds_max = 10;
// A space that orders itself seals seldom: nobody waits for it.
constexpr double self_ordered_gather_seconds = 30;
constexpr double self_ordered_gather_seconds_max = 300;
constexpr double retry_seconds = 30;
constexpr double never = 1e9;
constexpr int32_t http_ok = 200;

// The value of a header line such as "retry-after: 5", 0 when it is absent or no number.
int64_t header_number(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    if (line.size() <= name.size() + 1 || line[name.size()] != ':') continue;
    bool same = true;
    for (size_t i = 0; i < name.size(); ++i) {
      const char c = line[i];
      same = same && (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == name[i];
    }
    if (!same) continue;
    int64_t value = 0;
    for (const char c : line.substr(name.size() + 1)) {
      if (c >= '0' && c <= '9' && value < 1000000) value = value * 10 + (c - '0');
    }
    return value;
  }
  return 0;
}

}  // namespace

SyncDriver::SyncDriver(App& app) : app_(app), log_(app), renewal_(app) {}

sync::Moment SyncDriver::now() {
  sync::Moment moment;
  moment.monotonic_millis = static_cast<int64_t>(app_.env().monotonic_seconds() * 1000);
  moment.unix_millis = app_.env().unix_millis();
  unsigned char bytes[4];
  app_.env().fill_random(bytes, sizeof bytes);
  for (const unsigned char byte : bytes) moment.random = moment.random << 8 | byte;
  return moment;
}

sync::Session& SyncDriver::session() {
  if (!session_) session_ = std::make_unique<sync::Session>(app_.identity().space, log_);
  return *session_;
}

void SyncDriver::look_at_local_work() {
  if (app_.revision() == seen_revision_) return;
  seen_revision_ = app_.revision();
  state_stale_ = true;
  const int64_t unsealed = app_.log().unsealed_count();
  if (unsealed == unsealed_) return;
  const double seconds = app_.env().monotonic_seconds();
  if (unsealed_ == 0) unsealed_since_ = seconds;
  unsealed_last_ = seconds;
  unsealed_ = unsealed;
}

bool SyncDriver::seal_step() {
  if (unsealed_ == 0 || sign_request_ != 0 || handed_to_hub()) return false;
  const double seconds = app_.env().monotonic_seconds();
  if (seconds < sign_not_before_) return false;
  const double gather = attached() ? gather_seconds : self_ordered_gather_seconds;
  const double gather_max = attached() ? gather_seconds_max : self_ordered_gather_seconds_max;
  const bool due = seal_asked_ || seconds >= unsealed_last_ + gather ||
                   seconds >= unsealed_since_ + gather_max ||
                   unsealed_ >= static_cast<int64_t>(base::bundle_operations_max);
  if (!due) return false;

  std::vector<std::string> texts;
  std::vector<int64_t> times;
  app_.log().each_unsealed([&](const store::OwnOperation& operation) {
    if (texts.size() == base::bundle_operations_max) return;
    texts.push_back(operation.text);
    times.push_back(operation.at_millis);
  });
  if (texts.empty()) {
    unsealed_ = 0;
    seal_asked_ = false;
    return false;
  }
  const Identity& identity = app_.identity();
  sync::ChainEnd end{identity.space, identity.replica, 0, ""};
  if (const auto last = app_.log().last_bundle_of(identity.replica.view())) {
    end.last_number = last->number;
    end.last_hash = last->hash;
  }
  if (end.last_number < integer_of(app_.log().get(own_number_taken_name))) return false;
  unsigned_ = sync::cut_bundle(end, texts);
  times.resize(unsigned_.operation_count);
  unsigned_first_at_ = *std::min_element(times.begin(), times.end());
  sign_request_ = app_.requests().add(SignBytes{unsigned_.signed_bytes});
  return true;
}

void SyncDriver::signature_came(const Event& event) {
  sign_request_ = 0;
  state_stale_ = true;
  const bool stored = event.kind == Event::Kind::done && store_sealed(event.text).ok();
  signing_failed_ = !stored;
  if (!stored) {
    // The operations stay in the log as they are, and are sealed when the key answers again.
    sign_not_before_ = app_.env().monotonic_seconds() + retry_seconds;
    return;
  }
  unsealed_ = app_.log().unsealed_count();
  unsealed_since_ = app_.env().monotonic_seconds();
  seal_asked_ = seal_asked_ && unsealed_ > 0;
  if (attached()) session().local_work(now());
}

base::Status SyncDriver::store_sealed(std::string_view signature) {
  if (signature.size() != 128) {
    return base::Error{base::ErrorCode::wrong_signature, std::to_string(signature.size())};
  }
  const std::string text = sync::sealed_text(unsigned_, signature);
  // A key that is not this device's any more must not spoil the chain.
  if (!base::ed25519_verify(unsigned_.signed_bytes, signature, app_.identity().public_key_hex)) {
    return base::Error{base::ErrorCode::wrong_signature, std::to_string(unsigned_.number)};
  }
  store::Bundle bundle;
  bundle.replica = app_.identity().replica.str();
  bundle.number = unsigned_.number;
  bundle.hash = unsigned_.hash;
  bundle.text = text;
  bundle.operations = static_cast<int64_t>(unsigned_.operation_count);
  bundle.first_at_millis = unsigned_first_at_;
  const base::Status sealed = app_.log().together([&]() -> base::Status {
    if (auto done = app_.log().seal(bundle); !done) return done;
    return attached() ? base::success() : app_.log().order_next(bundle.hash);
  });
  if (sealed && !attached()) (void)app_.projector().confirm();
  return sealed;
}

bool SyncDriver::work() {
  if (!runs()) return false;
  look_at_local_work();
  if (renewal_.joins()) return false;
  if (!renewal_.begun() && seal_step()) return true;
  if (!attached() && !attaching_) return false;
  if (attached() && renew_step()) return true;
  if (attaching_ && attached()) {
    attaching_ = false;
    state_stale_ = true;
  }
  if (!setup_code_.empty()) {
    // The hub takes what is sealed, in the order it has here; so everything is sealed first.
    if (unsealed_ > 0 || sign_request_ != 0) return false;
    session().attach(std::exchange(setup_code_, {}), now());
  }
  if (attached()) listen();
  if (call_request_ != 0) return false;
  if (session().work(now())) {
    state_stale_ = true;
    return true;
  }
  auto call = session().next(now());
  if (!call) return false;
  HttpCall http;
  http.method = std::move(call->method);
  http.path = std::move(call->path);
  http.body = std::move(call->body);
  http.gzip = call->gzip;
  http.sign = true;
  http.at = std::move(call->at);
  http.setup_code = std::move(call->setup_code);
  http.timeout_millis = call->timeout_millis;
  call_id_ = call->id;
  call_request_ = app_.requests().add(std::move(http));
  state_stale_ = true;
  return true;
}

// A device that was copied goes on under a name of its own (app/renewal.h).
bool SyncDriver::renew_step() {
  if (call_request_ != 0 || sign_request_ != 0 || !renewal_.wanted()) return false;
  if (!renewal_.work(app_.log().unsent().bundles == 0, unsealed_ == 0)) return false;
  state_stale_ = true;
  return true;
}

void SyncDriver::listen() {
  if (listen_request_ != 0 || app_.env().monotonic_seconds() < listen_not_before_) return;
  listen_request_ = app_.requests().add(ListenHeads{session().events_path()});
}

bool SyncDriver::handle(const Event& event) {
  if (!runs()) return false;
  if (event.kind == Event::Kind::online) {
    state_stale_ = true;
    if (event.number != 0) listen_not_before_ = 0;
    if (attached() || attaching_) session().network_changed(event.number != 0, now());
    return false;  // others may want to know as well
  }
  if (event.request == 0) return false;
  if (renewal_.handle(event)) {
    if (!renewal_.joins()) session_.reset();  // it signs with the key of today
    listen_request_ = 0;
    state_stale_ = true;
    return true;
  }
  if (event.request == sign_request_) {
    signature_came(event);
    return true;
  }
  if (event.request == listen_request_) {
    state_stale_ = true;
    if (event.kind == Event::Kind::head_moved) {
      session().events_connected(true, now());
      session().head_moved(event.text, now());
    } else {
      // The stream ended: asked for anew after a pause, and polled meanwhile.
      listen_request_ = 0;
      const sync::Moment moment = now();
      listen_not_before_ = app_.env().monotonic_seconds() + retry_seconds +
                           static_cast<double>(moment.random % 15000) / 1000;
      session().events_connected(false, moment);
    }
    return true;
  }
  if (event.request != call_request_) return false;
  call_request_ = 0;
  state_stale_ = true;
  sync::Answer answer;
  answer.id = call_id_;
  if (event.kind == Event::Kind::http) {
    answer.status = event.status;
    answer.body = event.text;
    answer.retry_after_seconds = header_number(event.head, "retry-after");
    // A hub that answers again is listened to again, without the pause of a broken stream.
    if (event.status == http_ok && hub_was_away_) listen_not_before_ = 0;
  }
  session().answered(answer, now());
  hub_was_away_ = answer.status == 0;
  if (session().hub_at_millis() != 0) app_.remember_hub_time(session().hub_at_millis());
  look_at_attaching();
  return true;
}

// A hub that says no to the space itself is told to the person at once; the space goes on
// alone. Everything else is tried again.
void SyncDriver::look_at_attaching() {
  if (!attaching_ || attached()) return;
  const auto problem = session().status(now()).problem;
  if (!problem || problem->code != base::ErrorCode::hub_refused || problem->where.empty()) return;
  attach_problem_ = problem;
  attaching_ = false;
  session_.reset();
}

double SyncDriver::seconds_until_work() {
  if (!runs()) return never;
  const double seconds = app_.env().monotonic_seconds();
  double next = never;
  if (unsealed_ > 0 && sign_request_ == 0 && !handed_to_hub()) {
    const double gather = attached() ? gather_seconds : self_ordered_gather_seconds;
    const double gather_max = attached() ? gather_seconds_max : self_ordered_gather_seconds_max;
    const double due = std::min(unsealed_last_ + gather, unsealed_since_ + gather_max);
    next = std::min(next, std::max(due, sign_not_before_) - seconds);
  }
  if (attached() || attaching_) {
    if (attached() && listen_request_ == 0) next = std::min(next, listen_not_before_ - seconds);
    if (call_request_ == 0) {
      next = std::min(next, static_cast<double>(session().wake_at()) / 1000 - seconds);
    }
  }
  return std::max(next, 0.0);
}

void SyncDriver::try_now() {
  seal_now();
  listen_not_before_ = 0;
  if (attached() || attaching_) session().try_now(now());
}

void SyncDriver::seal_now() {
  look_at_local_work();
  seal_asked_ = unsealed_ > 0;
  sign_not_before_ = 0;
}

bool SyncDriver::all_sealed() { return app_.log().unsealed_count() == 0; }

void SyncDriver::attach(std::string setup_code) {
  CHECK(app_.founded());
  if (attached() || setup_code.empty()) return;
  session_.reset();
  attach_problem_.reset();
  attaching_ = true;
  setup_code_ = std::move(setup_code);
  state_stale_ = true;
  seal_now();
}

void SyncDriver::want_blob(std::string_view sha256) {
  log_.want_blob(sha256);
  if (runs() && attached()) session().want_blob(now());
}

// What moves with the clock alone.
void SyncDriver::look_at_session() {
  if (!session_) return;
  const sync::Moment moment = now();
  const auto seconds_since = [&moment](int64_t millis) {
    return (moment.monotonic_millis - millis) / 1000;
  };
  state_.session = session_->status(moment);
  const int64_t contact = state_.session.last_contact_millis;
  const int64_t asked = state_.session.asked_millis;
  state_.last_contact_seconds = contact < 0 ? -1 : seconds_since(contact);
  state_.answer_seconds = asked < 0 ? 0 : seconds_since(asked);
}

const SyncState& SyncDriver::state() {
  if (!state_stale_ && state_revision_ == app_.revision()) {
    look_at_session();
    return state_;
  }
  state_stale_ = false;
  state_revision_ = app_.revision();
  state_ = SyncState{};
  if (!app_.founded()) return state_;
  state_.copied = renewal_.wanted();
  state_.attached = attached();
  state_.attaching = attaching_;
  state_.attach_problem = attach_problem_;
  state_.unsent = app_.log().unsent();
  state_.missing_payloads = app_.log().wanted_payloads();
  state_.signing_failed = signing_failed_;
  if (session_) state_.clock_error_millis = session_->clock_error_millis();
  look_at_session();
  return state_;
}

}  // namespace linli::app
