#include <algorithm>
#include <utility>

#include "shared/json/node.h"
#include "shared/json/reader.h"

namespace orderdeck::json {
namespace {

/// Builds the tree. The path of open nodes is kept as pointers; they stay valid because only the last child of each
/// open node can still grow.
class Builder final : public Events {
public:
    explicit Builder(Node& root) : root_(root) {}

    bool null() override { return add(Kind::null) != nullptr; }
    bool boolean(bool value) override {
        Node* node = add(Kind::boolean);
        node->integer = value ? 1 : 0;
        return true;
    }
    bool integer(std::int64_t value) override {
        add(Kind::integer)->integer = value;
        return true;
    }
    bool number(std::string_view digits) override {
        add(Kind::number)->text = digits;
        return true;
    }
    bool string(std::string&& value) override {
        add(Kind::string)->text = std::move(value);
        return true;
    }
    bool key(std::string&& name) override {
        name_ = std::move(name);
        return true;
    }
    bool start_object() override { return open(Kind::object); }
    bool end_object() override { return names_are_unique(*open_.back()) && close(); }
    bool start_array() override { return open(Kind::array); }
    bool end_array() override { return close(); }

    const std::string& duplicate() const { return duplicate_; }

private:
    Node* add(Kind kind) {
        Node* node = &root_;
        if (!open_.empty()) node = &open_.back()->children.emplace_back();
        node->kind = kind;
        node->name = std::exchange(name_, {});
        return node;
    }
    bool open(Kind kind) {
        open_.push_back(add(kind));
        return true;
    }
    /// Sorting instead of comparing all pairs: the sender decides how many fields there are.
    bool names_are_unique(const Node& object) {
        std::vector<std::string_view> names;
        names.reserve(object.children.size());
        for (const Node& child : object.children)
            names.push_back(child.name);
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice != names.end()) duplicate_ = *twice;
        return twice == names.end();
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    Node& root_;
    std::vector<Node*> open_;
    std::string name_;
    std::string duplicate_;
};

} // namespace

base::Result<Document> Document::parse(std::string_view text, Limits limits) {
    auto root = std::make_unique<Node>();
    Builder builder(*root);
    if (auto parsed = parse_events(text, builder, limits); !parsed) {
        if (!parsed.error().message.empty()) return base::Failure{std::move(parsed).error()};
        return base::fail(base::ErrorCode::invalid,
                          "the field \"" + builder.duplicate() + "\" is there twice");
    }
    return Document(std::move(root));
}

Document::Document(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Value Document::root() const { return Value(*root_, {}); }

} // namespace orderdeck::json
