#include "client/ui/style/theme.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <initializer_list>

using namespace orderdeck::client::ui;

namespace {

constexpr std::initializer_list<Scheme> kSchemes = {Scheme::light, Scheme::dark};

double ratio(Ink ink, Fill fill, Scheme scheme) {
    return contrast_ratio(color_of(ink, scheme), color_of(fill, scheme));
}

} // namespace

TEST_CASE("The contrast of black on white is 21 and of a colour on itself 1") {
    CHECK(contrast_ratio(Color{0x000000}, Color{0xffffff}) == Catch::Approx(21.0));
    CHECK(contrast_ratio(Color{0x767676}, Color{0xffffff}) == Catch::Approx(4.54).margin(0.01));
    CHECK(contrast_ratio(Color{0x1d5fd6}, Color{0x1d5fd6}) == Catch::Approx(1.0));
}

TEST_CASE("All text keeps 4.5:1 on every surface in both schemes") {
    for (const Scheme scheme : kSchemes) {
        for (const Ink ink :
             {Ink::text, Ink::text2, Ink::text3, Ink::accent, Ink::warn, Ink::bad, Ink::ok, Ink::info}) {
            for (const Fill fill : {Fill::page, Fill::surface, Fill::raised}) {
                INFO("ink " << static_cast<int>(ink) << " fill " << static_cast<int>(fill) << " scheme "
                            << static_cast<int>(scheme));
                CHECK(ratio(ink, fill, scheme) >= 4.5);
            }
        }
    }
}

TEST_CASE("Status words keep 4.5:1 on their own soft colour") {
    for (const Scheme scheme : kSchemes) {
        for (const Tone tone : {Tone::ok, Tone::warn, Tone::bad, Tone::info, Tone::mute}) {
            INFO("tone " << static_cast<int>(tone) << " scheme " << static_cast<int>(scheme));
            CHECK(ratio(ink_of(tone), soft_fill_of(tone), scheme) >= 4.5);
        }
        CHECK(ratio(Ink::accent, Fill::accent_soft, scheme) >= 4.5);
    }
}

TEST_CASE("Words on the accent, on a badge and on a tooltip keep 4.5:1") {
    for (const Scheme scheme : kSchemes) {
        CHECK(ratio(Ink::on_inverse, Fill::inverse, scheme) >= 4.5);
        CHECK(ratio(Ink::on_accent, Fill::accent, scheme) >= 4.5);
        CHECK(ratio(Ink::on_bad, Fill::bad, scheme) >= 4.5);
    }
}

TEST_CASE("Outlines of controls and filled bars keep 3:1 against what surrounds them") {
    for (const Scheme scheme : kSchemes) {
        for (const Fill fill : {Fill::control, Fill::accent, Fill::ok, Fill::warn, Fill::bad}) {
            for (const Fill around : {Fill::page, Fill::surface}) {
                INFO("fill " << static_cast<int>(fill) << " scheme " << static_cast<int>(scheme));
                CHECK(contrast_ratio(color_of(fill, scheme), color_of(around, scheme)) >= 3.0);
            }
        }
    }
}

TEST_CASE("The system theme follows the device and a choice overrides it") {
    CHECK(scheme_of(ThemeChoice::system, true) == Scheme::dark);
    CHECK(scheme_of(ThemeChoice::system, false) == Scheme::light);
    CHECK(scheme_of(ThemeChoice::light, true) == Scheme::light);
    CHECK(scheme_of(ThemeChoice::dark, false) == Scheme::dark);
}
