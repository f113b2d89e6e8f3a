#include "app/joining.h"

#include "app/intake.h"
#include "sync/bundle_codec.h"
#include "sync/canonical_json.h"
#include "sync/identity.h"
#include "sync/operation_codec.h"

namespace linli::app {
namespace {

constexpr std::string_view kept_bundle = "joining";
constexpr int http_ok = 200;

std::string text_member(sync::JsonValue object, std::string_view key) {
  if (!object.is(sync::JsonType::object)) return {};
  const sync::JsonValue value = object.member(key);
  return value.is(sync::JsonType::string) ? value.string() : std::string();
}

// The first line of a body, without its line feed.
std::string_view first_line(std::string_view body) { return body.substr(0, body.find('\n')); }

// The role that the enrolment at the front of a bundle asks for.
std::optional<core::ReplicaRole> enrolled_role(std::string_view bundle_text) {
  sync::BundleOperations operations;
  if (!operations.open(bundle_text)) return std::nullopt;
  const auto first = operations.read(0);
  if (!first) return std::nullopt;
  const auto* enrolled = std::get_if<core::ReplicaEnrolled>(&first.value().operation.body);
  if (enrolled == nullptr) return std::nullopt;
  return enrolled->role;
}

}  // namespace

void Joining::fail(Problem problem) {
  state_ = State::failed;
  problem_ = problem;
}

void Joining::start(const InviteCode& code) {
  code_ = code;
  problem_ = Problem::none;
  hub_code_.clear();
  error_.reset();
  state_ = State::looking_up;
  HttpCall call;
  call.method = "GET";
  call.path = "/api/v1/invites/" + code.invite.str();
  request_ = app_.requests().add(std::move(call));
}

void Joining::resume() {
  bundle_text_ = app_.log().get(kept_bundle);
  problem_ = Problem::none;
  hub_code_.clear();
  error_.reset();
  ask();
}

bool Joining::handle(const Event& event) {
  if (request_ == 0 || event.request != request_) return false;
  request_ = 0;
  const bool answered_well = event.kind != Event::Kind::failed;
  switch (state_) {
    case State::looking_up:
      looked_up(event);
      break;
    case State::making_key:
      answered_well ? key_made(event.text) : fail(Problem::no_key);
      break;
    case State::signing:
      answered_well ? signed_bundle(event.text) : fail(Problem::no_key);
      break;
    case State::asking:
      answered(event);
      break;
    default:
      break;
  }
  return true;
}

void Joining::looked_up(const Event& event) {
  if (event.kind != Event::Kind::http) return fail(Problem::offline);
  sync::JsonDocument document;
  const bool json = document.read(event.text, sync::JsonForm::any).ok() &&
                    document.root().is(sync::JsonType::object);
  if (!json) return fail(Problem::not_a_hub);
  if (event.status != http_ok) {
    const std::string code = text_member(document.root(), "code");
    return code.empty() ? fail(Problem::not_a_hub) : refused(code);
  }
  const std::string space = text_member(document.root(), "space");
  const auto role = core::parse_enum<core::ReplicaRole>(text_member(document.root(), "role"));
  if (!base::well_formed_id(space, core::SpaceId::prefix()) || !role) {
    return fail(Problem::not_a_hub);
  }
  space_ = core::SpaceId(space);
  role_ = *role;
  state_ = State::making_key;
  request_ = app_.requests().add(MakeDeviceKey{true});
}

void Joining::key_made(std::string_view public_key) {
  core::Operation operation;
  operation.id = app_.new_id<core::OperationId>();
  operation.at_millis = app_.env().unix_millis();
  operation.day = app_.today();
  operation.body =
      core::ReplicaEnrolled{sync::replica_id_of(public_key), core::Hash{std::string(public_key)},
                            role_, code_->invite, code_->secret};
  const std::string text = sync::write_operation(operation, "").text;
  unsigned_ = sync::cut_bundle({space_, sync::replica_id_of(public_key), 0, ""}, {text});
  state_ = State::signing;
  request_ = app_.requests().add(SignBytes{unsigned_.signed_bytes});
}

void Joining::signed_bundle(std::string_view signature) {
  bundle_text_ = sync::sealed_text(unsigned_, signature);
  // From here on the same bundle is sent again, so a lost answer never makes a fork.
  if (auto kept = app_.log().set(kept_bundle, bundle_text_); !kept) {
    error_ = kept.error();
    return fail(Problem::not_saved);
  }
  ask();
}

void Joining::ask() {
  const auto bundle = sync::read_bundle(bundle_text_);
  CHECK(bundle.ok());
  state_ = State::asking;
  HttpCall call;
  call.method = "POST";
  call.path = "/api/v1/spaces/" + bundle.value().space.str() + "/bundles";
  call.body = bundle_text_ + "\n";
  call.sign = true;
  request_ = app_.requests().add(std::move(call));
}

void Joining::answered(const Event& event) {
  if (event.kind != Event::Kind::http) return fail(Problem::offline);
  const std::string line(first_line(event.text));
  sync::JsonDocument document;
  if (!document.read(line, sync::JsonForm::any) || !document.root().is(sync::JsonType::object)) {
    return fail(Problem::not_a_hub);
  }
  const sync::JsonValue root = document.root();
  if (event.status != http_ok) {
    const std::string code = text_member(root, "code");
    return code.empty() ? fail(Problem::not_a_hub) : refused(code);
  }
  if (const sync::JsonValue refusal = root.member("refusal"); refusal.exists()) {
    return refused(text_member(refusal, "code"));
  }
  const sync::JsonValue value = root.member("receipt");
  if (!value.exists()) return fail(Problem::not_a_hub);
  const auto receipt = sync::read_receipt(value);
  if (!receipt) return fail(Problem::not_a_hub);
  if (auto kept = keep(receipt.value()); !kept) {
    error_ = kept.error();
    return fail(Problem::not_saved);
  }
  state_ = State::done;
}

void Joining::refused(std::string_view code) {
  hub_code_ = code;
  if (code == "invite_unknown") return fail(Problem::unknown);
  // The bundle will never be taken as it is: the next attempt makes another.
  if (!app_.log().set(kept_bundle, "")) return fail(Problem::not_saved);
  if (code == "invite_used") return fail(Problem::used);
  if (code == "invite_expired") return fail(Problem::expired);
  if (code == "invite_wrong" || code == "enrolment_wrong") return fail(Problem::wrong);
  fail(Problem::refused);
}

base::Status Joining::keep(const sync::Receipt& receipt) {
  const auto bundle = sync::read_bundle(bundle_text_);
  const auto role = enrolled_role(bundle_text_);
  CHECK(bundle.ok() && role.has_value());
  if (receipt.hash != bundle.value().hash) {
    return base::Error{base::ErrorCode::wrong_hash, receipt.hash};
  }
  const base::Status kept = app_.log().together([&]() -> base::Status {
    const Identity identity{bundle.value().space, bundle.value().replica,
                            bundle.value().opening.public_key, *role, false};
    if (auto set = app_.set_identity(identity); !set) return set;
    const auto put = app_.log().put(stored_form(bundle.value(), true), {});
    if (!put) return put.error();
    if (auto placed = app_.log().order(receipt.seq, receipt.hash, receipt.head); !placed) {
      return placed;
    }
    return app_.log().set(kept_bundle, "");
  });
  if (!kept) return kept;
  (void)app_.projector().confirm();
  return base::success();
}

}  // namespace linli::app
