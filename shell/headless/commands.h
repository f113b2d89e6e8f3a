// The sub-commands of `linli`, one file each. A command prints what it found to the
// standard output, what went wrong to the standard error, and gives the exit status:
// 0 all well, 1 something is wrong with the data or the disk, 2 it was called wrongly.
#pragma once

#include <string>
#include <vector>

#include "app/strings.h"
#include "app/words.h"
#include "base/result.h"
#include "sync/file_codec.h"

namespace linli::headless {

using Words = std::vector<std::string>;

int run_generate(const Words& words);
int run_fold(const Words& words);
int run_verify(const Words& words);
int run_export(const Words& words);
int run_import(const Words& words);
int run_bench(const Words& words);
int run_help(const Words& words);

// The language of the terminal.
app::Language language();
void print(std::string_view text);  // with a line feed
void print(app::Str id, app::Values values);
void complain(app::Str id, app::Values values);
// The sentence of the error, after the file or step it belongs to; gives 1.
int fail(std::string_view about, const base::Error& error);
// Says that the command was called wrongly and how to call it; gives 2.
int misuse(std::string_view word);

// Reads all of them; the first that can't be read is told.
base::Result<std::vector<sync::BundleFile>> read_files(const std::vector<std::string>& paths);

}  // namespace linli::headless
