#include <cstdio>
#include <cstdlib>

#include "shell/headless/commands.h"
#include "shell/headless/files.h"

namespace linli::headless {
namespace {

void put_line(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fputc('\n', stream);
}

}  // namespace

app::Language language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "zh" ? app::Language::zh_cn : app::Language::en;
  }
  return app::Language::en;
}

void print(std::string_view text) { put_line(stdout, text); }

void print(app::Str id, app::Values values) { print(app::say(id, language(), values)); }

void complain(app::Str id, app::Values values) {
  put_line(stderr, app::say(id, language(), values));
}

int fail(std::string_view about, const base::Error& error) {
  const std::string sentence =
      app::say(app::word(error.code), language(), {{"where", error.where}});
  complain(app::Str::tool_failed,
           {{"about", about}, {"sentence", sentence}, {"code", base::name(error.code)}});
  return 1;
}

int misuse(std::string_view word) {
  complain(app::Str::tool_misuse, {{"word", word}});
  return 2;
}

base::Result<std::vector<sync::BundleFile>> read_files(const std::vector<std::string>& paths) {
  std::vector<sync::BundleFile> files;
  for (const std::string& path : paths) {
    const base::Result<std::string> text = read_whole_file(path);
    if (!text.ok()) return text.error();
    base::Result<sync::BundleFile> file = sync::read_file(text.value());
    if (!file.ok()) {
      base::Error error = file.error();
      error.where = path + " " + error.where;
      return error;
    }
    files.push_back(std::move(file).value());
  }
  return files;
}

}  // namespace linli::headless
