// Every limit of the program stands here and nowhere else, units last.
#pragma once

#include <cstddef>
#include <cstdint>

namespace linli::base {

// Bundles and files (docs/formats/bundle.md).
inline constexpr size_t bundle_operations_max = 1000;
inline constexpr size_t bundle_bytes_max = 256 * 1024;
inline constexpr size_t payload_bytes_max = 64 * 1024;
inline constexpr size_t file_bytes_max = 512 * 1024 * 1024;
inline constexpr size_t json_depth_max = 16;
inline constexpr int64_t json_integer_max = (int64_t{1} << 53) - 1;

// Text. A name has 1 to 64 code points in any script.
inline constexpr size_t name_code_points_max = 64;
inline constexpr size_t title_code_points_max = 120;
inline constexpr size_t note_code_points_max = 2000;
inline constexpr size_t phone_bytes_max = 24;
inline constexpr size_t card_number_bytes_max = 32;

// Service and ledger.
inline constexpr int32_t minutes_per_day = 24 * 60;
inline constexpr int32_t service_minutes_max = 24 * 60;
inline constexpr int64_t amount_max = int64_t{1} << 40;
inline constexpr int32_t head_count_max = 100000;
inline constexpr int32_t points_per_hour_max = 10000;
inline constexpr int32_t points_permille_max = 100000;
inline constexpr int32_t debt_minutes_max = 1000 * 60;

// The shop tells when this many pieces of a gift or fewer are left.
inline constexpr int32_t low_stock_pieces = 3;

// Pictures, scaled down before they are kept.
inline constexpr int32_t photo_edge_pixels_max = 1600;
inline constexpr size_t photo_bytes_max = 1024 * 1024;

// Import of tables.
inline constexpr size_t import_bytes_max = 16 * 1024 * 1024;
inline constexpr size_t import_rows_max = 20000;

// Kiosk: when it returns to its start, when it slows down, and how long after its end a
// session may still be signed out.
inline constexpr int32_t kiosk_result_seconds = 5;
inline constexpr int32_t kiosk_idle_seconds = 30;
inline constexpr int32_t kiosk_helper_idle_seconds = 120;
inline constexpr int32_t kiosk_tries_before_slow = 3;
inline constexpr int32_t kiosk_slow_seconds = 5;
inline constexpr int32_t kiosk_slow_seconds_max = 60;
inline constexpr int32_t kiosk_sign_out_grace_minutes = 120;
inline constexpr int32_t kiosk_walk_up_minutes_max = 8 * 60;

// Screens.
inline constexpr size_t page_rows_max = 200;

}  // namespace linli::base
