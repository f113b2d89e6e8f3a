#include "app/payload_subject.h"

namespace linli::app {

std::string payload_subject(const core::Body& body) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (requires { one.person.view(); }) {
          return one.person.str();
        } else if constexpr (requires { one.recipient.view(); }) {
          return one.recipient.str();
        } else if constexpr (requires { one.recipient->view(); }) {
          return one.recipient ? one.recipient->str() : std::string();
        } else {
          return std::string();
        }
      },
      body);
}

}  // namespace linli::app
