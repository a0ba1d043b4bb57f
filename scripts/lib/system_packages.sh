# Packages of the system (Debian 12 and 13). Sourced by scripts/setup.
# Each line: what it is for, how to see that it is there (a command, or a path), the package that brings it.
# A probe and not the package database decides, so that an equal tool from elsewhere is taken as it is.
system_packages='
run   cc                                                    build-essential
run   g++                                                   build-essential
run   dpkg-source                                           dpkg-dev
run   xz                                                    xz-utils
run   cmake                                                 cmake
run   ninja                                                 ninja-build
run   ccache                                                ccache
run   git                                                   git
run   python3                                               python3
run   pkg-config                                            pkg-config
run   emcc                                                  emscripten
run   node                                                  nodejs
run   npm                                                   npm
run   brotli                                                brotli
run   curl                                                  curl
run   /etc/ssl/certs/ca-certificates.crt                    ca-certificates
run   /usr/share/keyrings/debian-archive-keyring.gpg        debian-archive-keyring
run   /usr/share/zoneinfo/Asia/Shanghai                     tzdata
run   /usr/include/nlohmann/json.hpp                        nlohmann-json3-dev
run   /usr/include/sodium.h                                 libsodium-dev
run   /usr/include/CLI/CLI.hpp                              libcli11-dev
run   /usr/include/csv.h                                    libcsv-dev
run   /usr/include/zlib.h                                   zlib1g-dev
run   /usr/include/xlsxwriter.h                             libxlsxwriter-dev
run   /usr/include/pugixml.hpp                              libpugixml-dev
test  chromium                                              chromium
test  firefox-esr                                           firefox-esr
test  WebKitWebDriver                                       webkit2gtk-driver
test  Xvfb                                                  xvfb
test  /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
test  /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf     fonts-noto-color-emoji
test  clang                                                 clang
test  /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a libclang-rt-dev
lint  clang-format                                          clang-format
lint  clang-tidy                                            clang-tidy
'

is_there() {
    case $1 in
        /*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

# missing_packages PURPOSE: names of the packages that are absent, one per line.
missing_packages() {
    local purpose probe package
    while read -r purpose probe package; do
        [ -n "$purpose" ] || continue
        [ "$purpose" = run ] || [ "$purpose" = "$1" ] || continue
        is_there "$probe" || echo "$package"
    done <<<"$system_packages" | sort -u
}

apt_as_root() {
    local become=()
    [ "$(id -u)" -eq 0 ] || become=(sudo)
    ${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

install_system_packages() {
    local purpose=$1 install=$2 missing
    mapfile -t missing < <(missing_packages "$purpose")
    [ "${#missing[@]}" -gt 0 ] || return 0
    [ "$install" = yes ] || die "missing system packages: ${missing[*]}
Install them: apt-get install ${missing[*]}"
    command -v apt-get >/dev/null 2>&1 || die "this is not Debian or Ubuntu; install by hand what brings: ${missing[*]}"
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1 ||
        die "this is neither root nor is there sudo. Ask an administrator for: apt-get install ${missing[*]}"
    # Here and now, where a password can still be typed.
    [ "$(id -u)" -eq 0 ] || sudo -v || die "sudo was refused. Ask an administrator for: apt-get install ${missing[*]}"
    say "installing system packages: ${missing[*]}"
    local install_them=(install --yes --no-install-recommends "${missing[@]}")
    # A machine that never ran `apt-get update`, or ran it long ago, fails the first time.
    apt_as_root "${install_them[@]}" >/dev/null 2>&1 </dev/null || {
        quietly "apt-get update" apt_as_root update
        quietly "apt-get install" apt_as_root "${install_them[@]}" ||
            die "apt-get could not install: ${missing[*]}. Try it by hand to see why."
    }
    hash -r
    mapfile -t missing < <(missing_packages "$purpose")
    [ "${#missing[@]}" -eq 0 ] || die "still missing after apt-get install: ${missing[*]}"
}
