# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall answers with a reset: from here a closed port.
expect_cause=port.refused expect_certainty="likely possible"
target=http://$S4:$PORT/
proof="nc -vz -w2 $S4 $PORT"
proof_match='refused'
build() {
	net far
	http "$PORT"
	rules s "input tcp dport $PORT reject with tcp reset"
}
