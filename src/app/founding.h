// Founding a branch on this device: it gets its key, its space, its founder with a PIN,
// its first rules and its first site in one durable step. Works without a hub for as
// long as it likes. It must never found a second space over one that is here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/app.h"

namespace linli::app {

struct FoundingPlan {
  std::string branch_name;
  std::string founder_name;
  std::string pin;
  std::string site_name;
  core::PolicyAdopted policy;  // from a preset; id and effective day are set here
};

enum class FoundingProblem : uint8_t {
  none,
  branch_name_missing,
  branch_name_long,
  founder_name_missing,
  founder_name_long,
  pin_unacceptable,
  site_name_missing,
  site_name_long,
};

// The first thing to put right, in the order of the form.
FoundingProblem check(const FoundingPlan& plan);

class Founding {
 public:
  enum class State : uint8_t { idle, making_key, done, no_key, not_saved };

  explicit Founding(App& app) : app_(app) {}

  // CHECKs that the plan has no problem and that no space is here.
  void start(FoundingPlan plan);
  // True when the event was for this.
  bool handle(const Event& event);

  State state() const { return state_; }
  // Why it ended in no_key (what the shell said) or not_saved.
  const std::string& key_failure() const { return key_failure_; }
  const std::optional<base::Error>& error() const { return error_; }

 private:
  base::Status record_all(std::string_view public_key_hex);

  App& app_;
  State state_ = State::idle;
  FoundingPlan plan_;
  uint32_t request_ = 0;
  std::string key_failure_;
  std::optional<base::Error> error_;
};

}  // namespace linli::app
