#include "app/exchange.h"

#include <algorithm>
#include <set>

namespace linli::app {
namespace {

// Enough of the id for a person to tell two branches' files apart.
std::string short_space(const core::SpaceId& space) {
  std::string text = space.str();
  text = text.substr(text.size() > 6 ? text.size() - 6 : 0);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

class FileParts {
 public:
  explicit FileParts(App& app) : app_(app) {}

  void add(const store::Bundle& bundle, std::optional<int64_t> seq) {
    bundles.push_back(bundle.text);
    operations += bundle.operations;
    if (seq && bundle.at_hub) {
      receipts.push_back({core::ReplicaId(bundle.replica), bundle.number, *seq, bundle.hash, ""});
    }
    const auto read = sync::read_bundle(bundle.text);
    if (!read) return;
    for (const std::string& commitment : read.value().commitments) {
      if (!added_.insert(commitment).second) continue;
      if (auto text = app_.log().payload(commitment)) payloads.push_back(*std::move(text));
    }
  }

  std::vector<std::string> bundles;
  std::vector<std::string> payloads;
  std::vector<sync::Receipt> receipts;
  int64_t operations = 0;

 private:
  App& app_;
  std::set<std::string> added_;
};

}  // namespace

ExportedFile export_file(App& app, ExportWhat what) {
  store::Log& log = app.log();
  FileParts parts(app);
  log.each_confirmed(0, log.head().seq, [&](int64_t seq, const store::Bundle& bundle) {
    if (what == ExportWhat::everything || !bundle.at_hub) parts.add(bundle, seq);
  });
  log.each_unordered(app.identity().replica.view(), [&](const store::Bundle& bundle) {
    if (what == ExportWhat::everything || !bundle.at_hub) parts.add(bundle, std::nullopt);
  });
  for (sync::Receipt& receipt : parts.receipts) receipt.head = log.head_at(receipt.seq);

  ExportedFile file;
  file.name = "linli-" + short_space(app.identity().space) + "-" + base::to_text(app.today()) +
              ".linli.json";
  file.bundles = static_cast<int64_t>(parts.bundles.size());
  file.operations = parts.operations;
  file.text = sync::write_file(app.identity().space, parts.bundles, parts.payloads, parts.receipts);
  return file;
}

base::Result<ImportedFile> ImportedFile::read(App& app, std::string_view text) {
  auto file = sync::read_file(text);
  if (!file) return file.error();
  if (file.value().space != app.identity().space) {
    return base::Error{base::ErrorCode::wrong_space, file.value().space.str()};
  }
  ImportedFile imported;
  imported.file_ = std::move(file).value();
  const sync::BundleFile& content = imported.file_;
  FileSummary& summary = imported.summary_;

  std::set<std::string> with_receipt;
  for (const sync::Receipt& receipt : content.receipts) with_receipt.insert(receipt.hash);
  for (const sync::Bundle& bundle : content.bundles) {
    summary.operations += static_cast<int64_t>(bundle.operation_count);
    const auto& seen = summary.replicas;
    if (std::find(seen.begin(), seen.end(), bundle.replica) == seen.end()) {
      summary.replicas.push_back(bundle.replica);
    }
    const auto here = app.log().bundle_by_hash(bundle.hash);
    if (with_receipt.count(bundle.hash) == 0 && !(here && here->at_hub)) {
      ++summary.not_at_hub_bundles;
    }
  }
  summary.bundles = static_cast<int64_t>(content.bundles.size());
  summary.payloads = static_cast<int64_t>(content.payloads.size());
  summary.receipts = static_cast<int64_t>(content.receipts.size());
  Taken judged = Intake(app).look_at(content.bundles);
  summary.new_bundles = judged.stored_bundles;
  summary.new_operations = judged.stored_operations;
  summary.early_bundles = judged.early_bundles;
  summary.forked_bundles = judged.forked_bundles;
  summary.refused = std::move(judged.refused);
  return imported;
}

base::Result<Taken> ImportedFile::take(App& app) const {
  Intake intake(app);
  auto taken = intake.take(file_.bundles, file_.receipts, Origin::file);
  if (!taken) return taken;
  const auto payloads = intake.take_payloads(file_.payloads, Origin::file);
  if (!payloads) return payloads.error();
  taken.value().payloads = payloads.value();
  (void)app.projector().confirm();
  return taken;
}

}  // namespace linli::app
