#include "shell/web/requests_out.h"

#include <variant>

#include "shell/web/message.h"

namespace linli::shell {
namespace {

struct FieldWriter {
  MessageWriter& to;

  void operator()(const app::SignBytes& r) { to.text(r.bytes); }
  void operator()(const app::MakeDeviceKey& r) { to.number(r.fresh); }
  void operator()(const app::HttpCall& r) {
    to.text(r.method).text(r.path).text(r.body).number(r.gzip).number(r.sign);
    to.text(r.at).text(r.setup_code).number(r.timeout_millis);
  }
  void operator()(const app::ListenHeads& r) { to.text(r.path); }
  void operator()(const app::PickFile& r) { to.text(r.accept).number(r.image).number(r.camera); }
  void operator()(const app::ScanCode& r) { to.number(r.start); }
  void operator()(const app::SaveFile& r) { to.text(r.name).text(r.bytes).text(r.type); }
  void operator()(const app::PrintHtml& r) { to.text(r.title).text(r.html); }
  void operator()(const app::Speak& r) { to.text(r.text).text(r.language); }
  void operator()(const app::CopyText& r) { to.text(r.text); }
  void operator()(const app::ShowRoute& r) { to.text(r.route).number(r.replace); }
  void operator()(const app::Kiosk& r) { to.number(r.on); }
  void operator()(const app::AskPersistence&) {}
  void operator()(const app::RememberSentinel& r) { to.text(r.text); }
  void operator()(const app::Reload&) {}
  void operator()(const app::OpenDemo& r) { to.number(r.on); }
  void operator()(const app::SetLanguage& r) { to.text(r.language); }
  void operator()(const app::ShowPicture& r) { to.text(r.name).text(r.bytes); }
  void operator()(const app::DeriveKey& r) { to.text(r.secret).text(r.salt_hex).number(r.rounds); }
};

}  // namespace

std::string write_request(const app::Request& request) {
  MessageWriter message(Output::request);
  message.number(request.id).number(static_cast<double>(request.body.index()));
  std::visit(FieldWriter{message}, request.body);
  return message.message();
}

}  // namespace linli::shell
