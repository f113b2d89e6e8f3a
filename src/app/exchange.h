// Bundles on a USB stick: writes a file of what this device has, reads a file of what
// others have and tells first what is in it. Reading the same file twice changes
// nothing; it must never take a part of a damaged file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/intake.h"
#include "sync/file_codec.h"

namespace linli::app {

enum class ExportWhat : uint8_t {
  unsent,      // what the hub does not have yet
  everything,  // all bundles, payloads and receipts that are here
};

struct ExportedFile {
  std::string name;  // linli-<end of the space id>-<day>.linli.json
  std::string text;
  int64_t bundles = 0;
  int64_t operations = 0;
};

// Only what is sealed can travel: the caller seals first. In steps, because a branch's whole
// life takes longer than a frame.
class Exporter {
 public:
  Exporter(App& app, ExportWhat what);
  ~Exporter();
  // Adds about `bundles_max` bundles; true while there are more.
  bool step(int64_t bundles_max);
  ExportedFile finish();

 private:
  class Parts;
  App& app_;
  ExportWhat what_;
  std::unique_ptr<Parts> parts_;
  int64_t seq_ = 0;
  int64_t last_seq_ = 0;
};

// All steps at once.
ExportedFile export_file(App& app, ExportWhat what);

// What a file holds, told before anything is taken.
struct FileSummary {
  int64_t operations = 0;
  int64_t bundles = 0;
  int64_t new_operations = 0;  // not here yet
  int64_t new_bundles = 0;
  int64_t early_bundles = 0;  // need an earlier file of the same device first
  int64_t forked_bundles = 0;
  int64_t not_at_hub_bundles = 0;
  int64_t payloads = 0;                   // not here yet
  int64_t receipts = 0;                   // news that the hub has signed for
  int64_t unproven_receipts = 0;          // left out
  std::vector<core::ReplicaId> replicas;  // whose bundles, each once, in order
  std::vector<base::Error> refused;
};

class ImportedFile {
 public:
  // Errors: not_json, truncated, too_large, wrong_shape, update_needed, wrong_space.
  static base::Result<ImportedFile> read(App& app, std::string_view text);

  const FileSummary& summary() const { return summary_; }
  // Stores it and lets the projector fold it. Errors of storage, or wrong_chain when the
  // file's receipts contradict the order known here.
  base::Result<Taken> take(App& app) const;

 private:
  sync::BundleFile file_;
  FileSummary summary_;
};

}  // namespace linli::app
