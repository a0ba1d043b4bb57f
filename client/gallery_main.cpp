#include "client/gallery/gallery.h"
#include "client/platform/platform.h"

#include <memory>

namespace {

std::unique_ptr<orderdeck::client::platform::FrameClient>
make_gallery(orderdeck::client::platform::Platform& platform) {
    return std::make_unique<orderdeck::client::gallery::Gallery>(platform);
}

} // namespace

int main() { return orderdeck::client::platform::run(make_gallery); }
