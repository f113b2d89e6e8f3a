// What this device remembers about how it looks: colours, text size, large mode. Kept
// by the app on the device and never synced.
#pragma once

#include <cstdint>

#include "ui/theme.h"

namespace linli::app {
class App;
}

namespace linli::ui {

// The first three are Scheme's.
enum class SchemeChoice : uint8_t { light, dark, contrast, system };

inline constexpr float text_dp_least = 16;
inline constexpr float text_dp_most = 30;

struct DeviceSettings {
  SchemeChoice scheme = SchemeChoice::system;
  float text_dp = 18;
  bool large = false;
};

DeviceSettings read_device_settings(app::App& app);
void write_device_settings(app::App& app, const DeviceSettings& settings);

}  // namespace linli::ui
