#include "client/platform/texture_acceptance.h"

#include <imgui.h>

namespace orderdeck::client::platform {

void accept_textures(ImDrawData& drawing) {
    for (ImTextureData* texture : *drawing.Textures) {
        switch (texture->Status) {
        case ImTextureStatus_WantCreate:
        case ImTextureStatus_WantUpdates:
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed: break;
        }
    }
}

} // namespace orderdeck::client::platform
