// Writes app::Request as a message: the request's number, which one it is, and its
// fields in the order that web/request_fields.js reads.
#pragma once

#include <string>

#include "app/request.h"

namespace linli::shell {

std::string write_request(const app::Request& request);

}  // namespace linli::shell
