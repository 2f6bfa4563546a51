#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What the command line promises: exit codes, one line on stderr, an object with --json.
#
# usage: cli.sh NAZE
naze=$1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
[ -x "$naze" ] || { echo "cli.sh: no program $naze"; exit 1; }
failures=0
unset NAZE_LANG http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY NO_COLOR CLICOLOR_FORCE FORCE_COLOR

fail() {
	echo "FAIL $*"
	failures=$((failures + 1))
}

# expect CODE REGEX ARGS...: the exit code, and that stderr is one line that matches
expect() {
	code=$1 regex=$2
	shift 2
	"$naze" "$@" >"$dir/out" 2>"$dir/err" </dev/null
	got=$?
	sed -i "/^==[0-9]*==WARNING: ASan/d" "$dir/err" # a sanitizer's own remark
	[ $got = "$code" ] || fail "naze $*: exit code $got, not $code: $(cat "$dir/err")"
	[ -z "$regex" ] && return
	[ "$(wc -l <"$dir/err")" = 1 ] || fail "naze $*: stderr is not one line"
	grep -Eq "^naze: .*$regex" "$dir/err" || fail "naze $*: stderr is $(cat "$dir/err"), not $regex"
}

# says REGEX: what the last command printed on stdout
says() {
	grep -Eq -- "$1" "$dir/out" || fail "stdout lacks $1: $(head -c 300 "$dir/out")"
}

no_long_line() {
	awk 'length > 100 { n++ } END { exit n > 0 }' "$dir/out" || fail "a line over 100 columns"
}

json() {
	python3 -c 'import json, sys; json.load(sys.stdin)' <"$dir/out" || fail "stdout is no JSON: $(cat "$dir/out")"
}

expect 0 '' --version && says '^naze [0-9]+\.[0-9]+\.[0-9]+$'
expect 0 '' --help && says '--timeout SECONDS' && says 'exit-codes'
expect 0 '' -h && says '^usage: naze'
expect 0 '' help && says '^usage: naze'
for topic in exit-codes json environment targets privileges privacy causes probes; do
	expect 0 '' help $topic && says .. && no_long_line
done
expect 2 'no such topic: exitcodes: did you mean exit-codes' help exitcodes

# naze alone is a short usage
expect 2 ''
[ "$(wc -l <"$dir/err")" -le 8 ] || fail "naze alone says too much"
grep -q '^usage: naze' "$dir/err" || fail "naze alone gives no usage"
[ -s "$dir/out" ] && fail "naze alone writes to stdout"

expect 2 'unknown option --jsno: did you mean --json' --jsno x
expect 2 'unknown option -Z' -Z x
expect 2 '--timeout needs a value' x --timeout
expect 2 'abc is no number of seconds' --timeout abc x
expect 2 'no number of seconds' --timeout 0 x
expect 2 'no number of seconds' --timeout -1 x
expect 2 'no number of seconds' --timeout 4000 x
expect 2 'exclude each other' -4 -6 x
expect 2 'en or ja' --lang fr x
expect 2 'auto or always or never' --color blue x
expect 2 'NAME:ADDRESS' --resolve example.com x
expect 2 'NAME:ADDRESS' --resolve example.com:nothing x
expect 2 'one target' a b
expect 2 'No such file.*none' --cacert /none/ca.pem x
# where from: what cannot be entered is said in one line that names what would work
expect 2 'no process number' --pid 0 x
expect 2 'no process number' --pid 12x x
expect 2 'there is no process 4194304' --pid 4194304 x
expect 2 'there is no network namespace no-such-place' --netns no-such-place x
expect 2 'cannot be the name of a container' --container '-it' x
expect 2 'cannot be the name of a container' --container 'a;b' x
expect 2 'exclude each other' --netns a --pid 1 x
expect 2 '' --json --netns no-such-place x && json && says '"where": "--netns"'
mkdir "$dir/bin"
real=$naze
printf '#!/bin/sh\nPATH=%s exec "%s" "$@"\n' "$dir/bin:/nowhere" "$(realpath "$real")" >"$dir/naze"
chmod 755 "$dir/naze"
naze=$dir/naze
[ -n "$(command -v docker podman nerdctl crictl)" ] ||
	expect 4 'none of docker, podman.*naze --pid' --container web x
docker() { # what a docker says and its exit code
	printf '#!/bin/sh\necho "%s"\nexit %s\n' "$1" "$2" >"$dir/bin/docker"
	chmod 755 "$dir/bin/docker"
}
docker 'Error: No such container: web' 1
expect 2 'there is no container web, says docker' --container web x
docker 0 0
expect 2 'container web is not running' --container web x
docker 'permission denied while trying to connect to the Docker daemon socket' 1
expect 4 'docker does not let this user.*sudo' --container web x
docker "$(printf 'Cannot \033[31mconnect')" 1
expect 4 'docker cannot say where web runs: Cannot .x1b' --container web x
docker "$$" 0
expect 1 '' --json --container web 'https://${HOST}/' && says "\"pid\": $$" && says '"container_name": "web"'
naze=$real
expect 1 '' --json --pid "$$" 'https://${HOST}/' && says "\"pid\": $$"
expect 2 'this version lacks --rcpt' --rcpt a@example.com x
expect 2 'only with .naze report' --html x
for word in check inbound compare watch run serve lab; do
	expect 2 "this version lacks 'naze $word'" $word x
done
expect 2 'did you mean https' htps://example.com/
expect 2 'missing' replay
expect 2 'missing' report
expect 2 'missing' explain
expect 2 'No such file' replay "$dir/none.json"
echo '{"schema": "other/1"}' >"$dir/other.json"
expect 2 'not a report' replay "$dir/other.json"
head -c 100 /dev/urandom >"$dir/noise"
expect 2 'not a report' report "$dir/noise"

# nothing that may be a secret is repeated
"$naze" 'htps://user:geheim@example.com/' 2>&1 | grep -q geheim && fail "a password of a bad target is repeated"
"$naze" --prxy=http://user:geheim@example.com/ x 2>&1 | grep -q geheim && fail "a password of a bad option is repeated"

# an error is an object with --json, wherever that stands
expect 2 'unknown option' --jsno --json x && json && says '"error"'
expect 2 'no target' --json && json && says '"schema": "naze.report/1"'
expect 2 'one target' a b --json && json

# -q says nothing on stdout
expect 2 'unknown option' --jsno --json -q x
expect 0 '' explain port.refused && says 'port.refused'
expect 0 '' explain 'Connection refused' && says 'port.refused'
expect 0 '' explain Connection refused && says 'port.refused'
expect 1 'no cause fits' explain 'my cat is hungry'
expect 0 '' --json explain 'Connection refused' && json && says '"naze.explain/1"' && says '"port.refused"'
expect 1 '' --json explain 'my cat is hungry' && json

# a target of a command's name; a text that cannot work is a diagnosis
expect 1 '' -- 'http://a b/' && says '^BAD TARGET'
expect 1 '' 'https://${HOST}/' && says 'input.placeholder'
expect 1 '' --json 'https://${HOST}/' && json && says '"input.placeholder"'
expect 1 '' -q 'https://${HOST}/'
[ -s "$dir/out" ] && fail "-q writes to stdout"

# a run that fails, saved, shown again, reported
expect 1 '' --json 'https://${HOST}/'
cp "$dir/out" "$dir/run.json"
expect 1 '' replay "$dir/run.json" && says '^BAD TARGET' && says 'input.placeholder'
expect 1 '' replay --json "$dir/run.json" && json
cmp -s "$dir/out" "$dir/run.json" || fail "replay --json differs from the run"
expect 1 '' report "$dir/run.json" && says '^# Connection problem' && says '^## Please fill in' && says '<details>'
expect 1 '' report --text "$dir/run.json" && says '^Connection problem'
expect 1 '' report --html "$dir/run.json" && says "default-src 'none'"
grep -qi '<script' "$dir/out" && fail "a script in the HTML report"
"$naze" replay - <"$dir/run.json" >"$dir/out"
[ $? = 1 ] || fail "replay - does not read stdin"
for suffix in md txt html json; do
	expect 1 '' 'https://${HOST}/' --report "$dir/ticket.$suffix" && says '^BAD TARGET'
	[ -s "$dir/ticket.$suffix" ] || fail "--report wrote no $suffix"
done
expect 1 '' --report - 'https://${HOST}/' && says '^# Connection problem'
expect 4 'No such file' --report "$dir/none/ticket.md" 'https://${HOST}/'

# colours: only when asked for
expect 1 '' --color always 'https://${HOST}/' && says "$(printf '\033')\[1;31m"
expect 1 '' 'https://${HOST}/'
grep -q "$(printf '\033')" "$dir/out" && fail "colours in a file"
CLICOLOR_FORCE=1 "$naze" 'https://${HOST}/' | grep -q "$(printf '\033')" || fail "CLICOLOR_FORCE is not heeded"
NO_COLOR=1 CLICOLOR_FORCE=1 "$naze" 'https://${HOST}/' | grep -q "$(printf '\033')" && fail "NO_COLOR is not heeded"

# stdout that cannot be written to is said once, and is exit code 4
"$naze" --help >/dev/full 2>"$dir/err"
[ $? = 4 ] || fail "/dev/full is not exit code 4"
[ "$(grep -c 'cannot write the result' "$dir/err")" = 1 ] || fail "/dev/full is not said once"
"$naze" 'https://${HOST}/' >&- 2>"$dir/err"
[ $? = 4 ] || fail "a closed stdout is not exit code 4"

# passwords do not stay on the command line, which everybody can read
python3 -c 'import socket, time
s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True); time.sleep(20)' >"$dir/mute" &
listener=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -s "$dir/mute" ] && break
	sleep 0.3
done
port=$(cat "$dir/mute")
"$naze" --timeout 4 --proxy "http://me:pr0xysecret@127.0.0.1:$port" \
	"http://app:t0psecret@127.0.0.1:9/p?token=t0psecret" >/dev/null 2>&1 &
reader=$!
sleep 1
tr '\0' ' ' <"/proc/$reader/cmdline" >"$dir/cmdline"
kill "$reader" "$listener"
wait "$reader" "$listener" 2>/dev/null
grep -q "app:\*\*\*@127.0.0.1:9" "$dir/cmdline" || fail "the command line has lost its target: $(cat "$dir/cmdline")"
grep -q "@127.0.0.1:$port" "$dir/cmdline" || fail "the command line has lost its proxy: $(cat "$dir/cmdline")"
grep -q "t0psecret\|pr0xysecret" "$dir/cmdline" && fail "a password stays on the command line: $(cat "$dir/cmdline")"

# a module that is there and does not load is not called missing
mkdir "$dir/broken"
cp "$naze" "$dir/broken/naze"
echo broken >"$dir/broken/naze-tls.so"
python3 -c 'import socket, time
s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True); time.sleep(20)' >"$dir/port" &
listener=$!
while [ ! -s "$dir/port" ]; do sleep 0.05; done
"$dir/broken/naze" --timeout 1 "tls://127.0.0.1:$(cat "$dir/port")" >"$dir/out" 2>"$dir/err"
[ $? = 4 ] || fail "a module that does not load is not exit code 4: $(cat "$dir/out")"
grep -q 'naze-tls.so is there but cannot be loaded' "$dir/err" || fail "a module that does not load: $(cat "$dir/err")"
grep -q 'its log' "$dir/out" && fail "the server's log cannot know why naze has no TLS"
kill $listener
rm "$dir/port"

# a module of another naze is refused, and said where it mattered; here it is not called at all
mkdir "$dir/other"
cp "$naze" "$dir/other/naze"
if printf 'struct { int i; const char *v; } naze_tls_module = { 1, "0.0.0" };' |
	cc -shared -fPIC -x c -o "$dir/other/naze-tls.so" - 2>"$dir/err"; then
	"$dir/other/naze" --timeout 1 tls://127.0.0.1:1 >"$dir/out" 2>"$dir/err"
	[ $? = 1 ] || fail "a module of another version changes a refused port"
	grep -q -v '^==.*WARNING: ASan' "$dir/err" && fail "a module that was not needed is talked about"
	python3 -c 'import socket, time
s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True); time.sleep(20)' >"$dir/port" &
	listener=$!
	while [ ! -s "$dir/port" ]; do sleep 0.05; done
	"$dir/other/naze" --timeout 1 "tls://127.0.0.1:$(cat "$dir/port")" >"$dir/out" 2>"$dir/err"
	[ $? = 4 ] || fail "a module of another version is not exit code 4: $(cat "$dir/out")"
	grep -q 'naze-tls.so belongs to another version' "$dir/err" || fail "a module of another version is not named"
	says '  ok    port '
	kill $listener
fi

# a language that is not there yet is English
expect 1 '' --lang ja 'https://${HOST}/' && says 'input.placeholder'
NAZE_LANG=ja "$naze" --version >"$dir/out" || fail "NAZE_LANG=ja fails"

# --help and --version load no TLS library
for option in --help --version; do
	LD_DEBUG=files "$naze" $option 2>&1 >/dev/null | grep -Eq 'libssl|libcrypto' && fail "$option loads OpenSSL"
done
[ $failures = 0 ]
