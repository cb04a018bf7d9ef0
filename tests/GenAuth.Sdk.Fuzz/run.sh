#!/usr/bin/env bash
# Coverage-guided fuzzing of the answer's way through the client. Needs AFL++ (Debian: apt-get install afl++).
# usage: tests/GenAuth.Sdk.Fuzz/run.sh [seconds]
set -euo pipefail
cd "$(dirname "$0")"

out=../../artifacts/fuzz
rm -rf "$out"
mkdir -p "$out"
dotnet tool restore
dotnet publish -c Release -o "$out/bin"
dotnet sharpfuzz "$out/bin/GenAuth.Sdk.dll"

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1
# Deterministic for the fuzzer: one code path from the first run on, no background compilation in between.
export DOTNET_TieredCompilation=0
afl-fuzz -V "${1:-600}" -i corpus -o "$out/findings" -t 5000 -m none -x dictionary.txt -- dotnet "$out/bin/GenAuth.Sdk.Fuzz.dll"

grep -E "execs_done|execs_per_sec|saved_crashes|saved_hangs|edges_found|corpus_count" "$out/findings/default/fuzzer_stats"
