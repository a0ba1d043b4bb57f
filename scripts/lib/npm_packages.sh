# Packages from npm at the versions of a package-lock.json. Sourced by scripts/setup.

# install_npm_packages INSTALL FOLDER TARGET: what FOLDER/package-lock.json names, into TARGET/node_modules.
install_npm_packages() {
    local install=$1 folder=$2 target=$3 wanted stamp
    wanted=$(cat "$folder/package.json" "$folder/package-lock.json" | sha256sum | cut -d' ' -f1)
    stamp=$target/node_modules/.orderdeck-stamp
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    [ "$install" = yes ] || die "$target/node_modules is missing or old: run scripts/setup without --no-install"
    say "installing the npm packages of $folder"
    mkdir -p "$target"
    [ "$folder" = "$target" ] || cp "$folder/package.json" "$folder/package-lock.json" "$target/"
    (cd "$target" && quietly "npm ci" npm ci --ignore-scripts --no-audit --no-fund)
    echo "$wanted" >"$stamp"
}
