# Messages of the scripts. Sourced.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { printf '%s: error: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# quietly WHAT COMMAND...: shows the output only if the command fails, and a sign of life every half minute.
quietly() {
    local what=$1 log status=0 started=$SECONDS pid
    shift
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    local next=30
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        if [ $((SECONDS - started)) -ge "$next" ]; then
            say "$what: $((SECONDS - started)) s, $(tr '\r' '\n' <"$log" | tail -n 1 | cut -c1-100)"
            next=$((next + 30))
        fi
    done
    wait "$pid" || status=$?
    if [ "$status" -ne 0 ]; then
        cat "$log" >&2
        say "$what failed (exit $status)"
    fi
    rm -f "$log"
    return "$status"
}
