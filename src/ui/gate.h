// Which screen may be shown now: without a branch the first run, at a kiosk the kiosk,
// without a person signed in the sign-in. The address stays, so that it opens afterwards.
#pragma once

#include <string_view>

namespace linli::app {
class App;
}

namespace linli::ui {

// `wanted` or the route that stands before it.
std::string_view guarded_route(app::App& app, std::string_view wanted);

}  // namespace linli::ui
