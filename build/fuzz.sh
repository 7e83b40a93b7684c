#!/usr/bin/env bash
# Runs each target of fuzz/ for some seconds: build/fuzz.sh 60. Skipped where there is no nightly toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
build/setup.sh fuzz
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
    echo 'skipped: fuzzing (needs a nightly toolchain: rustup toolchain install nightly --profile minimal)'
    exit 0
fi

# There is no unsafe code to watch, and without an address sanitiser it is three times as fast.
fuzz=(cargo +nightly fuzz run --sanitizer none --target-dir fuzz/target)
for target in body url document; do
    corpus=(fuzz/corpus/$target fuzz/seeds/$target)
    [ $target = document ] && corpus+=(www/stories www/stories/formats)
    log=fuzz/target/$target.log
    mkdir -p fuzz/corpus/$target fuzz/target
    if ! "${fuzz[@]}" $target "${corpus[@]}" -- -dict=fuzz/$target.dict -max_len=4096 -timeout=30 \
        -max_total_time="$seconds" -print_final_stats=1 >"$log" 2>&1; then
        grep -A 4 -E '^error|panicked|ERROR: libFuzzer' "$log" >&2 || tail -n 20 "$log" >&2
        echo "fuzz: $target failed; what it failed for is under fuzz/artifacts, the whole story in $log" >&2
        exit 1
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "fuzz: $target, $executions executions in $seconds s"
done
