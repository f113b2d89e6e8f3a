// A device whose profile was copied takes a name of its own: it invites itself under the old
// name, and when everything it had to say is at the hub, joins with that invite under a new
// key. It must never leave the old name while something sealed under it waits.
#pragma once

#include <memory>

#include "app/app.h"
#include "app/joining.h"

namespace linli::app {

class Renewal {
 public:
  explicit Renewal(App& app) : app_(app) {}

  // Another device with our key has used numbers of our chain.
  bool wanted();
  // While it joins nothing may be sealed or sent under either name.
  bool joins() const { return joining_ != nullptr; }
  // From the first attempt on the old key may be gone: what is recorded waits for the new name.
  bool begun();
  // One small step; true when something was done. `sealed_at_hub`: no bundle waits here;
  // `all_sealed`: no operation either.
  bool work(bool sealed_at_hub, bool all_sealed);
  // True when the event was for this.
  bool handle(const Event& event);

 private:
  bool invite_self();
  void end_attempt();

  App& app_;
  std::unique_ptr<Joining> joining_;
  double not_before_ = 0;  // monotonic
};

}  // namespace linli::app
