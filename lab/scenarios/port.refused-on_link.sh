# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A neighbour refuses.
expect_cause=port.refused
target=ssh://$S4
proof="nc -vz -w2 $S4 22"
proof_match='refused'
build() {
	net near
	http
}
