#include "shell/headless/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

#include "base/limits.h"

namespace linli::headless {

using base::Error;
using base::ErrorCode;

namespace {

Error failed(const std::string& path) {
  const ErrorCode code = errno == ENOSPC ? ErrorCode::storage_full : ErrorCode::storage_failed;
  return Error{code, path + ": " + std::strerror(errno)};
}

}  // namespace

base::Result<std::string> read_whole_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Error{ErrorCode::not_found, path};
  std::string bytes;
  char part[65536];
  for (size_t count; (count = std::fread(part, 1, sizeof(part), file)) > 0;) {
    bytes.append(part, count);
    if (bytes.size() > base::file_bytes_max) break;
  }
  const bool broken = std::ferror(file) != 0;
  std::fclose(file);
  if (broken) return Error{ErrorCode::storage_failed, path};
  if (bytes.size() > base::file_bytes_max) return Error{ErrorCode::too_large, "file_bytes_max"};
  return bytes;
}

base::Status write_new_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  if (file == nullptr) return failed(beside);
  bool good = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  good = good && std::fflush(file) == 0 && fsync(fileno(file)) == 0;
  good = (std::fclose(file) == 0) && good;
  good = good && std::rename(beside.c_str(), path.c_str()) == 0;
  if (good) return base::success();
  const Error error = failed(beside);
  std::remove(beside.c_str());
  return error;
}

}  // namespace linli::headless
