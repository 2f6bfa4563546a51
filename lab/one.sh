#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Builds one scenario, then proves its fault with standard tools, or runs naze in it and compares
# the verdict with the truth. Started by lab/run, which hands its options over in LAB_* variables.
# Prints one line: `ok NAME`, `FAIL NAME: why` or `skip NAME: why`.
set -euo pipefail
name=$1
# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scenario=$LAB/scenarios/$name.sh
[ -f "$scenario" ] || { echo "FAIL $name: no such scenario"; exit 1; }

finish() {
	local rc=$?
	trap - EXIT
	trap '' INT TERM HUP PIPE
	if [ $rc -ne 0 ] && [ $rc -ne 130 ] && [ -n "$DIR" ]; then
		if [ -s "$DIR/why" ]; then
			echo "FAIL $name: $(head -c 800 "$DIR/why")"
		else
			echo "FAIL $name: could not be built: $(tail -n 4 "$DIR/trace" 2>/dev/null | tr '\n' ' ')"
		fi 2>/dev/null || rc=130 # nobody reads on
	fi
	lab_close 2>/dev/null
	exit $rc
}
trap finish EXIT
trap 'exit 130' INT TERM HUP PIPE
lab_open "$name"

# What a scenario may set, beside the function build.
expect_status=failed  # ok, degraded, failed, undetermined; several: any of them is right
expect_cause=         # empty: no cause; several: any of them is right
expect_certainty=     # empty: not looked at; several likewise
expect_cause_root=    # where root can know more
expect_json=          # a regex (grep -E) that a line of the JSON matches
expect_finding=       # causes that must be among the findings
target=               # what naze is asked
env=()                # environment: NAME=value
args=()               # naze's options
from=c                # the host that naze is started in
rights=               # root: naze needs it there, whatever lab/run was told
wrap=()               # a command to run naze under, for instance prlimit
proof=                # a command for the client that shows the fault
proof_match=          # what its output must match (Perl regex, over several lines)
needs=                # programs without which the scenario is skipped

# shellcheck source=/dev/null
. "$scenario"
for p in $needs; do
	command -v "$p" >/dev/null || { echo "skip $name: no $p"; exit 0; }
done
{ build; } 2>"$DIR/trace"
# `build` may have redrawn addresses: what the scenario says of them is read again.
# shellcheck source=/dev/null
. "$scenario"

if [ -n "${LAB_PROVE-}" ]; then
	[ -n "$proof" ] || { echo "skip $name: has no proof"; exit 0; }
	out=$(on c env LC_ALL=C "${env[@]}" timeout 40 bash -c "$proof" 2>&1 </dev/null) || :
	grep -Pzq "(?s)$proof_match" <<<"$out" || die "not proved: wanted $proof_match, got: $(tr '\n' '|' <<<"$out" | tail -c 600)"
	echo "ok $name"
	exit 0
fi

user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
[ "$rights" != root ] || user=()
if [ -n "${LAB_ROOT-}" ]; then
	user=() expect_cause=${expect_cause_root:-$expect_cause}
fi
naze() {
	# Its own host name: what is kept of a run must not name this machine.
	on "$from" timeout -k 5 60 unshare --uts bash -c 'hostname app01; exec "$@"' - "${user[@]}" \
		env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$DIR/home" ${LAB_ENV-} "${env[@]}" \
		"${wrap[@]}" "$LAB_NAZE" "$@" "${args[@]}" -- "$target" </dev/null
}
if [ -n "${LAB_SCREEN-}" ]; then
	echo
	echo "=== $name: $(sed -n '3s/^# *//p' "$scenario")"
	echo "\$ ${env[*]:+${env[*]} }naze ${args[*]:+${args[*]} }$target"
	naze --color=never 2>&1 || :
	echo
fi
rc=0
naze --json >"$DIR/out.json" 2>"$DIR/err" || rc=$?
/usr/bin/python3 -I -S "$LAB/compare.py" "$DIR/out.json" "$rc" "$expect_status" "$expect_cause" \
	"$expect_certainty" "$expect_finding" >"$DIR/why" || { tail -c 300 "$DIR/err" >>"$DIR/why"; exit 1; }
[ -z "$expect_json" ] || grep -Eq -- "$expect_json" "$DIR/out.json" || die "no line of the JSON matches $expect_json"
# A golden file is a verdict that was right.
[ -z "${LAB_KEEP-}" ] || cp "$DIR/out.json" "$LAB_KEEP/$name.json"
echo "ok $name"
