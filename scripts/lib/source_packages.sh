# Libraries that are newer than the system's own: Debian source packages of a newer suite, fetched through an apt
# configuration of their own (list, index and cache in the user's cache folder), unpacked beside it and linked from
# .deps/. The signed package index is the trust anchor. Sourced by scripts/setup.
source_suite=forky
cache=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/orderdeck
lock_file=scripts/dependencies.lock
browser_options=$PWD/cmake/sqlite3_browser_options.txt

private_apt() {
    local command=$1
    shift
    "$command" -qq -o Dir::Etc::sourcelist="$cache/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::Lists="$cache/apt/lists" -o Dir::Cache="$cache/apt" \
        -o Dir::Cache::archives="$cache/apt/archives" -o APT::Sandbox::User=root -o Acquire::Retries=3 \
        -o Acquire::Languages=none "$@"
}

# Addresses of the Debian archive that the machine itself uses, most likely first. Reads both file formats.
machine_mirrors() {
    {
        apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages'
    } 2>/dev/null | awk '$3 == "main" && $2 !~ /security|updates|backports/ && $1 ~ /debian/ { sub(/\/$/, "", $1); if (!seen[$1]++) print $1 }'
}

# Fills the private index from the first mirror that carries the suite; prints "fresh", or "expired" when the mirror has
# been standing still: then its index is still signed, but only a version that was tested is taken from it.
refresh_index() {
    local mirror keyring age
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -e "$keyring" ] || return 1
    mkdir -p "$cache/apt/lists/partial" "$cache/apt/archives/partial"
    for age in fresh expired; do
        while read -r mirror; do
            echo "deb-src [signed-by=$keyring] $mirror $source_suite main" >"$cache/apt/sources.list"
            if private_apt apt-get $([ "$age" = fresh ] || echo -o Acquire::Check-Valid-Until=false) update \
                >"$cache/apt/update.log" 2>&1 && [ -n "$(versions_in_index sqlite3)" ]; then
                echo "$age"
                return 0
            fi
        done < <(machine_mirrors)
        grep -q -i expired "$cache/apt/update.log" 2>/dev/null || return 1
    done
    return 1
}

versions_in_index() { private_apt apt-cache showsrc --only-source "$1" 2>/dev/null | sed -n 's/^Version: //p'; }

at_least() { dpkg --compare-versions "$1" ge "$2"; }

# offered_version NAME MINIMUM TESTED AGE: the tested version if the index has it, else, from a fresh index, its newest
# that is new enough.
offered_version() {
    local version best=
    while read -r version; do
        [ "$version" = "$3" ] && { echo "$version"; return; }
        [ "$4" = fresh ] || continue
        at_least "$version" "$2" && { [ -z "$best" ] || at_least "$version" "$best"; } && best=$version
    done < <(versions_in_index "$1")
    [ -n "$best" ] && echo "$best"
}

# cached_version NAME MINIMUM TESTED: the same among what is already unpacked, however it was prepared.
cached_version() {
    local directory version best=
    [ -e "$cache/sources/$1_$3/.ready" ] && { echo "$3"; return; }
    for directory in "$cache/sources/$1"_*/; do
        [ -e "$directory/.ready" ] || continue
        version=${directory%/}
        version=${version##*_}
        at_least "$version" "$2" && { [ -z "$best" ] || at_least "$version" "$best"; } && best=$version
    done
    [ -n "$best" ] && echo "$best"
}

# The file that says that a source tree is prepared; it has another name when it has to be prepared anew.
ready_mark() {
    case $1 in
        sqlite3) echo ".ready-$(sha256sum "$browser_options" | cut -c1-12)" ;;
        *) echo .ready ;;
    esac
}

# What is done once to a fresh source tree.
prepare_source() {
    if [ "$1" = sqlite3 ]; then
        local omitted
        omitted=$(sed 's/^/-D/' "$browser_options" | tr '\n' ' ')
        (cd "$2" && quietly "preparing SQLite" sh -c './configure && make sqlite3.c')
        (cd "$2" && mkdir -p .keep/browser && mv sqlite3.c sqlite3.h sqlite3ext.h LICENSE.md VERSION .keep/)
        # Once more for the browser: its grammar knows less, see cmake/dependency_sqlite3.cmake.
        (cd "$2" && cp .keep/VERSION . && quietly "preparing SQLite for the browser" \
            sh -c "make clean && make sqlite3.c OPTS='$omitted'" && mv sqlite3.c .keep/browser/)
        # Only the amalgamations are compiled; the rest of the tree is 40 MB.
        (cd "$2" && find . -mindepth 1 -maxdepth 1 ! -name .keep -exec rm -rf {} + && mv .keep/* . && rmdir .keep)
    fi
}

unpack_source() {
    local name=$1 version=$2 work
    work=$(mktemp -d "$cache/unpack.XXXXXX")
    say "fetching the source of $name $version"
    (
        cd "$work"
        quietly "download of $name" private_apt apt-get source --download-only --only-source "$name=$version" &&
            quietly "unpacking of $name" dpkg-source --no-check -x ./*.dsc tree &&
            prepare_source "$name" tree && touch tree/.ready "tree/$(ready_mark "$name")"
    ) || { rm -rf "$work"; return 1; }
    mkdir -p "$cache/sources"
    [ ! -e "$cache/sources/${name}_$version" ] || mv "$cache/sources/${name}_$version" "$work/old"
    mv "$work/tree" "$cache/sources/${name}_$version"
    rm -rf "$work"
}

refuse_when_locked() { # NAME VERSION TESTED
    [ "$2" = "$3" ] || [ "$lock_mode" != locked ] ||
        die "$1 $2 is not the tested version $3, and --locked was given"
}

install_source_packages() {
    local install=$1 lock_mode=$2 name minimum tested version index=unknown
    mkdir -p .deps
    while read -r name minimum tested; do
        case $name in ''|'#'*) continue ;; esac
        local current
        current=$(readlink ".deps/$name" 2>/dev/null || true)
        if [ -n "$current" ] && [ -e ".deps/$name/$(ready_mark "$name")" ] && [ "$lock_mode" != update ]; then
            [ "${current##*_}" = "$tested" ] && continue
        fi
        version=
        if [ "$lock_mode" != update ] && [ -e "$cache/sources/${name}_$tested/$(ready_mark "$name")" ]; then
            version=$tested
        elif [ "$install" = yes ]; then
            mkdir -p "$cache"
            exec 9>"$cache/lock"
            command -v flock >/dev/null && flock 9
            [ "$index" != unknown ] || index=$(refresh_index) || index=none
            version=$(offered_version "$name" "$minimum" "$tested" "$index" || true)
            if [ -n "$version" ] && [ ! -e "$cache/sources/${name}_$version/$(ready_mark "$name")" ]; then
                refuse_when_locked "$name" "$version" "$tested"
                unpack_source "$name" "$version" || version=
            fi
            exec 9>&-
        fi
        [ -n "$version" ] || version=$(cached_version "$name" "$minimum" "$tested" || true)
        [ -n "$version" ] || explain_missing_source "$name" "$minimum" "$install"
        refuse_when_locked "$name" "$version" "$tested"
        ln -sfn "$cache/sources/${name}_$version" ".deps/$name"
        [ "$version" = "$tested" ] || report_other_version "$name" "$version" "$tested"
    done <"$lock_file"
}

report_other_version() {
    if [ "$lock_mode" = update ]; then
        sed -i "s|^$1 \([^ ]*\) .*|$1 \1 $2|" "$lock_file"
        say "$1: $3 -> $2 recorded in $lock_file"
    else
        say "$1 $2 is used; last tested was $3 (--update-lock records it)"
    fi
}

explain_missing_source() {
    local fix="Or unpack it yourself and configure CMake with -D$(tr 'a-z-' 'A-Z_' <<<"${1#cpp-}")_SOURCE_DIR=..."
    [ "$3" = yes ] || die "source package $1 >= $2 is not there: run scripts/setup without --no-install.
$fix"
    [ ! -s "$cache/apt/update.log" ] || cat "$cache/apt/update.log" >&2
    die "source package $1 >= $2 could not be had from the suite $source_suite of this machine's Debian mirror ($(machine_mirrors | tr '\n' ' ')).
Is there a network? On Debian 12 an old debian-archive-keyring may not know the suite's key: apt-get install debian-archive-keyring.
$fix"
}
