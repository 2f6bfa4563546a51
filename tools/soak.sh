#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What is too long for each change: the whole lab with other addresses, as both users, proved by
# hand; the fuzzers for ten minutes each; whether the tests notice each lost rule.
#
# usage: tools/soak.sh BUILD [ROUNDS]
set -uo pipefail
build=$1 rounds=${2-5} rc=0
for ((i = 1; i <= rounds; i++)); do
	export LAB_SEED=$RANDOM
	echo "== round $i of $rounds, LAB_SEED=$LAB_SEED"
	lab/run --build "$build" | grep -v '^ok ' || rc=1
	lab/run --build "$build" --root | grep -v '^ok ' || rc=1
	lab/run --prove | grep -v '^ok ' || rc=1
done
CC=clang-14 meson setup build-fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false >/dev/null 2>&1
ninja -C build-fuzz -j 2 --quiet || rc=1
for f in build-fuzz/fuzz/fuzz_*; do
	[ -x "$f" ] && [ -f "$f" ] || continue
	name=$(basename "$f")
	mkdir -p "build-fuzz/found/$name"
	"$f" -max_total_time=600 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="build-fuzz/found/$name-" \
		"build-fuzz/found/$name" "fuzz/corpus/${name#fuzz_}" 2>&1 | tail -n 5 || rc=1
done
tools/mutate.py . || rc=1
exit $rc
