#include "shared/api/problem.h"

#include "shared/json/reader.h"
#include "shared/json/writer.h"

namespace orderdeck::api {
namespace {

constexpr std::string_view kTypePrefix = "urn:orderdeck:problem:";
/// More than any form of ours has fields.
constexpr std::size_t kMostErrors = 100;
constexpr Resync kResyncs[] = {Resync::scope, Resync::epoch, Resync::schema, Resync::retention};

base::Result<std::vector<FieldProblem>> decode_errors(const json::Value& list) {
    std::vector<FieldProblem> errors;
    const std::vector<json::Value> elements = TRY(list.elements());
    if (elements.size() > kMostErrors) return list.refuse("too many errors");
    for (const json::Value& element : elements) {
        FieldProblem error;
        error.field = TRY(element.string_field("field"));
        error.code = TRY(element.string_field("code"));
        errors.push_back(std::move(error));
    }
    return errors;
}

} // namespace

std::string_view name_of(Resync resync) {
    switch (resync) {
    case Resync::scope: return "scope";
    case Resync::epoch: return "epoch";
    case Resync::schema: return "schema";
    case Resync::retention: return "retention";
    }
    return "scope";
}

std::optional<Resync> resync_from(std::string_view name) {
    for (const Resync resync : kResyncs) {
        if (name_of(resync) == name) return resync;
    }
    return std::nullopt;
}

std::string encode_problem(const Problem& problem) {
    json::Writer writer;
    writer.begin_object()
        .field("type", std::string(kTypePrefix) + problem.code)
        .field("title", problem.title)
        .field("status", problem.status)
        .field("code", problem.code);
    if (!problem.detail.empty()) writer.field("detail", problem.detail);
    if (problem.resync) writer.field("resync", name_of(*problem.resync));
    if (problem.wipe) writer.field("wipe", true);
    if (!problem.errors.empty()) {
        writer.key("errors").begin_array();
        for (const FieldProblem& error : problem.errors)
            writer.begin_object().field("field", error.field).field("code", error.code).end_object();
        writer.end_array();
    }
    writer.end_object();
    return writer.take();
}

base::Result<Problem> decode_problem(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    Problem problem;
    const std::int64_t status = TRY(root.int64_field("status"));
    if (status < 100 || status > 599) return root.refuse("no HTTP status");
    problem.status = static_cast<int>(status);
    problem.code = TRY(root.string_field("code"));
    problem.title = TRY(root.string_field("title"));
    problem.detail = TRY(root.optional_string_field("detail")).value_or("");
    if (const auto resync = TRY(root.optional_string_field("resync"))) problem.resync = resync_from(*resync);
    if (const auto wipe = TRY(root.optional_field("wipe"))) problem.wipe = TRY(wipe->boolean());
    if (const auto errors = TRY(root.optional_field("errors"))) problem.errors = TRY(decode_errors(*errors));
    return problem;
}

} // namespace orderdeck::api
