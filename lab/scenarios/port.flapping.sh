# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Every second connection is refused.
expect_cause=port.flapping
target=http://$S4:$PORT/
proof="for i in 1 2 3 4; do nc -vz -w2 $S4 $PORT; done"
proof_match='(refused.*succeeded|succeeded.*refused)'
build() {
	net far 4
	http "$PORT"
	rules s "input tcp flags syn tcp dport $PORT numgen inc mod 2 0 reject with tcp reset"
}
