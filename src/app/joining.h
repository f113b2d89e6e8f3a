// Joining a branch with an invite: finds the branch at the hub, makes a key, enrols by
// its first bundle, and only then keeps the branch in this device. A step that was cut
// off goes on with the same bundle. Works while the inviter is offline. A device that is in
// the branch already takes a new name by it (app/renewal.h).
#pragma once

#include <optional>
#include <string>

#include "app/app.h"
#include "app/invite.h"
#include "sync/head.h"
#include "sync/seal.h"

namespace linli::app {

class Joining {
 public:
  enum class State : uint8_t { idle, looking_up, making_key, signing, asking, done, failed };
  enum class Problem : uint8_t {
    none,
    offline,    // no connection, or no answer in time
    not_a_hub,  // something else answered
    no_key,     // the browser could not make or use a key
    unknown,    // the hub does not know the invite (yet)
    used,
    expired,
    wrong,
    refused,    // another code of the hub, in hub_code()
    not_saved,  // storage, in error()
  };

  explicit Joining(App& app) : app_(app) {}

  // True when an earlier attempt was cut off between asking and answer.
  bool can_resume() { return !app_.log().get("joining").empty(); }
  void resume();
  void start(const InviteCode& code);
  // True when the event was for this.
  bool handle(const Event& event);

  State state() const { return state_; }
  Problem problem() const { return problem_; }
  const std::string& hub_code() const { return hub_code_; }
  const std::optional<base::Error>& error() const { return error_; }

 private:
  void fail(Problem problem);
  void looked_up(const Event& event);
  void key_made(std::string_view public_key);
  void signed_bundle(std::string_view signature);
  void ask();
  void answered(const Event& event);
  void refused(std::string_view code);
  base::Status keep(const sync::Receipt& receipt);

  App& app_;
  State state_ = State::idle;
  Problem problem_ = Problem::none;
  std::string hub_code_;
  std::optional<base::Error> error_;
  uint32_t request_ = 0;
  std::optional<InviteCode> code_;
  core::SpaceId space_;
  core::ReplicaRole role_ = core::ReplicaRole::desk;
  sync::UnsignedBundle unsigned_;
  std::string bundle_text_;
};

}  // namespace linli::app
