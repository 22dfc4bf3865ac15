#include "site.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "negotiate.hpp"
#include "problem.hpp"
#include "query.hpp"

namespace unknot::server {

namespace {

constexpr std::string_view clips_folder = "/clips/";
constexpr std::string_view clips_ending = ".clips";

constexpr std::string_view missing_page =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not found - Unknot</title>"
    "<h1>There is nothing here</h1><p><a href=\"/\">To Unknot</a></p></html>\n";

Response not_found() {
  return {.status = 404,
          .fixed = "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-cache\r\n",
          .lines = {},
          .body = missing_page};
}

Response not_modified(std::string_view lines) {
  return {.status = 304, .fixed = lines, .lines = {}, .body = std::string_view()};
}

std::string content_range(const Piece& piece, std::uint64_t size) {
  return "bytes " + std::to_string(piece.first) + '-' +
         std::to_string(piece.first + piece.length - 1) + '/' + std::to_string(size);
}

Response unsatisfiable(std::uint64_t size) {
  Response out =
      problem(416, "range_unsatisfiable",
              "The range begins behind the end, which is at " + std::to_string(size) + " bytes.");
  add_line(out, "Content-Range", "bytes */" + std::to_string(size));
  return out;
}

/// What the range of the request makes of a whole; `cut` gives its pieces.
template <class Cut>
Response whole_or_piece(const Request& request, std::string_view tag, std::uint64_t size,
                        Response out, const Cut& cut) {
  const bool asks = !request.range.empty() && request.method == Method::get;
  const Wanted wanted =
      asks && range_counts(request.if_range, tag) ? wanted_piece(request.range, size) : Wanted{};
  if (wanted.kind == Wanted::Kind::unsatisfiable) return unsatisfiable(size);
  if (wanted.kind == Wanted::Kind::piece) {
    out.status = 206;
    add_line(out, "Content-Range", content_range(wanted.piece, size));
    out.body = cut(wanted.piece);
  } else {
    out.body = cut(Piece{0, size});
  }
  return out;
}

Response form_answer(const Form& form, const Request& request) {
  if (names_tag(request.if_none_match, form.tag)) return not_modified(form.lines);
  Response out{.status = 200, .fixed = form.lines, .lines = {}, .body = {}};
  return whole_or_piece(
      request, form.tag, form.bytes.size(), std::move(out),
      [&](const Piece& piece) -> Body { return form.bytes.substr(piece.first, piece.length); });
}

Response file_answer(const BundleFile& file, const Request& request) {
  // A piece is one of the bytes as they are: nobody can use the middle of a compressed file.
  const bool plain_only = !request.range.empty();
  const Codings there_are{file.gzip.has_value() && !plain_only, file.br.has_value() && !plain_only};
  const auto coding = choose_coding(request.accept_encoding, there_are);
  if (!coding) return problem(406, "coding_unknown", "There is no form in the codings asked for.");
  if (*coding == Coding::br) return form_answer(*file.br, request);
  if (*coding == Coding::gzip) return form_answer(*file.gzip, request);
  return form_answer(file.identity, request);
}

/// The languages of packs: `en`, `pt-br`. Nothing that could lead out of the folder.
bool is_language(std::string_view name) {
  return !name.empty() && name.size() <= 16 &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

struct Found {
  std::shared_ptr<const OpenFile> file;
  std::uint64_t size = 0;
  std::string tag;
};

/// A pack is written anew as a whole, under another inode: so these say which one it is.
std::string tag_of(const struct stat& status) {
  return '"' + std::to_string(status.st_ino) + '-' + std::to_string(status.st_size) + '-' +
         std::to_string(status.st_mtim.tv_sec) + '-' + std::to_string(status.st_mtim.tv_nsec) + '"';
}

std::optional<Found> open_pack(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return std::nullopt;
  auto file = std::make_shared<const OpenFile>(descriptor);
  struct stat status{};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return Found{std::move(file), static_cast<std::uint64_t>(status.st_size), tag_of(status)};
}

Response pack_answer(const Found& found, const Request& request) {
  Response out{.status = 200,
               .fixed =
                   "Content-Type: application/octet-stream\r\nCache-Control: no-cache\r\n"
                   "Accept-Ranges: bytes\r\n",
               .lines = {},
               .body = {}};
  add_line(out, "ETag", found.tag);
  if (names_tag(request.if_none_match, found.tag)) {
    out.status = 304;
    return out;
  }
  const auto cut = [&](const Piece& piece) -> Body {
    return FilePiece{found.file, piece.first, piece.length};
  };
  return whole_or_piece(request, found.tag, found.size, std::move(out), cut);
}

}  // namespace

Response Site::clips(const Request& request, std::string_view name) const {
  const std::string_view language = name.substr(0, name.size() - clips_ending.size());
  if (is_language(language)) {
    for (const auto& folder : clip_folders_) {
      const auto found = open_pack(folder + '/' + std::string(name));
      if (found) return pack_answer(*found, request);
    }
  }
  return problem(404, "clips_missing",
                 "There are no spoken clips of this language here; make clips speaks them.");
}

Response Site::answer(const Request& request) const {
  if (request.method != Method::get && request.method != Method::head) {
    Response out = problem(405, "method_unknown", "This can be read and nothing else.");
    add_line(out, "Allow", "GET, HEAD");
    return out;
  }
  const auto path_said = decoded(request.path);
  if (!path_said) return problem(400, "request_malformed", "The address is not well formed.");
  const std::string_view path = *path_said;
  if (path.starts_with(clips_folder) && path.ends_with(clips_ending)) {
    return clips(request, path.substr(clips_folder.size()));
  }
  const BundleFile* file = bundle_.find(path);
  return file == nullptr ? not_found() : file_answer(*file, request);
}

}  // namespace unknot::server
